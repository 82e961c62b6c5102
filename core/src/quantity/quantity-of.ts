import type { Quantity } from "./types.ts";
import type { ScaledUnit } from "./units.ts";

/** The quantity of `value` in a unit. `text` is kept as it is. */
export function quantityOf(text: string, value: number, scaled: ScaledUnit): Quantity {
  const { unit, dimension, currency, noun, multiplier, divisor } = scaled;
  const base = (value * multiplier) / divisor;
  return { text, value, unit, dimension, base, ...(currency && { currency }), ...(noun && { noun }) };
}

/** A number and a unit as they are written together: `4 h`, `93%`, `60/min`, `0.75`. */
export function withUnit(number: string, unit: string): string {
  const separator = unit === "" || unit === "%" || unit.startsWith("/") ? "" : " ";
  return number + separator + unit;
}
