import { dirname, isAbsolute, join, relative, sep } from "node:path";
import type { PlanReport, Portfolio } from "@aiplan/report/data";
import type { FoundFile } from "../check/find-files.ts";
import { shownPath } from "../shown-path.ts";
import type { Terminal } from "../terminal.ts";
import { writeWhole } from "../written-file.ts";
import type { ReportOutput } from "./destination.ts";
import { type ReportFormat, reportFormat } from "./formats.ts";
import { ReportFolder } from "./report-folder.ts";

/** Writes one of the reports that were asked for. What cannot be written is said, and costs the others nothing. */
export class ReportWriter {
  /** Has anything gone wrong? */
  hasFailed = false;

  private constructor(
    private readonly output: ReportOutput,
    private readonly format: ReportFormat,
    private readonly folder: ReportFolder | undefined,
    private readonly terminal: Terminal,
  ) {}

  /** @param files those that are reported */
  static async open(output: ReportOutput, files: readonly FoundFile[], terminal: Terminal): Promise<ReportWriter> {
    const { format, folder } = output;
    const place = folder === undefined ? undefined : new ReportFolder(folder, format, files);
    return new ReportWriter(output, await reportFormat(format), place, terminal);
  }

  /** Writes the report of one plan beside that of all, where there is a folder for it. Returns its path from there. */
  async plan(file: FoundFile, report: PlanReport): Promise<string | undefined> {
    // A folder that nothing can be written to is not tried again for each of many plans.
    if (!this.folder || this.hasFailed) return undefined;
    const { file: path, inside, index } = this.folder.placeOf(file);
    await this.write(path, this.format.plan(report, { base: this.baseOf(path), index }));
    return inside;
  }

  /** @param only the report of the plan, where there is but one */
  async end(portfolio: Portfolio, only: PlanReport | undefined): Promise<void> {
    if (this.hasFailed) return;
    const { file } = this.output;
    const path = this.folder?.index ?? file;
    const isOfOne = only !== undefined && !this.folder;
    const text = isOfOne
      ? this.format.plan(only, { base: this.baseOf(path) })
      : this.format.portfolio(this.linked(portfolio));
    if (path === undefined) return this.terminal.write(text);
    if (await this.write(path, text)) this.terminal.say(`The report is in ${shownPath(path, this.terminal.cwd)}.`);
  }

  /** What leads from the folder of a report to the current one, in which the paths of plans begin; not on standard output. */
  private baseOf(path: string | undefined): string | undefined {
    if (path === undefined) return undefined;
    const back = relative(dirname(path), this.terminal.cwd);
    return isAbsolute(back)
      ? undefined
      : join(back, "/")
          .replaceAll(sep, "/")
          .replace(/^\.?\/$/, "");
  }

  /** Only what is in the folder of the plans' own reports leads to them. */
  private linked(portfolio: Portfolio): Portfolio {
    if (this.folder) return portfolio;
    return { ...portfolio, plans: portfolio.plans.map(({ report: _, ...row }) => row) };
  }

  private async write(path: string, text: string): Promise<boolean> {
    const problem = await writeWhole(path, text);
    if (problem === undefined) return true;
    this.hasFailed = true;
    this.terminal.say(`${shownPath(path, this.terminal.cwd)}: The report was not written. ${problem}`);
    return false;
  }
}
