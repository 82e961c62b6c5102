import { compare, formatBase, multiply, type Quantity } from "../quantity/index.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { Computed } from "./review-load.ts";
import { type SeenShare, type Step, seenShare } from "./rollout-steps.ts";

/** The load of the busiest hour, and in words how it was put together: `900 item/h x 50% traffic`. */
export interface PeakLoad extends Computed {
  /** `load.peak`. */
  readonly at: ScalarNode<Quantity>;
}

/** What the system handles in the busiest hour at the most: the peak x the highest traffic of the rollout. */
export function handledAtPeak(checked: CheckedPlan): PeakLoad | undefined {
  return peakLoad(checked, (step) => {
    const share = step.get("traffic")?.value;
    return share && { key: "traffic", share };
  });
}

/** What it handles or sees mirrored in the busiest hour: the systems around it are called for both. */
export function seenAtPeak(checked: CheckedPlan): PeakLoad | undefined {
  return peakLoad(checked, seenShare);
}

/**
 * All of it where no steps are planned yet, or where a system that only suggests is given to people and not to a share of the
 * load; undefined where the steps have shares that cannot be read.
 */
function peakLoad({ file, due }: CheckedPlan, shareOf: (step: Step) => SeenShare | undefined): PeakLoad | undefined {
  const at = file.root.get("load")?.get("peak");
  const peak = at?.value;
  if (!at || !peak) return undefined;
  const whole = { at, quantity: peak, how: formatBase(peak.base, peak.dimension, peak) };
  const steps = file.root.get("rollout")?.get("steps")?.items() ?? [];
  if (steps.length === 0) return whole;
  const [first, ...others] = steps.flatMap((step) => shareOf(step) ?? []);
  const highest = first && others.reduce((a, b) => ((compare(b.share, a.share) ?? 0) > 0 ? b : a), first);
  if (!highest) return due.onlySuggests && !steps.some((step) => step.has("traffic")) ? whole : undefined;
  if (highest.share.base >= 1) return whole;
  const quantity = multiply(peak, highest.share);
  return quantity && { at, quantity, how: `${whole.how} x ${formatBase(highest.share.base, "share")} ${highest.key}` };
}
