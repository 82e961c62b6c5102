import type { Change } from "@aiplan/core";
import type { ReportedFinding, ReportedPlace } from "../report/file-report.ts";

/** What has changed from one version of a plan to another, as plain data. */
export interface PlanDiff {
  /** How reports name the version after, or the one before where the plan was deleted. */
  readonly path: string;
  readonly kind: "plan" | "catalog";
  /** How reports name the two versions; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
  /** It was somewhere else before. */
  readonly isMoved?: true;
  /** The day of the change, where it is known. */
  readonly changedOn?: string;
  /** What the rules that compare versions say. */
  readonly findings: readonly ReportedFinding[];
  readonly changes: readonly ReportedChange[];
  /** What could not be compared, and why: sentences. Something may have been weakened there unseen. */
  readonly notCompared: readonly string[];
}

export interface ReportedChange extends Pick<Change, "path" | "kind" | "words"> {
  readonly before?: ReportedValue;
  readonly after?: ReportedValue;
  /** An ignore comment silences what a rule says of it: who reads the difference is told so, for the comment may be as new. */
  readonly isSilenced?: true;
  /** The finding that is about it, by its number from zero; undefined where it is harmless, ignored or off. */
  readonly finding?: number;
}

/** A value as a version has it. */
export interface ReportedValue {
  /** On one line; of long values the beginning. */
  readonly text: string;
  readonly place: ReportedPlace;
}

/** Is there anything to tell? */
export function isDifference({ before, after, isMoved, changes, findings, notCompared }: PlanDiff): boolean {
  if (before === null || after === null || isMoved) return true;
  return changes.length + findings.length + notCompared.length > 0;
}

/** All that was compared. */
export interface DiffResult {
  /** Those with differences. */
  readonly plans: readonly PlanDiff[];
  /** How many of each were compared, those without differences too. */
  readonly compared: Readonly<Record<"plan" | "catalog", number>>;
  /** How many could not be. */
  readonly unreadable: number;
}
