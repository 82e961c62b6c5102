import { type Dimension, listUnits, type UnitChoice } from "../../quantity/index.ts";
import { walk } from "../../syntax/nodes.ts";
import type { PlanFile } from "../../syntax/plan-file.ts";
import type { Context } from "./context.ts";
import type { Suggestion } from "./suggestion.ts";

/** What metrics are measured in, the likeliest first. */
const OF_METRICS: readonly Dimension[] = ["share", "duration", "count", "number", "money", "rate", "money-per-count"];

/** The names that the `unit` of a metric may have. */
export function completeUnitName({ plan }: Context): Suggestion[] {
  return OF_METRICS.flatMap((dimension) => unitsFor(plan.file, dimension)).map(({ unit, doc }) => ({
    // A bare percent sign is none of the signs that a YAML value may start with.
    text: unit === "%" ? "percent" : unit,
    kind: "unit",
    detail: doc,
  }));
}

/** The units of a dimension, with the plan's own currency and its word for an item in front. */
export function unitsFor(file: PlanFile, dimension: Dimension, typed = ""): UnitChoice[] {
  const units = listUnits(dimension);
  const currency = dimension.startsWith("money") ? currencyOf(file) : undefined;
  // A plan has one currency: once one is written, the others would be wrong.
  if (currency !== undefined) return replaced(units, "EUR", currency);
  if (dimension !== "rate" && dimension !== "count") return units;
  const noun = /^([\p{L}][\p{L}\p{N}_-]+)\//u.exec(typed)?.[1] ?? file.root.get("load")?.get("unit")?.value;
  if (
    noun === undefined ||
    !/^\p{L}[\p{L}\p{N}_-]+$/u.test(noun) ||
    units.some(({ unit }) => unit.split("/")[0] === noun)
  )
    return units;
  return [...replaced(units, "item", noun), ...units];
}

function replaced(units: readonly UnitChoice[], above: string, by: string): UnitChoice[] {
  return units.flatMap(({ unit, doc }) => {
    const [first, ...rest] = unit.split("/");
    if (first !== above) return [];
    return [{ unit: [by, ...rest].join("/"), doc: by === above ? doc : doc.replace(/^(?:euro|items of work)/, by) }];
  });
}

function currencyOf({ sections }: PlanFile): string | undefined {
  for (const { value } of sections)
    for (const node of walk(value))
      if (node.kind === "scalar" && node.type?.kind === "quantity" && node.value?.currency) return node.value.currency;
  return undefined;
}
