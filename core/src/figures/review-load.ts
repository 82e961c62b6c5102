import { formatReadable, multiply, type Quantity } from "../quantity/index.ts";
import { type Step, seenShare } from "./rollout-steps.ts";

/** A computed quantity, and in words how it was put together. */
export interface Computed {
  readonly quantity: Quantity;
  /** "3,200 item/d x 25% traffic x 50% review". */
  readonly how: string;
}

/** How many items people have to review while a step runs: those that the system really handles, for they wait for it. */
export function reviewLoad(step: Step, load: Quantity | undefined): Computed | undefined {
  const traffic = step.get("traffic")?.value;
  return reviewedOf(step, load, traffic && { key: "traffic", share: traffic });
}

/** How many items people review while a step runs, a shadow run's among them. */
export function reviewedRate(step: Step, load: Quantity | undefined): Computed | undefined {
  return reviewedOf(step, load, seenShare(step));
}

/** How many reviewed items a step gives in a time: those that the system handles, or sees in a shadow run. */
export function reviewedSamples(
  step: Step,
  load: Quantity | undefined,
  window: Quantity | undefined,
): Computed | undefined {
  const reviewed = reviewedRate(step, load);
  if (!reviewed || window?.dimension !== "duration") return undefined;
  const quantity = multiply(reviewed.quantity, window);
  return quantity && { quantity, how: `${reviewed.how} x ${formatReadable(window)}` };
}

function reviewedOf(step: Step, load: Quantity | undefined, seen: ReturnType<typeof seenShare>): Computed | undefined {
  const review = step.get("review")?.value;
  if (!seen || !review || load?.dimension !== "rate") return undefined;
  const handled = multiply(load, seen.share);
  const quantity = handled && multiply(handled, review);
  return (
    quantity && {
      quantity,
      how: `${formatReadable(load)} x ${formatReadable(seen.share)} ${seen.key} x ${formatReadable(review)} review`,
    }
  );
}
