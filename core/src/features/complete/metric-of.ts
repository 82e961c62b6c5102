import { Gate, type Metric, Target, Trigger } from "../../language/index.ts";
import type { Unit } from "../../quantity/index.ts";
import type { MapNode, Node, NodeOf } from "../../syntax/nodes.ts";
import type { Context } from "./context.ts";

/** What the plan says of the metric that the value at the cursor is about. */
export function metricOf(context: Context): NodeOf<typeof Metric> | undefined {
  const id = metricId(context.slot);
  return context.plan.definitions.find("metric", id);
}

/** The unit of that metric. */
export function unitAt(context: Context): Unit | undefined {
  return metricOf(context)?.get("unit")?.value;
}

/** A target stands under its metric's id; alarms and gates name it. */
function metricId({ map, node }: Context["slot"]): string | undefined {
  for (let around: MapNode | Node["parent"] = node.parent ?? map; around; around = around.parent) {
    if (around.kind !== "map") continue;
    if (around.type === Target) return around.key?.text;
    if (around.type !== Trigger && around.type !== Gate) continue;
    const metric = around.entry("metric")?.value;
    return metric?.kind === "scalar" ? metric.text : undefined;
  }
  return undefined;
}
