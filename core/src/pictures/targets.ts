import type { Place } from "../workspace/checked-plan.ts";
import type { Figure } from "./datum.ts";

/** The moments that a target is given for, in the order of time. */
export const MOMENTS = ["baseline", "pilot-exit", "month-1", "month-6"] as const;
export type Moment = (typeof MOMENTS)[number];

/** A value at a moment, in the unit of its metric. */
export interface MomentFigure<At = Place> extends Figure<At> {
  readonly moment: Moment;
}

/** What was measured at a moment. */
export interface MeasuredFigure<At = Place> extends MomentFigure<At> {
  /** It is worse than the target of that moment, by the direction of the metric; absent where that can't be told. */
  readonly isMissed?: boolean;
}

/** What one metric is to reach, on its own scale. */
export interface TargetScale<At = Place> {
  /** The id of the metric. */
  readonly metric: string;
  readonly kind?: "business" | "quality" | "reliability" | "oversight" | "data" | "cost";
  /** Which way is better; absent where the metric doesn't say. */
  readonly direction?: "higher" | "lower" | "target";
  /** That of all its numbers: `h`, `%`; empty for plain numbers. */
  readonly unit: string;
  /** What the plan wants, in the order of time; those that are given. */
  readonly planned: readonly MomentFigure<At>[];
  /** What came out, in the order of time. */
  readonly measured: readonly MeasuredFigure<At>[];
  /** The least that every slice must reach. */
  readonly worstSlice?: Figure<At>;
  readonly at: At;
}

export interface Targets<At = Place> {
  /** One at least; each has one number at least. In the order of the plan. */
  readonly metrics: readonly TargetScale<At>[];
}
