import { Gate, Trigger } from "../../language/index.ts";
import type { Context } from "./context.ts";
import { metricOf } from "./metric-of.ts";
import type { Suggestion } from "./suggestion.ts";

/** The one text that is not free: a slice is one of those that its metric names. */
export function completeSlice(context: Context): Suggestion[] {
  const { map, node } = context.slot;
  if (node.key?.text !== "slice" || (map?.type !== Trigger && map?.type !== Gate)) return [];
  const slices = metricOf(context)?.entry("slices")?.value;
  if (slices?.kind !== "list") return [];
  return slices.all.flatMap((slice): Suggestion[] =>
    slice.kind === "scalar" && slice.text ? [{ text: slice.text, kind: "id", detail: "slice of the metric" }] : [],
  );
}
