import { fromBase, sameDimension, unitFor } from "./compare.ts";
import { formatBase, readableUnit } from "./format.ts";
import { quantityOf } from "./quantity-of.ts";
import type { Dimension, Quantity } from "./types.ts";

/** `a + b` in the unit of `a`; undefined across dimensions or currencies. */
export function add(a: Quantity, b: Quantity): Quantity | undefined {
  return sameDimension(a, b) ? computed(a.base + b.base, a.dimension, a.unit) : undefined;
}

/** `a - b` in the unit of `a`; undefined across dimensions or currencies. */
export function subtract(a: Quantity, b: Quantity): Quantity | undefined {
  return sameDimension(a, b) ? computed(a.base - b.base, a.dimension, a.unit) : undefined;
}

const products: ReadonlyMap<string, Dimension> = new Map([
  ["rate duration", "count"],
  ["money-rate duration", "money"],
  ["data-rate duration", "data"],
  ["rate money-per-count", "money-rate"],
  ["count money-per-count", "money"],
]);

const quotients: ReadonlyMap<string, Dimension> = new Map([
  ["count rate", "duration"],
  ["money money-rate", "duration"],
  ["data data-rate", "duration"],
  ["money money-per-count", "count"],
  ["money-rate money-per-count", "rate"],
  ["money-rate rate", "money-per-count"],
]);

/**
 * The product of two quantities, in either order, or of a quantity and a plain number.
 *
 * A number or a share keeps the unit of the other factor (`900 item/h` x 3 = `2,700 item/h`). A rate times money per count is
 * money per month, whatever the time of the rate. Undefined where the product means nothing, or a number is not finite.
 */
export function multiply(a: Quantity, b: Quantity | number): Quantity | undefined {
  if (typeof b === "number") return computed(a.base * b, a.dimension, a.unit);
  if (isFactor(b)) return computed(a.base * b.base, a.dimension, a.unit);
  if (isFactor(a)) return multiply(b, a);
  const dimension = products.get(`${a.dimension} ${b.dimension}`);
  if (dimension) return computed(a.base * perSecondFactor(b), dimension, resultUnit(dimension, a, b));
  return products.has(`${b.dimension} ${a.dimension}`) ? multiply(b, a) : undefined;
}

/**
 * The quotient of two quantities, or of a quantity and a plain number. Two quantities of one dimension give a number; money over
 * money per month gives months. Undefined where the quotient means nothing, and where it divides by zero.
 */
export function divide(a: Quantity, b: Quantity | number): Quantity | undefined {
  if (typeof b === "number") return computed(a.base / b, a.dimension, a.unit);
  if (sameDimension(a, b)) return computed(a.base / b.base, "number", "");
  if (isFactor(b)) return computed(a.base / b.base, a.dimension, a.unit);
  const dimension = quotients.get(`${a.dimension} ${b.dimension}`);
  if (!dimension || (a.currency !== undefined && b.currency !== undefined && a.currency !== b.currency))
    return undefined;
  const base = (a.base / b.base) * (dimension === "duration" ? 1000 : 1);
  return computed(base, dimension, resultUnit(dimension, a, b));
}

/**
 * The unit for showing one rate next to another: what `rate` counts, in the time of `timeFrom`. A limit of `30 req/min`
 * beside a peak of `900 item/h` is best shown in `req/h`.
 */
export function unitInTimeOf(rate: Quantity, timeFrom: Quantity): string {
  const above = rate.unit.split("/")[0] ?? "";
  const time = timeFrom.unit.split("/")[1];
  return time === undefined ? rate.unit : `${above}/${time}`;
}

function isFactor(quantity: Quantity): boolean {
  return quantity.dimension === "number" || quantity.dimension === "share";
}

/** Durations are in milliseconds, and everything over time is per second. */
function perSecondFactor(quantity: Quantity): number {
  return quantity.dimension === "duration" ? quantity.base / 1000 : quantity.base;
}

/** The unit of a product or quotient; undefined leaves the choice to the size of the number. */
function resultUnit(dimension: Dimension, a: Quantity, b: Quantity): string | undefined {
  const currency = a.currency ?? b.currency;
  const noun = a.noun ?? b.noun ?? "item";
  switch (dimension) {
    case "money":
      return currency;
    case "money-rate":
      return `${currency}/mo`;
    case "money-per-count":
      return `${currency}/${noun}`;
    case "count":
      return noun;
    case "rate":
      return `${noun}/${a.unit.split("/")[1]}`;
    case "duration":
      return a.dimension === "money" ? "mo" : undefined;
    default:
      return undefined;
  }
}

function computed(base: number, dimension: Dimension, unitName: string | undefined): Quantity | undefined {
  if (!Number.isFinite(base)) return undefined;
  const unit = (unitName !== undefined && unitFor(unitName, dimension)) || readableUnit(base, dimension);
  const text = formatBase(base, dimension, unit.unit);
  return { ...quantityOf(text, fromBase(base, unit), unit), base };
}
