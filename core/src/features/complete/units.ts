import type { QuantityType } from "../../language/types.ts";
import { type Dimension, listUnits, readQuantity, type Unit } from "../../quantity/index.ts";
import { walk } from "../../syntax/nodes.ts";
import { spanIn } from "../../syntax/plan-file.ts";
import type { Context } from "./context.ts";
import { unitAt } from "./metric-of.ts";
import { wordsOf } from "./plan-words.ts";
import type { Suggestion } from "./suggestion.ts";

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
  const typed = /^([\p{L}][\p{L}\p{N}_-]+)\//u.exec(unit)?.[1];
  const beside = typed === undefined ? unitsBeside(context, type) : [];
  const units = accepted.flatMap(({ dimension, like, first }) => [
    ...(first === undefined ? [] : [{ unit: first, doc: "the unit of the metric" }]),
    ...beside.flatMap((one) =>
      one.dimension === dimension ? [{ unit: one.unit, doc: "as elsewhere in the plan" }] : [],
    ),
    // Words for plain numbers don't stand in for each other, as other units of one dimension do.
    ...(first !== undefined && dimension === "number" ? [] : listUnits(dimension, wordsOf(context, like, typed))),
  ]);
  const names = new Set<string>();
  return units
    .filter(({ unit: name }) => name !== "" && !names.has(name) && names.add(name))
    .map(({ unit: name, doc }) => ({
      text: name,
      kind: "unit",
      detail: doc,
      part,
      // The next digit makes it another number.
      passing: blank === "" && unit === "",
      afterBlank: blank === "" && unit === "" && name !== "%",
    }));
}

/** What the plan measures the same thing in elsewhere, such as the rates of its other systems; the last one first. */
function unitsBeside({ plan, cursor }: Context, type: QuantityType): Unit[] {
  if (type.dimension === "metric") return [];
  const { file } = plan;
  return file.sections
    .flatMap(({ value }) => walk(value))
    .flatMap((node) => {
      if (node.kind !== "scalar" || node.type !== type || !node.value) return [];
      const { start, end } = spanIn(file, node);
      const isHere = start <= cursor.whole.end && cursor.whole.start <= end;
      return isHere ? [] : [node.value as Unit];
    })
    .reverse();
}

interface Accepted {
  readonly dimension: Dimension;
  /** A unit that the wanted one is likely to be like. */
  readonly like?: Unit | undefined;
  /** The very unit that is likeliest. */
  readonly first?: string;
}

/** What the value may measure. */
function dimensionsOf(context: Context, { dimension, example }: QuantityType): Accepted[] {
  if (dimension !== "metric") {
    const accepted: readonly Dimension[] = typeof dimension === "string" ? [dimension] : dimension;
    const like = readQuantity(example).quantity;
    return accepted.map((one) => (one === like?.dimension ? { dimension: one, like } : { dimension: one }));
  }
  const unit = unitAt(context);
  return unit ? [{ dimension: unit.dimension, like: unit, first: unit.unit }] : [];
}
