import {
  add,
  compare,
  divide,
  formatQuantity,
  formatReadable,
  formatRounded,
  multiply,
  type Quantity,
  subtract,
} from "../quantity/index.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { onceFor } from "../workspace/once-for.ts";
import { type ScheduledStep, stepAtMonth6 } from "./rollout-schedule.ts";

/** What people cost who review the output in month six. */
export type MonthlyReview =
  | {
      readonly kind: "costed";
      readonly step: ScheduledStep;
      readonly share: Quantity;
      readonly perItem: Quantity;
      readonly cost: Quantity;
    }
  /** The step that runs at month six has no review. */
  | { readonly kind: "none" }
  /** No steps are planned yet, so nothing says how much is reviewed. */
  | { readonly kind: "no-steps" }
  /** Nothing says what a review costs. */
  | { readonly kind: "not-costed"; readonly step: ScheduledStep; readonly share: Quantity };

/** What the system costs a month at a volume. Where review is not costed, it is the least it costs. */
export interface MonthlyCost {
  /** `load.month-6`, unless it was asked for another. */
  readonly volume: Quantity;
  readonly fixed: Quantity;
  readonly perItem: Quantity;
  /** Volume x cost of an item. */
  readonly items: Quantity;
  /** What it would cost if nothing at all were reviewed. */
  readonly withoutReview: Quantity;
  readonly review: MonthlyReview;
  readonly total: Quantity;
}

/** What the system costs and earns a month at the volume of month six. */
export interface MonthlyNet {
  readonly cost: MonthlyCost;
  readonly valuePerItem: Quantity;
  readonly value: Quantity;
  /** Value - cost. */
  readonly net: Quantity;
  /** The same if nothing at all were reviewed. */
  readonly netWithoutReview: Quantity;
  /** Whether each is above zero, by more than the noise of floating point. */
  readonly earns: boolean;
  readonly earnsWithoutReview: boolean;
}

/** Undefined where a number is not there or can't be read, and across currencies. */
export const monthlyCost = onceFor((checked: CheckedPlan): MonthlyCost | undefined => {
  const volume = checked.file.root.get("load")?.get("month-6")?.value;
  return volume && monthlyCostAt(checked, volume, stepAtMonth6(checked));
});

/** The same at another volume, while a step of the rollout runs. */
export function monthlyCostAt(
  checked: CheckedPlan,
  volume: Quantity,
  step: ScheduledStep | undefined,
): MonthlyCost | undefined {
  const economics = checked.file.root.get("economics");
  const fixed = economics?.get("fixed-cost")?.value;
  const perItem = economics?.get("cost-per-item")?.value;
  if (!fixed || !perItem) return undefined;
  const review = monthlyReview(checked, volume, step);
  const items = multiply(volume, perItem);
  const withoutReview = items && add(items, fixed);
  const total = withoutReview && review?.kind === "costed" ? add(withoutReview, review.cost) : withoutReview;
  return review && items && withoutReview && total
    ? { volume, fixed, perItem, items, withoutReview, review, total }
    : undefined;
}

/** What a month of a volume costs in reviews, where so much of it is reviewed. */
export function reviewCost(volume: Quantity, share: Quantity, perItem: Quantity): Quantity | undefined {
  const items = multiply(volume, share);
  return items && multiply(items, perItem);
}

/** Undefined where a number is not there or can't be read, and across currencies. */
export const monthlyNet = onceFor((checked: CheckedPlan): MonthlyNet | undefined => {
  const cost = monthlyCost(checked);
  return cost && monthlyNetOf(checked, cost);
});

/** What is left of the value at the volume of a cost. Undefined as above. */
export function monthlyNetOf(checked: CheckedPlan, cost: MonthlyCost): MonthlyNet | undefined {
  const valuePerItem = checked.file.root.get("economics")?.get("value-per-item")?.value;
  const value = valuePerItem && multiply(cost.volume, valuePerItem);
  if (!value) return undefined;
  const net = subtract(value, cost.total);
  const netWithoutReview = subtract(value, cost.withoutReview);
  if (!net || !netWithoutReview) return undefined;
  const earns = (compare(value, cost.total) ?? 0) > 0;
  const earnsWithoutReview = (compare(value, cost.withoutReview) ?? 0) > 0;
  return { cost, valuePerItem, value, net, netWithoutReview, earns, earnsWithoutReview };
}

/** How long it takes to earn the build cost back; undefined where nothing is earned, or the build cost can't be read. */
export function paybackTime(checked: CheckedPlan, { earns, net }: MonthlyNet): Quantity | undefined {
  const buildCost = checked.file.root.get("economics")?.get("build-cost")?.value;
  return earns && buildCost ? divide(buildCost, net) : undefined;
}

/** How the cost is put together: `5,200 EUR/mo fixed + 121,750 item/mo x 0.035 EUR/item + 5% of them reviewed x 0.9 EUR/item`. */
export function sumInWords({ volume, fixed, perItem, review }: MonthlyCost): string {
  const parts = [`${moneyAMonth(fixed)} fixed`, `${volumeInWords(volume)} x ${formatReadable(perItem)}`];
  if (review.kind === "costed")
    parts.push(`${formatQuantity(review.share)} of them reviewed x ${formatReadable(review.perItem)}`);
  return parts.join(" + ");
}

/** Money over time by the month, whatever time it was given for: `5,000 EUR/mo`. @param beside see {@link formatRounded} */
export function moneyAMonth(money: Quantity, beside?: Quantity): string {
  return formatRounded(money, `${money.currency}/mo`, beside);
}

/** A volume by the month: `121,750 item/mo`. */
export function volumeInWords(volume: Quantity): string {
  return formatRounded(volume, `${volume.noun ?? ""}/mo`);
}

/** How the value is put together: `121,750 item/mo x 0.25 EUR/item`. */
export function valueInWords({ cost, valuePerItem }: MonthlyNet): string {
  return `${volumeInWords(cost.volume)} x ${formatReadable(valuePerItem)}`;
}

/** What the sum leaves out, as a sentence with a space ahead of it; empty where it leaves nothing out. */
export function caveatOf({ review }: MonthlyCost): string {
  if (review.kind === "no-steps")
    return " Review is not in it, for no rollout steps are planned yet: it can only get worse.";
  if (review.kind === "not-costed")
    return ` The ${formatQuantity(review.share)} review of \`${review.step.name}\` is not in it, for no \`review-cost-per-item\` is given: it can only get worse.`;
  return "";
}

function monthlyReview(
  checked: CheckedPlan,
  volume: Quantity,
  step: ScheduledStep | undefined,
): MonthlyReview | undefined {
  const { root, garbled } = checked.file;
  if (garbled.has("rollout") || root.entry("rollout")?.value.section.broken) return undefined;
  const steps = root.get("rollout")?.get("steps")?.items() ?? [];
  if (steps.length === 0) return { kind: "no-steps" };
  const share = step?.step.get("review")?.value;
  if (!step || !share || share.base < 0 || share.base > 1) return undefined;
  if (share.base === 0) return { kind: "none" };
  const economics = root.get("economics");
  const perItem = economics?.get("review-cost-per-item")?.value;
  if (!perItem) return economics?.entry("review-cost-per-item") ? undefined : { kind: "not-costed", step, share };
  const cost = reviewCost(volume, share, perItem);
  return cost && { kind: "costed", step, share, perItem, cost };
}
