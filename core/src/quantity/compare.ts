import { readUnitText } from "./read-unit.ts";
import type { Dimension, Quantity, Unit } from "./types.ts";
import type { ScaledUnit } from "./units.ts";

/** Whether two quantities measure the same thing. Those that hold money also need the same currency; the noun counted never matters. */
export function sameDimension(a: Unit, b: Unit): boolean {
  return a.dimension === b.dimension && a.currency === b.currency;
}

// 0.1 h and 6 min are the same, although floating point may tell them apart in the last digit.
const tolerance = 1e-12;

/**
 * Negative where `a` is the smaller, positive where it is the larger, 0 where they are equal but for the noise of
 * floating point (one part in 10^12); undefined across dimensions or currencies.
 */
export function compare(a: Quantity, b: Quantity): number | undefined {
  if (!sameDimension(a, b)) return undefined;
  if (Math.abs(a.base - b.base) <= tolerance * Math.max(Math.abs(a.base), Math.abs(b.base))) return 0;
  return a.base < b.base ? -1 : 1;
}

/**
 * Whether a value may be given for a metric of this unit. A share needs a share (`93%`, not `0.93`), a number a bare
 * number or one in the very same word (`0.2 psi`), and a count a bare number or a count of anything, because all
 * nouns are one dimension. Everything else needs the same dimension and currency.
 */
export function fitsUnit(quantity: Quantity, unit: Unit): boolean {
  const bare = quantity.unit === "";
  if (unit.dimension === "count") return bare || quantity.dimension === "count";
  if (unit.dimension === "number") return bare || quantity.unit === unit.unit;
  return sameDimension(quantity, unit);
}

/**
 * The value of a quantity in another unit: `60 req/min` in `item/h`, or in `/h` for short, is 3600. Undefined where the
 * unit is unknown or measures something else.
 */
export function convertTo(quantity: Quantity, unit: string): number | undefined {
  const scaled = unitFor(unit, quantity.dimension);
  if (!scaled || (scaled.currency !== undefined && scaled.currency !== quantity.currency)) return undefined;
  return fromBase(quantity.base, scaled);
}

/** A value in base units, in another unit. */
export function fromBase(base: number, { multiplier, divisor }: ScaledUnit): number {
  return (base * divisor) / multiplier;
}

/** The unit with this name, if values of `dimension` can be given in it. `/h` does for everything that is over time. */
export function unitFor(unit: string, dimension: Dimension): ScaledUnit | undefined {
  const outcome = readUnitText(unit.trim());
  if ("problem" in outcome) return undefined;
  const found = outcome.unit;
  if (found.dimension === dimension) return found;
  const overTime = dimension === "money-rate" || dimension === "data-rate";
  return overTime && found.unit.startsWith("/") ? found : undefined;
}
