import type { Metric } from "../../language/index.ts";
import type { Unit } from "../../quantity/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import { metricIdAt } from "../metric-at.ts";
import type { Context } from "./context.ts";

/** What the plan says of the metric that the value at the cursor is about. */
export function metricOf(context: Context): NodeOf<typeof Metric> | undefined {
  const { map, node } = context.slot;
  return context.plan.definitions.find("metric", metricIdAt(node.parent ?? map));
}

/** The unit of that metric. */
export function unitAt(context: Context): Unit | undefined {
  return metricOf(context)?.get("unit")?.value;
}
