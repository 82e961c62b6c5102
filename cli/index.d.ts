/** How far a plan says it has come. */
export type Stage = "proposal" | "build" | "pilot" | "production";

export type Severity = "error" | "warning" | "info" | "hint";

/** What is checked, and how; each option does what the flag of `aiplan check` does. */
export interface CheckOptions {
  /** Files, or folders with plans in them, relative to `cwd`. Without them: all plans below `cwd`. */
  readonly paths?: readonly string[];
  /** A text that is checked as if it were the file at that path, which need not exist. No paths are checked then. */
  readonly input?: { readonly path: string; readonly text: string };
  /** The folder that relative paths start from. Without it: the current folder of the process. */
  readonly cwd?: string;
  /** The folder that no link leaves, relative to `cwd`. Without it: that of the repository. */
  readonly root?: string;
  /** The day that dates are compared with, such as `2026-07-06`. */
  readonly asOf?: string;
  /** Only these rules are reported, by their ids. */
  readonly rules?: readonly string[];
  /** Sets of rules that are switched on, by their ids. */
  readonly profiles?: readonly string[];
  /** Plans are judged as if they claimed this stage. */
  readonly stage?: Stage;
}

/** What `aiplan check --format json` prints. More keys may come; none will change its meaning. */
export interface Report {
  /** Every file that was checked, those without findings too, sorted by path. */
  readonly files: readonly FileReport[];
  readonly summary: Summary;
}

export interface FileReport {
  /** Relative to the current folder, with forward slashes on every system. */
  readonly path: string;
  /** What the plan claims, or is judged by; `null` for a catalog. */
  readonly stage: Stage | null;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

export interface Finding {
  /** The id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, why it matters, what to do. */
  readonly message: string;
  /** Only where it is in another file than the one it is listed under. */
  readonly path?: string;
  readonly range: Range;
  /** What the rule asks of every plan. */
  readonly help?: string;
  /** Other places that matter. */
  readonly related: readonly { readonly path: string; readonly range: Range; readonly message: string }[];
  /** What could be done, best first. */
  readonly fixes: readonly Fix[];
}

export interface Fix {
  readonly title: string;
  /** For the text as it was read. They do not overlap; two at one place go in in their order. */
  readonly edits: readonly Edit[];
}

export interface Edit {
  /** Only where it is for another file than the one the finding is listed under. One of no file makes that file. */
  readonly path?: string;
  readonly range: Range;
  readonly newText: string;
}

/** `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Counted from zero, `character` in UTF-16 code units, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Summary {
  readonly plans: number;
  readonly catalogs: number;
  /** Files that `ignore` in a configuration leaves alone. */
  readonly ignored: number;
  /** Files that `--changed-since` leaves alone. */
  readonly unchanged: number;
  /** Paths and configurations that could not be read. */
  readonly unreadable: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** Only with `--max-findings`: findings that are counted, but not listed. */
  readonly hidden?: number;
  /** Only with `--baseline`: how many findings it knows, which are not listed. */
  readonly known?: number;
  /** Only with `--baseline`: how many of its findings are there no more. */
  readonly gone?: number;
}

export interface CheckResult extends Report {
  /** Why the check is not complete, in sentences that begin with a path: empty where it is. */
  readonly problems: readonly string[];
}

/**
 * Checks plans and catalogs. Nothing is written, nothing is fetched from the network, and no code of the folder is run.
 *
 * @throws TypeError where an option cannot be used: an id of no rule, a date that is none
 */
export function check(options?: CheckOptions): Promise<CheckResult>;
