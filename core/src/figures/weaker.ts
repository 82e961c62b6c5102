import type { Metric } from "../language/index.ts";
import { compare, type Quantity } from "../quantity/index.ts";
import type { NodeOf } from "../syntax/nodes.ts";

/**
 * Is one value of a metric worse than another, by the metric's direction? Never where the plan doesn't say enough: a value
 * or the direction is missing, the direction is `target`, or the two do not measure the same thing.
 */
export function isWeaker(
  value: Quantity | undefined,
  than: Quantity | undefined,
  metric: NodeOf<typeof Metric>,
): boolean {
  const difference = value && than ? compare(value, than) : undefined;
  if (difference === undefined) return false;
  const direction = metric.get("direction")?.value;
  return direction === "higher" ? difference < 0 : direction === "lower" && difference > 0;
}
