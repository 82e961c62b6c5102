import { resolve } from "node:path";
import { SEVERITIES, type Severity } from "@aiplan/core";
import { readText } from "@aiplan/server/read-file";
import type { Baseline } from "../baseline/baseline.ts";
import { type BaselineFlags, openBaseline, writeBaseline } from "../baseline/open.ts";
import { EXIT } from "../exit-code.ts";
import type { Summary } from "../format/format.ts";
import { withoutDeleted } from "../git/before-check.ts";
import type { FileReport } from "../report/file-report.ts";
import { shownPath } from "../shown-path.ts";
import type { Terminal } from "../terminal.ts";
import { checkAll } from "./check-all.ts";
import { ConfigProblems, problemLine } from "./config-problems.ts";
import { type FailLevel, failsAt } from "./fail-level.ts";
import { type CheckerSetup, FileChecker, type FileResult } from "./file-checker.ts";
import type { Files } from "./files.ts";
import { byShownPath, type FoundFile, findFiles } from "./find-files.ts";
import { usualJobs } from "./jobs.ts";
import type { OutputChoice } from "./output-choice.ts";
import { Outputs } from "./outputs.ts";
import { Progress } from "./progress.ts";
import { removedPlans } from "./removed-plans.ts";
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
  /** How many threads check files; as many as pay where it is not given. */
  readonly jobs?: number;
}

/**
 * Checks plans and catalogs and writes a report. Returns the exit code.
 *
 * @param source where what plans import and link to is read from, if not from the disk as it is: then by one thread
 */
export async function check(options: CheckOptions, terminal: Terminal, source?: Files): Promise<number> {
  const { cwd } = terminal;
  const baseline = await openBaseline(options, { ...options, cwd });
  if (baseline && "problem" in baseline) {
    terminal.say(baseline.problem);
    return EXIT.unusable;
  }
  const outputs = new Outputs(options.outputs, options.failOn, terminal, options.maxFindings);
  const run = new CheckRun(outputs, terminal, baseline);
  const setup: CheckerSetup = { options: checkerOptions(options, cwd), needs: outputs.needs };
  if (options.stdinPath !== undefined) {
    await outputs.start();
    const path = resolve(cwd, options.stdinPath);
    const file = { path, shown: shownPath(path, cwd), named: true };
    await run.take(await new FileChecker(setup.options, setup.needs).resultOf(file, () => readText(terminal.stdin)));
  } else {
    // From the first word of the report on, whoever stops the run gets a report that can be read.
    const signal = terminal.interruption();
    await outputs.start();
    const { files, problems } = await findFiles(options.paths, cwd);
    const ref = options.against ?? options.changedSince;
    const open = ref === undefined ? problems : await withoutDeleted(problems, ref);
    for (const { shown, message } of open) await run.complain(shown, message);
    const removed = ref === undefined ? [] : await removedPlans(ref, options.paths, setup.options);
    if (options.against === undefined)
      for (const plan of removed)
        terminal.say(`${plan.shown}: This plan claimed \`${plan.removed}\` at ${ref}, and is deleted.`);
    const all = options.against === undefined ? files : [...files, ...removed].sort(byShownPath);
    const left = await takeAll(all, setup, run, options, terminal, signal, source);
    if (left !== undefined) {
      await outputs.stop({ ...run.summary, isStopped: true });
      terminal.say(`Stopped. ${left} of ${all.length} ${all.length === 1 ? "file" : "files"} not checked.`);
      return EXIT.stopped;
    }
  }
  await outputs.end({ ...run.summary, ...(options.stage ? { stage: options.stage } : {}) });
  const isWritten =
    !baseline || !options.writeBaseline || (await writeBaseline(baseline, options.writeBaseline, terminal));
  return isWritten ? run.exitCode(options.failOn) : EXIT.unusable;
}

/** Checks all files. Returns how many are left, if somebody stops it. */
async function takeAll(
  files: readonly FoundFile[],
  setup: CheckerSetup,
  run: CheckRun,
  { jobs, changedSince, against }: CheckOptions,
  terminal: Terminal,
  signal: AbortSignal,
  source: Files | undefined,
): Promise<number | undefined> {
  // Each thread would have to ask git for all that the others have asked already.
  const threads = (changedSince ?? against ?? source) === undefined ? (jobs ?? usualJobs(files.length)) : 1;
  const progress = new Progress(files.length, terminal);
  let taken = 0;
  try {
    for await (const result of checkAll(files, setup, { jobs: Math.min(threads, files.length || 1), signal, source })) {
      await run.take(result);
      progress.advance(++taken);
      if (signal.aborted) break;
    }
  } finally {
    progress.end();
  }
  return signal.aborted && taken < files.length ? files.length - taken : undefined;
}

/** What a checker is told, without all that is about reports: it must be possible to send it to a worker. */
function checkerOptions({ outputs: _, ...options }: CheckOptions, cwd: string): CheckerSetup["options"] {
  return { ...options, cwd };
}

/** One run over many files: each is written about and forgotten. */
class CheckRun {
  private readonly counts = { plans: 0, catalogs: 0, ignored: 0, unchanged: 0, unreadable: 0 };
  private readonly findings: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  private readonly configs: ConfigProblems;
  private isIncomplete = false;

  constructor(
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

  async take({ file, configProblems, checked }: FileResult): Promise<void> {
    await this.complainOfConfig(configProblems);
    if (checked.outcome === "report") {
      const report = this.baseline?.judge(checked.report) ?? checked.report;
      this.count(report);
      for (const words of checked.notCompared) this.terminal.say(`${file.shown}: ${words}`);
      await this.outputs.file(report);
    } else if (checked.outcome === "unreadable") {
      await this.complain(file.shown, checked.message);
    } else if (checked.outcome === "unchanged") {
      this.counts.unchanged++;
    } else if (checked.outcome === "ignored") {
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
