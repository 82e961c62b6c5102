import { currencyMeant, isCurrencyCode } from "./currency.ts";
import { readOperator } from "./operator.ts";
import { quantityOf, withUnit } from "./quantity-of.ts";
import { plainDecimal, readNumber } from "./read-number.ts";
import { completeProblem, longestText, readUnitText, type UnitRefused } from "./read-unit.ts";
import { remembering } from "./remembering.ts";
import type { QuantityReading } from "./types.ts";
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
export const readQuantity = remembering(readAnyQuantity);

function readAnyQuantity(text: string): QuantityReading {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > longestText) return notAQuantity;
  return shift(readTrimmed(trimmed), text.length - text.trimStart().length);
}

function readTrimmed(text: string): QuantityReading {
  const operator = readOperator(text);
  if (operator) {
    const { operator: spelling, rest, restStart } = operator;
    const reading = readTrimmed(rest);
    if (reading.problem?.kind === "not-a-quantity" && reading.problem.replacement === undefined) return notAQuantity;
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
  const compound = compoundDuration(text);
  if (compound !== undefined) {
    return { ...offsets, problem: { kind: "unknown-unit", unit: unitText, replacement: compound } };
  }
  if (!isUnitLike(unitText, afterNumber === unitText)) return notAQuantity;

  if (number.problem) {
    const rewritten = number.digits + afterNumber;
    const suggestion = readableForm(rewritten) ?? rewritten;
    return { ...offsets, problem: { kind: number.problem, suggestion } };
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
  return !glued || !/^(?:(?:st|nd|rd|th)\b|\p{L}+\d)/iu.test(unit);
}

type Offsets = Pick<QuantityReading, "numberStart" | "numberEnd" | "unitStart" | "unitEnd">;

function refuse(text: string, value: number, refused: UnitRefused, offsets: Offsets): QuantityReading {
  const { problem, rewrite } = refused;
  const unitStart = offsets.unitStart + refused.start;
  const unitEnd = unitStart + problem.unit.length;
  const replacement = rewrite && rescaled(value * rewrite.factor, rewrite.unit);
  return {
    ...offsets,
    unitStart,
    unitEnd,
    problem: completeProblem(problem, text.slice(0, unitStart), text, replacement),
  };
}

/** A rewritten quantity, unless its number does not come out even: nobody means `33.3333333333333 item/mo`. */
function rescaled(value: number, unit: string): string | undefined {
  const number = plainDecimal(value);
  return number.replace(/\D/g, "").length > 12 ? undefined : readableForm(withUnit(number, unit));
}

/** `1e5 items` has one meaning, but not one that every reader of a plan sees at once. */
function readExponent(digits: string, exponent: string, afterNumber: string, offsets: Offsets): QuantityReading {
  const value = Number(digits + exponent);
  const afterExponent = afterNumber.slice(exponent.length);
  const unit = afterExponent.trimStart();
  if (!isUnitLike(unit, afterExponent === unit)) return notAQuantity;
  const replacement = rescaled(value, unit);
  if (replacement === undefined) return notAQuantity;
  const unitEnd = offsets.unitStart + exponent.length;
  return { ...offsets, unitEnd, problem: { kind: "unknown-unit", unit: exponent, replacement } };
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
  return replacement === undefined
    ? notAQuantity
    : { ...notAQuantity, problem: { kind: "not-a-quantity", replacement } };
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
  const { quantity, normalized, problem } = readQuantity(text);
  if (problem?.kind === "thousands-separator" || problem?.kind === "decimal-comma") {
    return readableForm(problem.suggestion);
  }
  if (problem?.kind === "not-a-quantity" || problem?.kind === "unknown-unit") return problem.replacement;
  return normalized ?? quantity?.text;
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
