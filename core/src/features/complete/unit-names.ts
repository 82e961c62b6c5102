import { type Dimension, listUnits } from "../../quantity/index.ts";
import type { Context } from "./context.ts";
import { wordsOf } from "./plan-words.ts";
import type { Suggestion } from "./suggestion.ts";

/** What metrics are measured in, the likeliest first. */
const OF_METRICS: readonly Dimension[] = [
  "share",
  "duration",
  "count",
  "number",
  "money",
  "rate",
  "money-rate",
  "money-per-count",
];

/** The names that the `unit` of a metric may have. */
export function completeUnitName(context: Context): Suggestion[] {
  const words = wordsOf(context);
  return OF_METRICS.flatMap((dimension) => listUnits(dimension, words)).map(({ unit, doc }) => ({
    // A bare percent sign is none of the signs that a YAML value may start with.
    text: unit === "%" ? "percent" : unit,
    kind: "unit",
    detail: doc,
  }));
}
