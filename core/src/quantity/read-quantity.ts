import { currencyMeant, isCurrencyCode } from "./currency.ts";
import { readOperator } from "./operator.ts";
import { quantityOf, withUnit } from "./quantity-of.ts";
import { plainDecimal, readNumber } from "./read-number.ts";
import { longestText, readUnitText, type UnitOutcome } from "./read-unit.ts";
import type { QuantityProblem, QuantityReading } from "./types.ts";
import { type ScaledUnit, unitMeant, unitNamed } from "./units.ts";

const notAQuantity: QuantityReading = {
  problem: { kind: "not-a-quantity" },
  numberStart: 0,
  numberEnd: 0,
  unitStart: 0,
  unitEnd: 0,
};

/**
 * Reads a scalar such as `4.2 h`, `93%` or `22000 EUR/mo`. White space around it is ignored, and any white space,
 * non-breaking too, may stand before the unit. Never throws; takes time linear in the text.
 */
export function readQuantity(text: string): QuantityReading {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > longestText) return notAQuantity;
  return shift(readTrimmed(trimmed), text.length - text.trimStart().length);
}

function readTrimmed(text: string): QuantityReading {
  const operator = readOperator(text);
  if (operator) {
    const { operator: spelling, rest, restStart } = operator;
    const reading = readTrimmed(rest);
    if (reading.problem?.kind === "not-a-quantity" && reading.replacement === undefined) return notAQuantity;
    return { ...shift(offsetsOf(reading), restStart), problem: { kind: "operator", operator: spelling, rest } };
  }
  const number = readNumber(text);
  if (!number) return readCurrencyFirst(text);
  const value = Number(number.digits);
  if (!Number.isFinite(value)) return notAQuantity;

  const afterNumber = text.slice(number.length);
  const unitText = afterNumber.trimStart();
  const unitStart = unitText === "" ? number.length : text.length - unitText.length;
  const offsets = { numberStart: 0, numberEnd: number.length, unitStart, unitEnd: text.length };

  const exponent = /^e[+-]?\d{1,3}/i.exec(afterNumber)?.[0];
  if (exponent !== undefined) return readExponent(number.digits, exponent, afterNumber, offsets);
  if (!isUnitLike(unitText, afterNumber === unitText)) return notAQuantity;

  if (number.problem) {
    const suggestion = readableForm(number.digits + text.slice(number.length));
    if (suggestion === undefined) return notAQuantity;
    return { ...offsets, problem: { kind: number.problem, suggestion }, replacement: suggestion };
  }
  const outcome = readUnitText(unitText);
  if ("problem" in outcome) return refuse(text, value, outcome, offsets);
  const preferredUnit = outcome.preferred ?? outcome.unit.unit;
  const canonicalNumber = text.slice(0, number.length).replace(/^\+/, "") === number.digits;
  const quantity = quantityOf(text, value, outcome.unit);
  if (canonicalNumber && outcome.preferred === undefined) return { ...offsets, quantity };
  return { ...offsets, quantity, normalized: withUnit(number.digits, preferredUnit) };
}

/** Whether what follows a number can be a unit. `24x7`, `1:30`, `2026-07-06`, `3-5 d` and `1st` cannot. */
function isUnitLike(unit: string, glued: boolean): boolean {
  if (unit === "") return true;
  if (!/^[\p{L}%\u2030/\p{Sc}]/u.test(unit)) return false;
  if (!glued) return true;
  return !/^(?:st|nd|rd|th)\b/i.test(unit) && (!/^\p{L}+\d/u.test(unit) || compoundDuration(`1${unit}`) !== undefined);
}

type Offsets = Pick<QuantityReading, "numberStart" | "numberEnd" | "unitStart" | "unitEnd">;

