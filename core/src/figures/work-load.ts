import { compare, formatBase, formatReadable, multiply, type Quantity } from "../quantity/index.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { onceFor } from "../workspace/once-for.ts";
import type { Computed } from "./review-load.ts";
import { type SeenShare, type Step, seenShare } from "./rollout-steps.ts";

/** How much work there is, and in words how it was put together: `900 item/h x 50% traffic`. */
export interface WorkLoad extends Computed {
  /** The value of `load` that it comes from. */
  readonly at: ScalarNode<Quantity>;
  readonly period: "at peak" | "on average";
}

/** What a load is compared with, where it matters for how long that counts: `10000 req/d` may be used up unevenly. */
type Limit = Quantity | undefined;

const HOUR = 3600;

/** What the system handles at the most: the load x the highest traffic of the rollout. */
export function handledLoad(checked: CheckedPlan, against?: Limit): WorkLoad | undefined {
  return workLoad(checked, against, mostHandled(checked));
}

/** What it handles or sees mirrored: the systems around it are called for both. */
export function seenLoad(checked: CheckedPlan, against?: Limit): WorkLoad | undefined {
  return workLoad(checked, against, mostSeen(checked));
}

/** A share of the load; undefined where it cannot be read. */
type Part = SeenShare | "all" | undefined;

const mostHandled = onceFor((checked: CheckedPlan) =>
  highestShare(checked, (step) => {
    const share = step.get("traffic")?.value;
    return share && { key: "traffic", share };
  }),
);
const mostSeen = onceFor((checked: CheckedPlan) => highestShare(checked, seenShare));

/**
 * The highest share of the steps. All where no steps are planned yet, or where a system that only suggests is given to people
 * and not to a share of the load.
 */
function highestShare({ file, due }: CheckedPlan, shareOf: (step: Step) => SeenShare | undefined): Part {
  const steps = file.root.get("rollout")?.get("steps")?.items() ?? [];
  if (steps.length === 0) return "all";
  const [first, ...others] = steps.flatMap((step) => shareOf(step) ?? []);
  const highest = first && others.reduce((a, b) => ((compare(b.share, a.share) ?? 0) > 0 ? b : a), first);
  if (!highest) return due.onlySuggests && !steps.some((step) => step.has("traffic")) ? "all" : undefined;
  return highest.share.base >= 1 ? "all" : highest;
}

/** The load of the busiest hour; that on average, where the limit counts for longer than an hour. */
function workLoad({ file }: CheckedPlan, against: Limit, part: Part): WorkLoad | undefined {
  const load = file.root.get("load");
  const peak = load?.get("peak");
  if (!peak?.value) return undefined;
  const isLonger = against !== undefined && timeOf(against) > Math.max(timeOf(peak.value), HOUR) * (1 + 1e-9);
  const at = isLonger ? load?.get("average") : peak;
  if (!at?.value) return undefined;
  const { value } = at;
  const whole: WorkLoad = {
    at,
    period: isLonger ? "on average" : "at peak",
    quantity: value,
    how: formatReadable(value),
  };
  if (part === "all" || !part) return part && whole;
  const quantity = multiply(value, part.share);
  return quantity && { ...whole, quantity, how: `${whole.how} x ${formatBase(part.share.base, "share")} ${part.key}` };
}

/** The seconds that a rate is given for: 3,600 for `900 item/h`. */
function timeOf({ value, base }: Quantity): number {
  return value / base;
}
