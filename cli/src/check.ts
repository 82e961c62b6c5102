import { resolve } from "node:path";
import { type PlanDate, rules, runRules, SEVERITIES, type Severity } from "@aiplan/core";
import { type FileText, readText, readTextFile } from "@aiplan/server/read-file";
import { EXIT } from "./exit-code.ts";
import { pathOf } from "./file-uri.ts";
import { type FoundFile, findFiles } from "./find-files.ts";
import type { FileReport, Format, Summary } from "./format/format.ts";
import { FORMATS, type FormatName } from "./format/formats.ts";
import { SourceText } from "./format/source-text.ts";
import { shownPath } from "./shown-path.ts";
import type { Terminal } from "./terminal.ts";
import { Workspaces } from "./workspace-of.ts";

/** From which severity on findings make the check fail. */
export const FAIL_LEVELS = [...SEVERITIES, "never"] as const;

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: FormatName;
  readonly failOn: (typeof FAIL_LEVELS)[number];
  /** Standard input is read as the content of the file at this path. */
  readonly stdinPath?: string;
  /** Absolute. */
  readonly root?: string;
  readonly asOf?: PlanDate;
}

/** Checks plans and catalogs and writes a report. Returns the exit code. */
export async function check(options: CheckOptions, terminal: Terminal): Promise<number> {
  const { cwd } = terminal;
  const workspaces = new Workspaces({ ...options, cwd });
  const format = FORMATS[options.format](terminal);
  const run = new CheckRun(workspaces, format, terminal);
  await terminal.write(format.start());
  if (options.stdinPath !== undefined) {
    const path = resolve(cwd, options.stdinPath);
    await run.checkFile({ path, shown: shownPath(path, cwd), named: true }, () => readText(terminal.stdin));
  } else {
    const { files, problems } = await findFiles(options.paths, cwd);
    for (const { shown, message } of problems) run.complain(shown, message);
    for (const file of files) await run.checkFile(file, () => readTextFile(file.path));
  }
  await terminal.write(format.end(run.summary));
  return run.exitCode(options.failOn);
}

/** One run over many files: each is read, checked, written about and forgotten. */
class CheckRun {
  private readonly counts = { plans: 0, catalogs: 0, ignored: 0, unreadable: 0 };
  private readonly findings: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  private readonly badConfigs = new Set<string>();
  private isIncomplete = false;

  constructor(
    private readonly workspaces: Workspaces,
    private readonly format: Format,
    private readonly terminal: Terminal,
  ) {}

  get summary(): Summary {
    return { ...this.counts, findings: this.findings };
  }

  async checkFile(file: FoundFile, read: () => Promise<FileText>): Promise<void> {
    const { configProblem } = await this.workspaces.surroundingsOf(file.path);
    if (configProblem && !this.badConfigs.has(configProblem.path)) {
      this.badConfigs.add(configProblem.path);
      this.complain(shownPath(configProblem.path, this.terminal.cwd), configProblem.message);
    }
    if (await this.workspaces.ignores(file.path)) {
      this.counts.ignored++;
      if (file.named) this.terminal.say(`${file.shown}: The \`ignore\` of the configuration leaves this file alone.`);
      return;
    }
    const outcome = await read();
    if ("problem" in outcome) this.complain(file.shown, outcome.message);
    else await this.terminal.write(await this.format.file(await this.report(file, outcome.text)));
  }

  /** Says why something could not be read. */
  complain(shown: string, message: string): void {
    this.counts.unreadable++;
    this.terminal.say(`${shown}: ${message}`);
  }

  exitCode(failOn: CheckOptions["failOn"]): number {
    if (this.counts.unreadable > 0 || this.isIncomplete) return EXIT.unusable;
    if (failOn === "never") return EXIT.clean;
    const heavy = SEVERITIES.slice(SEVERITIES.indexOf(failOn));
    return heavy.some((severity) => this.findings[severity] > 0) ? EXIT.findings : EXIT.clean;
  }

  private async report(found: FoundFile, text: string): Promise<FileReport> {
    const workspace = await this.workspaces.load(found.path, text);
    const { file } = workspace;
    const { root } = await this.workspaces.surroundingsOf(found.path);
    const findings = runRules(workspace, rules);
    this.counts[file.kind === "plan" ? "plans" : "catalogs"]++;
    for (const finding of findings) {
      this.findings[finding.severity]++;
      if (!finding.ruleFailed) continue;
      this.isIncomplete = true;
      this.terminal.say(`${found.shown}: ${finding.message}`);
    }
    const sources = new Map([[file.uri, new SourceText(found.shown, text)]]);
    return {
      source: sources.get(file.uri)!,
      uri: file.uri,
      kind: file.kind,
      stage: file.stage,
      findings,
      sourceOf: async (uri) => {
        const known = sources.get(uri);
        if (known) return known;
        const other = await this.workspaces.read(uri, root);
        const source = new SourceText(shownPath(pathOf(uri), this.terminal.cwd), "text" in other ? other.text : "");
        sources.set(uri, source);
        return source;
      },
    };
  }
}
