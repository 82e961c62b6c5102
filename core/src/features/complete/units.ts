import type { QuantityType } from "../../language/types.ts";
import type { Dimension } from "../../quantity/index.ts";
import type { Context } from "./context.ts";
import { unitAt } from "./metric-of.ts";
import type { Suggestion } from "./suggestion.ts";
import { unitsFor } from "./unit-names.ts";

/** A number, and the beginning of a unit after it. */
const NUMBER = /^([+-]?\d[\d.,]*)(\s*)((?:[\p{L}%/][^\s]*)?)$/u;

/** The units that fit, once a number is there. The number itself is the author's. */
export function completeUnit(context: Context, type: QuantityType): Suggestion[] {
  const { cursor, plan } = context;
  const { start, end } = cursor.token;
  const [, number = "", blank = "", unit = ""] = NUMBER.exec(plan.file.text.slice(start, end)) ?? [];
  const unitStart = start + number.length + blank.length;
  if (number === "" || cursor.offset < start + number.length) return [];
  const accepted = dimensionsOf(context, type);
  // Where a number may stand alone, nothing is put behind it unasked.
  if (blank === "" && unit === "" && accepted.some(({ dimension }) => dimension === "number" || dimension === "count"))
    return [];
  const part = { start: Math.min(unitStart, cursor.offset), end: unitStart + unit.length };
  const units = accepted.flatMap(({ dimension, first }) => [
    ...(first === undefined ? [] : [{ unit: first, doc: "the unit of the metric" }]),
    // Words for plain numbers don't stand in for each other, as other units of one dimension do.
    ...(first !== undefined && dimension === "number" ? [] : unitsFor(plan.file, dimension, unit)).filter(
      (choice) => choice.unit !== first,
    ),
  ]);
  return units
    .filter(({ unit: name }) => name !== "")
    .map(({ unit: name, doc }) => ({
      text: name,
      kind: "unit",
      detail: doc,
      part,
      afterBlank: blank === "" && unit === "" && name !== "%",
    }));
}

/** What the value may measure; `first` is the very unit that is likeliest. */
function dimensionsOf(context: Context, { dimension }: QuantityType): { dimension: Dimension; first?: string }[] {
  if (dimension !== "metric") {
    const accepted: readonly Dimension[] = typeof dimension === "string" ? [dimension] : dimension;
    return accepted.map((one) => ({ dimension: one }));
  }
  const unit = unitAt(context);
  return unit ? [{ dimension: unit.dimension, first: unit.unit }] : [];
}