function refuse(
  text: string,
  value: number,
  outcome: Extract<UnitOutcome, { problem: QuantityProblem }>,
  offsets: Offsets,
): QuantityReading {
  const { problem, rewrite } = outcome;
  const unitStart = offsets.unitStart + outcome.start;
  const unitEnd = "unit" in problem ? unitStart + problem.unit.length : offsets.unitEnd;
  const replacement = rewrite
    ? readableForm(withUnit(plainDecimal(value * rewrite.factor), rewrite.unit))
    : compoundDuration(text);
  const reading = { ...offsets, unitStart, unitEnd, problem };
  return replacement === undefined ? reading : { ...reading, replacement };
}

/** `1e5 items` has one meaning, but not one that every reader of a plan sees at once. */
function readExponent(digits: string, exponent: string, afterNumber: string, offsets: Offsets): QuantityReading {
  const value = Number(digits + exponent);
  const afterExponent = afterNumber.slice(exponent.length);
  const unit = afterExponent.trimStart();
  if (!isUnitLike(unit, afterExponent === unit)) return notAQuantity;
  const reading: QuantityReading = {
    ...offsets,
    unitEnd: offsets.unitStart + exponent.length,
    problem: { kind: "unknown-unit", unit: exponent },
  };
  const replacement = Number.isFinite(value) ? readableForm(withUnit(plainDecimal(value), unit)) : undefined;
  return replacement === undefined ? notAQuantity : { ...reading, replacement };
}

/** `EUR 500/mo` and `€500`: the currency belongs after the number. */
function readCurrencyFirst(text: string): QuantityReading {
  const [all = "", symbol = ""] = /^(\p{Sc}|[A-Za-z]{3})\s*(?=[+\-\u2212]?\.?\d)/u.exec(text) ?? [];
  const code = isCurrencyCode(symbol) ? symbol : currencyMeant(symbol);
  if (code === undefined) return notAQuantity;
  const rest = text.slice(all.length);
  const length = readNumber(rest)?.length;
  if (length === undefined) return notAQuantity;
  const after = rest.slice(length);
  const magnitude = /^(?:\s*(?:k|thousand|mn|mio|million|m|bn|billion)\b)?/i.exec(after)?.[0] ?? "";
  const replacement = readableForm(`${rest.slice(0, length)}${magnitude} ${code}${after.slice(magnitude.length)}`);
  return replacement === undefined ? notAQuantity : { ...notAQuantity, replacement };
}

/** `4 h 12 min` in the smallest unit that it names: `252 min`. */
function compoundDuration(text: string): string | undefined {
  const piece = /\s*(\d+(?:\.\d+)?)\s*([A-Za-z]+)\.?(?:\s*,|\s+and\b)?/y;
  let milliseconds = 0;
  let pieces = 0;
  let smallest: ScaledUnit | undefined;
  while (piece.lastIndex < text.length) {
    const match = piece.exec(text);
    if (!match) return undefined;
    const [, digits = "", word = ""] = match;
    const unit = unitNamed(word) ?? unitMeant(word);
    if (unit?.dimension !== "duration") return undefined;
    milliseconds += Number(digits) * unit.multiplier;
    pieces += 1;
    if (!smallest || unit.multiplier < smallest.multiplier) smallest = unit;
  }
  return smallest && pieces > 1 ? withUnit(plainDecimal(milliseconds / smallest.multiplier), smallest.unit) : undefined;
}

/** `text` where it reads, else the form of it that reads; undefined where there is none. */
function readableForm(text: string): string | undefined {
  const { quantity, normalized, replacement } = readQuantity(text);
  return normalized ?? replacement ?? quantity?.text;
}

function shift<Reading extends Offsets>(reading: Reading, by: number): Reading {
  if (by === 0 || reading.numberEnd === 0) return reading;
  const { numberStart, numberEnd, unitStart, unitEnd } = reading;
  return {
    ...reading,
    numberStart: numberStart + by,
    numberEnd: numberEnd + by,
    unitStart: unitStart + by,
    unitEnd: unitEnd + by,
  };
}

function offsetsOf({ numberStart, numberEnd, unitStart, unitEnd }: Offsets): Offsets {
  return { numberStart, numberEnd, unitStart, unitEnd };
}
