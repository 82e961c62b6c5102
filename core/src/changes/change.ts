import type { PlanDate } from "../quantity/index.ts";
import type { Finding, SilencedFinding } from "../rules/finding.ts";
import type { Severity } from "../rules/severity.ts";
import type { Place } from "../workspace/checked-plan.ts";

/** What happened to a part of a plan. `moved` is another place in an order that counts. */
export type ChangeKind = "added" | "removed" | "changed" | "renamed" | "moved";

/** A value as one of the versions has it. */
export interface ChangedValue {
  /** As it is written, on one line; of long values the beginning. */
  readonly text: string;
  /** In the file of that version: the plan, or a catalog of it. */
  readonly place: Place;
}

/** The rule that judges a change, and how much it weighs; without a severity and a finding an ignore comment covers it. */
export interface JudgedBy {
  readonly rule: string;
  readonly severity?: Severity;
  /** The same object as in {@link PlanDifference.findings}. */
  readonly finding?: Finding;
}

/** What a reader of a plan cares about between two versions of it. */
export interface Change {
  /**
   * Keys with dots between them, as in the version after, or before where it was removed: `rollout.steps.canary.review`.
   * Items of lists go by their `id`, or by their number, the first being 1.
   */
  readonly path: string;
  readonly kind: ChangeKind;
  /** A sentence: "Month-6 target of `accuracy` lowered from 92% to 88%." */
  readonly words: string;
  readonly before?: ChangedValue;
  readonly after?: ChangedValue;
  readonly judgement: JudgedBy | "harmless";
}

/** A part of the two versions of which no changes can be told. */
export interface NotCompared {
  /** A sentence: what could not be compared, and why. */
  readonly words: string;
  /** Where the cause stands. */
  readonly place: Place;
  /** In which of them. */
  readonly version: "before" | "after";
}

/** What has changed from one version of a plan to another, and what is to be said of it. */
export interface PlanDifference {
  /** In the order of the language. */
  readonly changes: readonly Change[];
  /** What the rules that compare versions say, silenced as other findings are, in the order of the text of the version after. */
  readonly findings: readonly Finding[];
  /** Those that an ignore comment of the version after covers. */
  readonly silenced: readonly SilencedFinding[];
  readonly notCompared: readonly NotCompared[];
}

export interface CompareOptions {
  /** The day on which the change was made, where it is known: only then it can be said whether that was after the build began. */
  readonly changedOn?: PlanDate;
  /** Where that is not known: the last day on which it is known not to have been made yet. */
  readonly changedAfter?: PlanDate;
}
