import { type PlanReport, PortfolioMaker } from "@aiplan/report/data";
import { ConfigProblems, problemLine } from "../check/config-problems.ts";
import { type FoundFile, findFiles } from "../check/find-files.ts";
import { Progress } from "../check/progress.ts";
import { keepRoomForGarbage } from "../check/room-for-garbage.ts";
import type { WorkspaceOptions } from "../check/workspace-of.ts";
import { EXIT } from "../exit-code.ts";
import type { Terminal } from "../terminal.ts";
import type { ReportOutput } from "./destination.ts";
import { GateKeeper, type Gates } from "./gates.ts";
import { PlanReporter, type ReportResult } from "./plan-reporter.ts";
import { ReportWriter } from "./report-writer.ts";

export interface ReportOptions extends Omit<WorkspaceOptions, "cwd">, Gates {
  readonly paths: readonly string[];
  readonly outputs: readonly ReportOutput[];
}

/** From so many plans on the program takes no more memory than it has by then. */
const MANY = 64;

/** Writes where plans stand: the whole report of one plan, or where each of several stands. Returns the exit code. */
export async function reportPlans(options: ReportOptions, terminal: Terminal): Promise<number> {
  const signal = terminal.interruption();
  const { files, problems } = await findFiles(options.paths, terminal.cwd);
  const writers: ReportWriter[] = [];
  for (const output of options.outputs) writers.push(await ReportWriter.open(output, files, terminal));
  const run = new ReportRun(writers, new GateKeeper(options), terminal);
  for (const { shown, message } of problems) run.complain(shown, message);
  const reporter = new PlanReporter({ ...options, cwd: terminal.cwd });
  const progress = new Progress(files.length, terminal);
  try {
    for (const [index, file] of files.entries()) {
      if (signal.aborted) return stopped(files.length - index, files, terminal);
      if (index === MANY) keepRoomForGarbage();
      await run.take(await reporter.resultOf(file));
      progress.advance(index + 1);
      // A signal is heard only between two turns of the event loop.
      await new Promise((next) => setImmediate(next));
    }
  } finally {
    progress.end();
  }
  return run.end();
}

function stopped(left: number, { length }: readonly FoundFile[], terminal: Terminal): number {
  terminal.say(
    `Stopped. ${left} of ${length} ${length === 1 ? "file" : "files"} not looked at; no report of all is written.`,
  );
  return EXIT.stopped;
}

/** One run over many plans: each is written about, and but a line of it kept. */
class ReportRun {
  private readonly maker = new PortfolioMaker();
  private readonly configs: ConfigProblems;
  private plans = 0;
  /** The report of the first plan, for as long as there is no other. */
  private only: PlanReport | undefined;
  private isIncomplete = false;
  private hasUnreadable = false;

  constructor(
    private readonly writers: readonly ReportWriter[],
    private readonly gates: GateKeeper,
    private readonly terminal: Terminal,
  ) {
    this.configs = new ConfigProblems(terminal.cwd);
  }

  async take({ file, configProblems, reported }: ReportResult): Promise<void> {
    for (const problem of this.configs.news(configProblems)) {
      this.isIncomplete = true;
      this.terminal.say(problemLine(problem));
    }
    if (reported.outcome === "report") return this.plan(file, reported.report);
    if (reported.outcome === "unreadable") return this.complain(file.shown, reported.message);
    this.maker.leaveOut(reported.outcome);
    if (file.named) this.terminal.say(`${file.shown}: ${LEFT_OUT[reported.outcome]}`);
  }

  complain(path: string, message: string): void {
    this.hasUnreadable = true;
    this.maker.problem(path, message);
    this.terminal.say(problemLine({ path, message }));
  }

  async end(): Promise<number> {
    if (this.plans === 0) {
      if (!this.hasUnreadable)
        this.terminal.say("There are no plans to report on: only catalogs, or files that are ignored.");
      return EXIT.unusable;
    }
    const { portfolio } = this.maker;
    const only = this.hasUnreadable ? undefined : this.only;
    for (const writer of this.writers) await writer.end(portfolio, only);
    const { failures } = this.gates;
    for (const failure of failures) this.terminal.say(failure);
    if (this.isIncomplete || this.hasUnreadable || this.writers.some(({ hasFailed }) => hasFailed))
      return EXIT.unusable;
    return failures.length > 0 ? EXIT.findings : EXIT.clean;
  }

  private async plan(file: FoundFile, report: PlanReport): Promise<void> {
    this.plans++;
    this.only = this.plans === 1 ? report : undefined;
    this.gates.judge(report);
    let own: string | undefined;
    for (const writer of this.writers) own = (await writer.plan(file, report)) ?? own;
    this.maker.plan(report, own);
  }
}

const LEFT_OUT = {
  catalog: "This is a catalog, which has no readiness of its own.",
  ignored: "The `ignore` of the configuration leaves this file alone.",
} as const;
