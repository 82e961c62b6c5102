import type { Metric } from "../language/index.ts";
import { containerType, type MapNode, type NodeOf } from "../syntax/nodes.ts";
import type { Definitions } from "./definitions.ts";

/** The metric that a map speaks of: a target stands under its id; alarms and gates name it with the key `metric`. */
export function metricSpokenOf(map: MapNode, definitions: Definitions): NodeOf<typeof Metric> | undefined {
  const holder = map.parent?.kind === "map" ? containerType(map.parent) : undefined;
  if (holder?.kind === "map" && holder.refersTo === "metric") return definitions.find("metric", map.key?.text);
  const metric = map.entry("metric")?.value;
  return metric?.kind === "scalar" ? definitions.find("metric", metric.text) : undefined;
}
