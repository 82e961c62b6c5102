import { resolve } from "node:path";
import { SEVERITIES, type Severity } from "@aiplan/core";
import { type FileText, readText, readTextFile } from "@aiplan/server/read-file";
import type { Baseline } from "../baseline/baseline.ts";
import { type BaselineFlags, openBaseline, writeBaseline } from "../baseline/open.ts";
import { EXIT } from "../exit-code.ts";
import type { Summary } from "../format/format.ts";
import { withoutDeleted } from "../git/before-check.ts";
import type { FileReport } from "../report/file-report.ts";
import { shownPath } from "../shown-path.ts";
import type { Terminal } from "../terminal.ts";
import { ConfigProblems, problemLine } from "./config-problems.ts";
import { type FailLevel, failsAt } from "./fail-level.ts";
import { FileChecker } from "./file-checker.ts";
import { type FoundFile, findFiles } from "./find-files.ts";
import type { OutputChoice } from "./output-choice.ts";
import { Outputs } from "./outputs.ts";
import type { ConfigFileProblem, WorkspaceOptions } from "./workspace-of.ts";

/** Plain data: it can be sent to a worker. */
export interface CheckOptions extends Omit<WorkspaceOptions, "cwd">, BaselineFlags {
  readonly paths: readonly string[];
  readonly outputs: readonly OutputChoice[];
  readonly failOn: FailLevel;
  /** Standard input is read as the content of the file at this path. */
  readonly stdinPath?: string;
  /** A commit: only plans that have changed since are checked. */
  readonly changedSince?: string;
  /** A commit: what has changed since is judged, too. */
  readonly against?: string;
  /** As many findings are shown at most. */
  readonly maxFindings?: number;
}

/** Checks plans and catalogs and writes a report. Returns the exit code. */
export async function check(options: CheckOptions, terminal: Terminal): Promise<number> {
  const { cwd } = terminal;
  const baseline = await openBaseline(options, { ...options, cwd });
  if (baseline && "problem" in baseline) {
    terminal.say(baseline.problem);
    return EXIT.unusable;
  }
  const outputs = new Outputs(options.outputs, options.failOn, terminal, options.maxFindings);
  const run = new CheckRun(new FileChecker({ ...options, cwd }, outputs.needs), outputs, terminal, baseline);
  await outputs.start();
  if (options.stdinPath !== undefined) {
    const path = resolve(cwd, options.stdinPath);
    await run.checkFile({ path, shown: shownPath(path, cwd), named: true }, () => readText(terminal.stdin));
  } else {
    const { files, problems } = await findFiles(options.paths, cwd);
    const { changedSince } = options;
    const open = changedSince === undefined ? problems : await withoutDeleted(problems, changedSince);
    for (const { shown, message } of open) await run.complain(shown, message);
    for (const file of files) await run.checkFile(file, () => readTextFile(file.path));
  }
  await outputs.end({ ...run.summary, ...(options.stage ? { stage: options.stage } : {}) });
  const isWritten =
    !baseline || !options.writeBaseline || (await writeBaseline(baseline, options.writeBaseline, terminal));
  return isWritten ? run.exitCode(options.failOn) : EXIT.unusable;
}

/** One run over many files: each is read, checked, written about and forgotten. */
class CheckRun {
  private readonly counts = { plans: 0, catalogs: 0, ignored: 0, unchanged: 0, unreadable: 0 };
  private readonly findings: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  private readonly configs: ConfigProblems;
  private isIncomplete = false;

  constructor(
    private readonly checker: FileChecker,
    private readonly outputs: Outputs,
    private readonly terminal: Terminal,
    private readonly baseline: Baseline | undefined,
  ) {
    this.configs = new ConfigProblems(terminal.cwd);
  }

  get summary(): Summary {
    const baseline = this.baseline?.summary;
    return { ...this.counts, findings: this.findings, ...(baseline ? { baseline } : {}) };
  }

  async checkFile(file: FoundFile, read: () => Promise<FileText>): Promise<void> {
    await this.complainOfConfig(await this.checker.configProblems(file.path));
    const checked = await this.checker.check(file, read);
    if (checked.outcome === "report") {
      const report = this.baseline?.judge(checked.report) ?? checked.report;
      this.count(report);
      for (const words of checked.notCompared) this.terminal.say(`${file.shown}: ${words}`);
      await this.outputs.file(report);
    } else if (checked.outcome === "unreadable") {
      await this.complain(file.shown, checked.message);
    } else if (checked.outcome === "unchanged") {
      this.counts.unchanged++;
    } else {
      this.counts.ignored++;
      if (file.named) this.terminal.say(`${file.shown}: The \`ignore\` of the configuration leaves this file alone.`);
    }
  }

  /** Says why something could not be read. */
  async complain(path: string, message: string): Promise<void> {
    this.counts.unreadable++;
    this.terminal.say(problemLine({ path, message }));
    await this.outputs.problem({ path, message });
  }

  /** Plans are not checked as somebody wants them to be where something of their configuration cannot be used. */
  private async complainOfConfig(found: readonly ConfigFileProblem[]): Promise<void> {
    for (const problem of this.configs.news(found)) {
      if (problem.position) this.isIncomplete = true;
      else this.counts.unreadable++;
      this.terminal.say(problemLine(problem));
      await this.outputs.problem(problem);
    }
  }

  exitCode(failOn: FailLevel): number {
    if (this.counts.unreadable > 0 || this.isIncomplete || !this.outputs.areComplete) return EXIT.unusable;
    const fails = SEVERITIES.some((severity) => this.findings[severity] > 0 && failsAt(failOn, severity));
    return fails ? EXIT.findings : EXIT.clean;
  }

  private count({ path, kind, findings }: FileReport): void {
    this.counts[kind === "plan" ? "plans" : "catalogs"]++;
    for (const { severity, ruleFailed, message } of findings) {
      this.findings[severity]++;
      if (!ruleFailed) continue;
      this.isIncomplete = true;
      this.terminal.say(`${path}: ${message}`);
    }
  }
}
