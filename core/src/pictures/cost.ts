import type { Place } from "../workspace/checked-plan.ts";
import type { Figure } from "./datum.ts";

/** A point of a curve: items a month, and money a month. */
export type CurvePoint = readonly [volume: number, money: number];

/** What it costs a month when so much of the output is reviewed. */
export interface CostCurve<At = Place> {
  /** In percent, 0 to 100; how much is reviewed. Absent where review is in no curve, because nothing says what it costs. */
  readonly review?: Figure<At>;
  /** The steps of the rollout that review so much; empty for what no step does. */
  readonly steps: readonly string[];
  /** From no items to the largest volume of the picture. */
  readonly points: readonly CurvePoint[];
}

/** A volume that the plan speaks of. */
export interface OperatingPoint<At = Place> {
  readonly name: "pilot" | "average" | "month 6";
  readonly volume: Figure<At>;
  /** The step of the rollout that runs then, and how much it reviews, in percent. */
  readonly step?: string;
  readonly review?: Figure<At>;
  readonly cost: Figure<At>;
  readonly value?: Figure<At>;
  /** Value less cost. */
  readonly net?: Figure<At>;
  /** The cost is above the ceiling; absent without one. */
  readonly exceeds?: boolean;
}

/** What the system costs and earns a month, by how much it has to do and how much of that people review. */
export interface Cost<At = Place> {
  /** `EUR/mo`: that of all money. */
  readonly unit: string;
  /** `item/mo`: that of all volumes. */
  readonly volumeUnit: string;
  /** Least review first. */
  readonly curves: readonly CostCurve<At>[];
  /** What the output is worth. */
  readonly value?: readonly CurvePoint[];
  readonly ceiling?: Figure<At>;
  readonly points: readonly OperatingPoint<At>[];
  /** Nothing says what a review costs, or how much is reviewed: the true cost is higher. */
  readonly lacksReview: boolean;
}
