import { formatBase, formatNumber, formatQuantity } from "./format.ts";
import { withUnit } from "./quantity-of.ts";
import { plainDecimal } from "./read-number.ts";
import type { Quantity } from "./types.ts";
import { millisecondsPerDay, unitsOf } from "./units.ts";

/** The other units that say most to someone who thinks in a given one. */
const otherTimes: ReadonlyMap<string, readonly string[]> = new Map([
  ["ms", ["s"]],
  ["s", ["min", "h"]],
  ["min", ["h", "d"]],
  ["h", ["min", "d"]],
  ["d", ["h", "mo"]],
  ["w", ["d", "mo"]],
  ["mo", ["d", "h"]],
  ["y", ["mo", "d"]],
]);

/**
 * A quantity with what it amounts to, for a hover: `60 req/min = 3,600 req/h = 86,400 req/d`, `93% = 0.93`,
 * `4.2 h = 4 h 12 min`. Where there is nothing to add, just the quantity.
 */
export function describeQuantity(quantity: Quantity): string {
  const written = formatQuantity(quantity);
  const others = equivalents(quantity).filter((other, index, all) => other !== written && all.indexOf(other) === index);
  const monthNote = quantity.unit === "mo" && quantity.value !== 1 ? " (1 mo is 30.44 days)" : "";
  return [written, ...others].join(" = ") + monthNote;
}

function equivalents(quantity: Quantity): string[] {
  const { base, dimension, unit } = quantity;
  switch (dimension) {
    case "duration":
      return [describeDuration(quantity)];
    case "share":
      // Nothing is nothing in any unit.
      return base === 0 ? [] : [plainDecimal(base)];
    case "data":
      return [formatBase(base, dimension), formatBase(base, dimension, "B")];
    case "rate":
    case "data-rate": {
      const [above = "", below = ""] = unit.split("/");
      return (otherTimes.get(below) ?? []).map((time) => formatBase(base, dimension, `${above}/${time}`));
    }
    case "money-rate": {
      const time = unit.endsWith("/mo") ? "y" : "mo";
      return [formatBase(base, dimension, `${quantity.currency}/${time}`)];
    }
    case "money-per-count":
      return [`${formatNumber(base * 1000)} ${quantity.currency} per thousand`];
    case "money":
    case "count":
    case "number":
      return [withUnit(formatNumber(quantity.value), unit)];
  }
}

/** The unit in which a duration that does not divide into several units is easiest to picture. */
const nextDuration: ReadonlyMap<string, string> = new Map([
  ["ms", "s"],
  ["s", "ms"],
  ["min", "s"],
  ["h", "min"],
  ["d", "h"],
]);

const dayCount = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

function describeDuration({ base, unit }: Quantity): string {
  const next = nextDuration.get(unit);
  if (next === undefined) return `${dayCount.format(base / millisecondsPerDay)} days`;
  const parts = splitDuration(Math.abs(base));
  return parts === undefined ? formatBase(base, "duration", next) : (base < 0 ? "-" : "") + parts;
}

/** Days, hours, minutes and seconds, largest first; undefined where it does not come out even, or one of them is enough. */
function splitDuration(milliseconds: number): string | undefined {
  let rest = Math.round(milliseconds);
  if (rest % 1000 !== 0) return undefined;
  const parts: string[] = [];
  for (const name of ["d", "h", "min", "s"]) {
    const size = unitsOf("duration").find((each) => each.unit === name)?.multiplier ?? 1;
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${formatNumber(count)} ${name}`);
  }
  return parts.length > 1 ? parts.join(" ") : undefined;
}
