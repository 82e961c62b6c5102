import { fromBase, unitFor } from "./compare.ts";
import { withUnit } from "./quantity-of.ts";
import { plainDecimal } from "./read-number.ts";
import type { Dimension, Quantity } from "./types.ts";
import { type ScaledUnit, unitsOf } from "./units.ts";

/** A quantity as it is written in a plan, with no separators and nothing rounded away: `22000 EUR/mo`. Reads back as the same. */
export function formatQuantity(quantity: Quantity): string {
  return withUnit(plainDecimal(quantity.value), quantity.unit);
}

/**
 * A computed value for a person to read: `2,700 req/h`. Thousands are parted by commas, and at most 3 significant decimals
 * are shown, so it does not always read back.
 *
 * @param base the value in the base units of {@link Quantity.base}
 * @param unitLike the unit to show it in, by name or as another quantity in it. Without one, or where it measures something
 *   else, a unit is chosen that gives a number easy to read.
 */
export function formatBase(base: number, dimension: Dimension, unitLike?: Quantity | string): string {
  const name = typeof unitLike === "object" ? unitLike.unit : unitLike;
  const unit = (name !== undefined && unitFor(name, dimension)) || readableUnit(base, dimension);
  const value = fromBase(base, unit);
  return withUnit(dimension === "share" ? formatPercent(value) : formatNumber(value), unit.unit);
}

/** A quantity in its own unit for a person to read, with all that it says: `3,200 item/d`. */
export function formatReadable(quantity: Quantity): string {
  return formatBase(quantity.base, quantity.dimension, quantity);
}

/**
 * The result of a calculation for a person to read: whole from 100 on, else to 3 significant digits. `14,940 EUR/mo`,
 * `11.6 mo`. Of shares near the whole all digits are kept, for each of them matters.
 *
 * @param beside what it is compared with in the same sentence: where rounding would make the two look equal, it isn't done
 */
export function formatRounded(quantity: Quantity, unitName = quantity.unit, beside?: Quantity): string {
  const { base, dimension } = quantity;
  const unit = unitFor(unitName, dimension) ?? readableUnit(base, dimension);
  const exact = formatBase(base, dimension, unit.unit);
  if (dimension === "share" && fromBase(base, unit) > 99) return exact;
  const rounded = withUnit(formatNumber(round(fromBase(base, unit))), unit.unit);
  const other = beside?.dimension === dimension ? round(fromBase(beside.base, unit)) : undefined;
  return other === round(fromBase(base, unit)) ? exact : rounded;
}

/** Halves are found behind the noise of floating point: 15,497.499999999998 is 15,498. */
function round(value: number): number {
  return Math.abs(value) < 100 ? Number(value.toPrecision(3)) : Math.round(Number(value.toPrecision(12)));
}

const largeNumbers = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });
const smallNumbers = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });

/** A number for a person to read: `2,700`, `133.333`, `0.0352`. */
export function formatNumber(value: number): string {
  // Most are whole, and a formatter takes its time.
  if (Number.isSafeInteger(value)) return String(value + 0).replace(/\B(?=(?:\d{3})+$)/g, ",");
  const format = Math.abs(value) < 1 ? smallNumbers : largeNumbers;
  // Adding zero turns minus zero into zero.
  return format.format(value + 0);
}

/** A percentage that never claims 100 for something less: four nines stay four nines. */
function formatPercent(value: number): string {
  const gap = 100 - value;
  if (gap <= 1e-9 || gap >= 0.1) return formatNumber(value);
  const decimals = Math.ceil(-Math.log10(gap)) + 1;
  return new Intl.NumberFormat("en-US", { maximumFractionDigits: Math.max(3, decimals) }).format(value);
}

const overTime: ReadonlySet<Dimension> = new Set(["rate", "money-rate", "data-rate"]);

/** The largest unit in which the value is at least 1; over time, the shortest time in which something happens. */
export function readableUnit(base: number, dimension: Dimension): ScaledUnit {
  const fallback: ScaledUnit = { unit: "", dimension, multiplier: 1, divisor: 1 };
  const isReadable = (unit: ScaledUnit) => Math.abs(fromBase(base, unit)) >= 1;
  if (overTime.has(dimension)) {
    const units = ["/s", "/min", "/h", "/d", "/mo"].flatMap((name) => unitFor(name, dimension) ?? []);
    return (dimension === "money-rate" ? undefined : units.find(isReadable)) ?? units.at(-1) ?? fallback;
  }
  const units = unitsOf(dimension).filter((unit) => unit.unit !== "w" && unit.unit !== "y");
  return units.findLast(isReadable) ?? units[0] ?? fallback;
}
