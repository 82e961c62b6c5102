import { moneyAMonth, monthlyNetOf, volumeInWords } from "../figures/monthly-cost.ts";
import { compare, type Quantity } from "../quantity/index.ts";
import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import { byReview, curvesOf, type Units, valueLine } from "./cost-curves.ts";
import { type CostPoint, costPoints, reviewOf } from "./cost-points.ts";
import { computedFigure, type Figure, figureOf, present } from "./datum.ts";

/** A point of a curve: items a month, and money a month. */
export type CurvePoint = readonly [volume: number, money: number];

/** What it costs a month when so much of the output is reviewed. */
export interface CostCurve<At = Place> {
  /** In percent, 0 to 100; without a place where it is none that a step asks for. Absent where nothing is known of review. */
  readonly review?: Figure<At>;
  /** The steps of the rollout that review so much; empty for what no step does. */
  readonly steps: readonly string[];
  /** The ends of a straight line: a month without items, and one of the largest volume of the picture. */
  readonly points: readonly CurvePoint[];
}

/** A volume that the plan speaks of. */
export interface OperatingPoint<At = Place> {
  readonly name: "pilot" | "average" | "month 6";
  readonly volume: Figure<At>;
  /** The step of the rollout that runs then: the first; the first that handles the most; the one at month six. */
  readonly step?: string;
  /** How much of it is reviewed, in percent. */
  readonly review?: Figure<At>;
  readonly cost: Figure<At>;
  readonly value?: Figure<At>;
  /** Value less cost. */
  readonly net?: Figure<At>;
  /** The cost is above the ceiling; absent without one. */
  readonly exceeds?: boolean;
}

/** What the volume of month six costs a month, by how much of it is reviewed. */
export interface ReviewCurve {
  /** The ends of a straight line, at 0 and at 100 percent of review: the percentage, and money a month. */
  readonly points: readonly (readonly [review: number, money: number])[];
}

/** What the system costs and earns a month, by how much it has to do and how much of that people review. */
export interface Cost<At = Place> {
  /** `EUR/mo`: that of all money. */
  readonly unit: string;
  /** `item/mo`: that of all volumes. */
  readonly volumeUnit: string;
  /** One at least, least review first. */
  readonly curves: readonly CostCurve<At>[];
  /** Absent where nothing says what a review costs. */
  readonly byReview?: ReviewCurve;
  /** What the output is worth: the ends of a straight line, as those of the curves. */
  readonly value?: readonly CurvePoint[];
  readonly ceiling?: Figure<At>;
  /** One at least. */
  readonly points: readonly OperatingPoint<At>[];
  /** Review is in no number, because nothing says how much is reviewed or what that costs: the true cost is higher. */
  readonly lacksReview: boolean;
}

/** Absent unless the cost at one volume is known. */
export function costOf(plan: CheckedPlan): Cost | undefined {
  const points = costPoints(plan);
  const [largest] = [...points].sort((a, b) => compare(b.cost.volume, a.cost.volume) ?? 0);
  if (!largest) return undefined;
  const { total, volume } = largest.cost;
  const units = { money: `${total.currency}/mo`, volume: `${volume.noun ?? ""}/mo` };
  const ceiling = plan.file.root.get("economics")?.get("ceiling");
  const month6 = points.find(({ name }) => name === "month 6");
  return present({
    unit: units.money,
    volumeUnit: units.volume,
    curves: curvesOf(plan, largest.cost, units),
    byReview: month6 && byReview(plan, month6.cost, units),
    value: valueLine(plan, largest.cost, units),
    ceiling: figureOf(plan, ceiling, units.money),
    points: points.flatMap((point) => operatingPoint(plan, point, units, ceiling?.value) ?? []),
    lacksReview: points.some(({ cost }) => cost.review.kind === "no-steps" || cost.review.kind === "not-costed"),
  });
}

function operatingPoint(
  plan: CheckedPlan,
  { name, node, step, cost }: CostPoint,
  units: Units,
  ceiling: Quantity | undefined,
): OperatingPoint | undefined {
  const volume = computedFigure(cost.volume, units.volume, volumeInWords(cost.volume));
  const money = (amount: Quantity | undefined, beside?: Quantity) =>
    amount && computedFigure(amount, units.money, moneyAMonth(amount, beside));
  const total = money(cost.total, ceiling);
  const net = monthlyNetOf(plan, cost);
  const above = ceiling && compare(cost.total, ceiling);
  if (!volume || !total) return undefined;
  return present({
    name,
    volume: { ...volume, at: plan.place(node) },
    step: step?.name,
    review: step && reviewOf(plan, step),
    cost: total,
    value: money(net?.value),
    net: money(net?.net),
    exceeds: above === undefined ? undefined : above > 0,
  });
}
