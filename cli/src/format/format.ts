import type { language, Severity } from "@aiplan/core";
import type { BaselineSummary } from "../baseline/baseline.ts";
import type { FailLevel } from "../check/fail-level.ts";
import type { FileReport, Needs } from "../report/file-report.ts";
import type { Position } from "../report/source-text.ts";

/** What was found in all. */
export interface Summary {
  readonly plans: number;
  readonly catalogs: number;
  /** Left alone because of `ignore` in a configuration. */
  readonly ignored: number;
  /** Left alone because only plans that have changed were asked for. */
  readonly unchanged: number;
  /** Paths and configurations that could not be read. */
  readonly unreadable: number;
  /** Findings that are counted but not shown, because of `--max-findings`. */
  readonly hidden?: number;
  /** Plans were judged as if they claimed this stage. */
  readonly stage?: language.Stage;
  /** Somebody has stopped the run: not all has been checked. */
  readonly isStopped?: true;
  /** What became of the baseline, where there is one. */
  readonly baseline?: BaselineSummary;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** What could not be read or used, and why, as a sentence. */
export interface Problem {
  /** As reports show it. */
  readonly path: string;
  /** Where it begins in a file of which the rest could be used. */
  readonly position?: Position;
  readonly message: string;
}

/** How a report looks. Each part is written before the next file is read, so that nothing piles up. */
export interface Format {
  /** What it shows of a file beyond its findings. */
  readonly needs: Needs;
  start(): string;
  file(report: FileReport): string;
  /** Standard error says it in any case. */
  problem?(problem: Problem): string;
  end(summary: Summary): string;
}

/** How text looks where it is read. */
export interface Looks {
  readonly colours: boolean;
  /** It is a terminal that shows links. */
  readonly links?: boolean;
  /** In columns of the terminal. */
  readonly width: number;
}

/** What a format may adapt to. */
export interface FormatOptions extends Looks {
  /** Absolute: what the paths of reports start from. Formats for forges turn them with `fromBase`. */
  readonly cwd: string;
  readonly failOn: FailLevel;
}
