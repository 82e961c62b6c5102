import type { Place } from "../workspace/checked-plan.ts";
import type { Figure } from "./datum.ts";

/** Something that can take so much and no more, and what it gets. */
export interface LoadLimit<At = Place> {
  /** The id of the system, of the rollout step that is reviewed, or of the fallback mode; `actions`; `load-test`. */
  readonly name: string;
  readonly kind: "system" | "reviewers" | "actions" | "fallback" | "load-test";
  /** When so much comes, or why: "at peak", "on average", "the system is off, at peak". */
  readonly when?: string;
  /** That of both numbers: `req/h`. */
  readonly unit: string;
  /** What it gets; absent where the plan doesn't say enough. */
  readonly demand?: Figure<At>;
  /** How the demand was put together, in words. */
  readonly how?: string;
  /** What it can take, or, of a load test, what was tried; absent where the plan doesn't say. */
  readonly limit?: Figure<At>;
  /** Demand by limit: above 1 is too much. Only where there are both, and the limit is not 0. */
  readonly share?: number;
  /** The demand is above the limit; absent unless there are both. */
  readonly exceeds?: boolean;
  readonly at: At;
}

export interface LoadPicture<At = Place> {
  /** One at least; each has a demand or a limit. */
  readonly limits: readonly LoadLimit<At>[];
}
