import { type MonthlyCost, monthlyNetOf, reviewCost } from "../figures/monthly-cost.ts";
import { rolloutSchedule } from "../figures/rollout-schedule.ts";
import { add, convertTo, multiply, type Quantity, readQuantity } from "../quantity/index.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { CostCurve, CurvePoint, ReviewCurve } from "./cost.ts";
import { reviewOf } from "./cost-points.ts";
import { type Figure, withoutNoise } from "./datum.ts";

/** The units in which a picture gives money and volumes. */
export interface Units {
  readonly money: string;
  readonly volume: string;
}

const NOTHING = readQuantity("0%").quantity;
const EVERYTHING = readQuantity("100%").quantity;

/** What it costs from no items up to those of a cost: for each share that a step has reviewed, and for none. */
export function curvesOf(plan: CheckedPlan, largest: MonthlyCost, units: Units): CostCurve[] {
  const perItem = reviewPrice(plan);
  if (!perItem) return curveOf({ steps: [] }, largest, largest.withoutReview, units);
  const shares = new Map<number, Shared>();
  if (NOTHING) shares.set(0, { share: NOTHING, review: { value: 0, text: NOTHING.text }, steps: [] });
  for (const scheduled of rolloutSchedule(plan)) {
    const share = scheduled.step.get("review")?.value;
    const review = reviewOf(plan, scheduled);
    if (!share || !review || share.base < 0 || share.base > 1) continue;
    const same = shares.get(share.base);
    shares.set(share.base, {
      share,
      review: same?.review.at ? same.review : review,
      steps: [...(same?.steps ?? []), scheduled.name],
    });
  }
  return [...shares.values()]
    .sort((a, b) => a.share.base - b.share.base)
    .flatMap(({ share, review, steps }) => {
      const reviewing = reviewCost(largest.volume, share, perItem);
      return curveOf({ review, steps }, largest, reviewing && add(largest.withoutReview, reviewing), units);
    });
}

interface Shared {
  readonly share: Quantity;
  readonly review: Figure;
  readonly steps: readonly string[];
}

function curveOf(
  curve: Pick<CostCurve, "review" | "steps">,
  { fixed, volume }: MonthlyCost,
  total: Quantity | undefined,
  units: Units,
): CostCurve[] {
  const points = line(fixed, volume, total, units);
  return points ? [{ ...curve, points }] : [];
}

/** What the output is worth, from no items up to those of a cost. */
export function valueLine(plan: CheckedPlan, largest: MonthlyCost, units: Units): CurvePoint[] | undefined {
  const value = monthlyNetOf(plan, largest)?.value;
  return line(value && multiply(value, 0), largest.volume, value, units);
}

/** What the volume of a cost costs by how much of it is reviewed; undefined where nothing says what a review costs. */
export function byReview(
  plan: CheckedPlan,
  { volume, withoutReview }: MonthlyCost,
  units: Units,
): ReviewCurve | undefined {
  const perItem = reviewPrice(plan);
  const reviewing = perItem && EVERYTHING && reviewCost(volume, EVERYTHING, perItem);
  const least = inUnit(withoutReview, units.money);
  const all = reviewing && add(withoutReview, reviewing);
  const most = all && inUnit(all, units.money);
  if (least === undefined || most === undefined) return undefined;
  return {
    points: [
      [0, least],
      [100, most],
    ],
  };
}

function reviewPrice(plan: CheckedPlan): Quantity | undefined {
  return plan.file.root.get("economics")?.get("review-cost-per-item")?.value;
}

function line(
  none: Quantity | undefined,
  volume: Quantity,
  all: Quantity | undefined,
  units: Units,
): CurvePoint[] | undefined {
  const start = none && inUnit(none, units.money);
  const most = inUnit(volume, units.volume);
  const end = all && inUnit(all, units.money);
  return start === undefined || most === undefined || end === undefined
    ? undefined
    : [
        [0, start],
        [most, end],
      ];
}

function inUnit(quantity: Quantity, unit: string): number | undefined {
  const value = convertTo(quantity, unit);
  return value === undefined ? undefined : withoutNoise(value);
}
