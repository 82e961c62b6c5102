import { Gate, Target, Trigger } from "../language/index.ts";
import type { ListNode, MapNode } from "../syntax/nodes.ts";

/** The id of the metric that a value in here is about: a target stands under it; alarms and gates name it. */
export function metricIdAt(holder: MapNode | ListNode | undefined): string | undefined {
  for (let around = holder; around; around = around.parent) {
    if (around.kind !== "map") continue;
    if (around.type === Target) return around.key?.text;
    if (around.type !== Trigger && around.type !== Gate) continue;
    const metric = around.entry("metric")?.value;
    return metric?.kind === "scalar" ? metric.text : undefined;
  }
  return undefined;
}
