import type { Place } from "../workspace/checked-plan.ts";
import type { Day, Figure } from "./datum.ts";

/** What must be true before a step may begin. */
export interface LadderGate<At = Place> {
  /** The id of the metric; absent where the gate doesn't say. */
  readonly metric?: string;
  /** What is asked of it: "at least 88% for 2 w, over 3000 samples or more"; empty where nothing can be read. */
  readonly condition: string;
  readonly at: At;
}

export interface LadderStep<At = Place> {
  /** Its id, or its number from 1. */
  readonly name: string;
  /** In percent, 0 to 100: of all items. */
  readonly traffic?: Figure<At>;
  /** In percent, 0 to 100: of all items, seen and not acted on. */
  readonly mirror?: Figure<At>;
  /** In percent, 0 to 100: of the items that it handles. */
  readonly review?: Figure<At>;
  /** In days. */
  readonly minDuration?: Figure<At>;
  /** When it began, or can begin at the earliest; absent where the plan doesn't say. */
  readonly begins?: Day & { readonly how: "entered" | "planned" | "earliest" };
  readonly gates: readonly LadderGate<At>[];
  /** `rollout.current` names it. */
  readonly isCurrent: boolean;
  readonly at: At;
}

/** How the system is rolled out, step by step. */
export interface Ladder<At = Place> {
  /** One at least, in the order of the plan. */
  readonly steps: readonly LadderStep<At>[];
}
