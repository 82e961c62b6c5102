import { currencyMeant, isCurrencyCode } from "./currency.ts";
import type { QuantityProblem, UnitReading } from "./types.ts";
import { numberWords, type ScaledUnit, unitInstead, unitMeant, unitNamed } from "./units.ts";

/** A problem of a unit that does not yet know the whole text it is part of. */
export type UnitProblem =
  | { readonly kind: "ambiguous-unit"; readonly unit: "m" | "M" }
  | { readonly kind: "unknown-unit"; readonly unit: string; readonly suggestion?: string }
  | { readonly kind: "unknown-currency"; readonly unit: string };

/** A unit understood; `preferred` is the spelling to write where the author wrote another one. */
interface UnitFound {
  readonly unit: ScaledUnit;
  readonly preferred?: string;
}

/** A unit not understood, or not allowed. */
export interface UnitRefused {
  readonly problem: UnitProblem;
  /** Offset in the text of the unit where the problem begins; it ends where the unit ends. */
  readonly start: number;
  /** What to write instead and what to multiply the number by, where the meaning is clear. */
  readonly rewrite?: { readonly unit: string; readonly factor: number };
}

export type UnitOutcome = UnitFound | UnitRefused;

/** No quantity or unit is longer than this many UTF-16 units; a longer text is prose, and is not looked at further. */
export const longestText = 200;

const noUnit: ScaledUnit = { unit: "", dimension: "number", multiplier: 1, divisor: 1 };

// A letter, then letters, digits, hyphens, underscores or apostrophes. One letter alone is never a noun: it is a
// unit, or a slip that would otherwise pass for a count. In scripts where one character is a word (`件`) it may be one.
const nounPattern = /^(?:\p{L}[\p{L}\p{M}\p{N}_'’-]+|[\p{Script=Han}\p{Script=Hangul}])$/u;

/** What was read before: plans say the same few units over and over. */
const known = new Map<string, UnitOutcome>();
const MOST_KNOWN = 500;

/**
 * Reads what stands after the number of a quantity: `h`, `%`, `req/min`, `EUR per month`, or nothing.
 * Takes time linear in the text, and never throws.
 */
export function readUnitText(text: string): UnitOutcome {
  const kept = known.get(text);
  if (kept) return kept;
  const outcome = readAnyUnit(text);
  if (known.size < MOST_KNOWN) known.set(text, outcome);
  return outcome;
}

function readAnyUnit(text: string): UnitOutcome {
  if (text === "") return { unit: noUnit };
  if (text.length > longestText) return { problem: unknown(text), start: 0 };
  if (text.length > 1 && text.endsWith(".")) {
    const outcome = readUnitText(text.slice(0, -1).trimEnd());
    return "unit" in outcome ? { unit: outcome.unit, preferred: outcome.preferred ?? outcome.unit.unit } : outcome;
  }
  const whole = readPart(text, "alone");
  if ("unit" in whole) return whole;
  const slash = /\s*\/\s*|(?:^|\s+)per\s+/i.exec(text);
  return slash ? readRatio(text, slash.index, slash[0]) : whole;
}

function readRatio(text: string, slashStart: number, slash: string): UnitOutcome {
  const belowText = text.slice(slashStart + slash.length);
  const aboveText = text.slice(0, slashStart);
  if (belowText === "") return { problem: unknown(text), start: 0 };
  const above = aboveText === "" ? undefined : readPart(aboveText, "above");
  const numbered = /^(\d[\d,]*(?:\.\d+)?)\s*(k|thousand|m|million)?\s*(?=\p{L})/iu.exec(belowText);
  if (numbered && numbered[0].length < belowText.length) return readNumberedRatio(text, aboveText, belowText);
  const below = readPart(belowText, "below");

  if ("problem" in below) {
    const rewrite = rewriteRatio(aboveText, below.rewrite?.unit, 1 / (below.rewrite?.factor ?? 1));
    return { problem: below.problem, start: slashStart + slash.length, ...rewrite };
  }
  if (above && "problem" in above) {
    const rewrite = rewriteRatio(above.rewrite?.unit, below.unit.unit, above.rewrite?.factor ?? 1);
    const suggestion = above.rewrite?.factor === 1 ? rewrite.rewrite?.unit : undefined;
    if (above.problem.kind !== "unknown-unit") return { problem: above.problem, start: 0, ...rewrite };
    return { problem: unknown(text, suggestion), start: 0, ...rewrite };
  }
  const unit = ratioOf(above?.unit, below.unit);
  if (!unit) return { problem: unknown(text), start: 0 };
  if (!above) return { unit, preferred: `item${unit.unit}` };
  const plain = slash === "/" && above.preferred === undefined && below.preferred === undefined;
  return plain ? { unit } : { unit, preferred: unit.unit };
}

/** `EUR/1000 items`, `req/10 s`: refused, and rewritten for one item or one second. */
function readNumberedRatio(text: string, above: string, below: string): UnitRefused {
  const [, digits = "", magnitude = "", unit = ""] =
    /^(\d[\d,]*(?:\.\d+)?)\s*(?:(k|thousand|m|million)(?=\s))?\s*(.*)$/is.exec(below) ?? [];
  const scale = /^m/i.test(magnitude) ? 1e6 : magnitude ? 1e3 : 1;
  const factor = 1 / (Number(digits.replaceAll(",", "")) * scale);
  return { problem: unknown(text), start: 0, ...rewriteRatio(above, unit, factor) };
}

/** A rewrite of a ratio, but only one that reads without a further problem. */
function rewriteRatio(
  above: string | undefined,
  below: string | undefined,
  factor: number,
): Pick<UnitRefused, "rewrite"> {
  if (above === undefined || below === undefined || !Number.isFinite(factor)) return {};
  const outcome = readUnitText(`${above}/${below}`);
  return "unit" in outcome ? { rewrite: { unit: outcome.preferred ?? outcome.unit.unit, factor } } : {};
}

/** The unit of `above` over `below`, where the language has such a unit. No `above` stands for things not named. */
function ratioOf(above: ScaledUnit | undefined, below: ScaledUnit): ScaledUnit | undefined {
  const unit = `${above?.unit ?? ""}/${below.unit}`;
  const { currency, noun, multiplier = 1 } = above ?? {};
  if (below.dimension === "duration") {
    // Durations count milliseconds, and everything over time is per second.
    const divisor = below.multiplier / 1000;
    if (above === undefined) return { unit, dimension: "rate", multiplier, divisor };
    if (noun !== undefined) return { unit, dimension: "rate", noun, multiplier, divisor };
    if (currency !== undefined) return { unit, dimension: "money-rate", currency, multiplier, divisor };
    if (above.dimension === "data") return { unit, dimension: "data-rate", multiplier, divisor };
  }
  if (below.noun !== undefined && currency !== undefined) {
    return { unit, dimension: "money-per-count", currency, noun: below.noun, multiplier, divisor: 1 };
  }
  return undefined;
}

/** Reads a unit without a slash. A currency has no place below the slash, so three capitals there are a noun. */
function readPart(text: string, place: "alone" | "above" | "below"): UnitOutcome {
  if (text === "m" || text === "M") {
    return { problem: { kind: "ambiguous-unit", unit: text }, start: 0 };
  }
  const named = unitNamed(text);
  if (named) return { unit: named };
  const meant = unitMeant(text);
  if (meant) return { unit: meant, preferred: meant.unit };
  const word = text.toLowerCase();
  if (numberWords.has(word) && place === "alone") {
    const unit: ScaledUnit = { unit: word, dimension: "number", multiplier: 1, divisor: 1 };
    return word === text ? { unit } : { unit, preferred: word };
  }
  if (place !== "below" && isCurrencyCode(text)) {
    return { unit: { unit: text, dimension: "money", currency: text, multiplier: 1, divisor: 1 } };
  }
  const code = place === "below" ? undefined : currencyMeant(text);
  const instead = code === undefined ? unitInstead(text) : { unit: code, factor: 1 };
  if (instead) {
    const suggestion = instead.factor === 1 ? instead.unit : undefined;
    return { problem: unknown(text, suggestion), start: 0, rewrite: instead };
  }
  if (place !== "below" && /^[A-Z]{3}$/.test(text)) {
    return { problem: { kind: "unknown-currency", unit: text }, start: 0 };
  }
  const magnitude = readMagnitude(text);
  if (magnitude) return { problem: unknown(text), start: 0, rewrite: magnitude };
  if (nounPattern.test(text)) {
    return { unit: { unit: text, dimension: "count", noun: text, multiplier: 1, divisor: 1 } };
  }
  const joined = joinNouns(text);
  const problem = unknown(text, joined);
  return joined === undefined ? { problem, start: 0 } : { problem, start: 0, rewrite: { unit: joined, factor: 1 } };
}

const magnitudes: readonly (readonly [pattern: RegExp, factor: number])[] = [
  [/^(?:k|thousand|tsd\.?|t(?=[A-Z]{3}$))/i, 1e3],
  [/^(?:millions?|mio\.?|mn|m)/i, 1e6],
  [/^(?:billions?|bn)/i, 1e9],
];

/** `k`, `million`, `k EUR`, `kEUR`, `M€`: the number is short for a longer one. */
function readMagnitude(text: string): UnitRefused["rewrite"] {
  for (const [pattern, factor] of magnitudes) {
    const length = pattern.exec(text)?.[0].length;
    if (length === undefined) continue;
    const glued = text.slice(length);
    const unit = glued.trimStart();
    if (glued === unit && unit !== "" && !isCurrencyCode(unit) && !/^\p{Sc}$/u.test(unit)) continue;
    const outcome = readPartOrNothing(unit);
    if ("unit" in outcome) return { unit: outcome.preferred ?? outcome.unit.unit, factor };
    if (outcome.rewrite) return { unit: outcome.rewrite.unit, factor: factor * outcome.rewrite.factor };
  }
  return undefined;
}

function readPartOrNothing(text: string): UnitOutcome {
  return text === "" ? { unit: noUnit } : readPart(text, "alone");
}

/** `support tickets` may be meant as the noun `support-tickets`; `business days` is no count of anything. */
function joinNouns(text: string): string | undefined {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 3) return undefined;
  for (const word of words) {
    const outcome = readPart(word, "alone");
    if ("problem" in outcome || outcome.unit.noun === undefined) return undefined;
  }
  return words.join("-");
}

function unknown(unit: string, suggestion?: string): UnitProblem {
  return suggestion === undefined ? { kind: "unknown-unit", unit } : { kind: "unknown-unit", unit, suggestion };
}

/** The problem as it concerns the whole text. `before` is the part of the text in front of it. */
export function completeProblem(
  problem: UnitProblem,
  before: string,
  text: string,
  replacement?: string,
): QuantityProblem {
  if (problem.kind === "ambiguous-unit") {
    const after = text.slice(before.length + problem.unit.length);
    return { ...problem, suggestions: ["min", "mo"], replacements: [`${before}min${after}`, `${before}mo${after}`] };
  }
  if (problem.kind === "unknown-unit" && replacement !== undefined) return { ...problem, replacement };
  return problem;
}

/**
 * Reads the name of a unit, as `metrics.<id>.unit` and `load.unit` hold it.
 *
 * `percent` is the share; `%` is read as well, but YAML stumbles over a bare `%`, so `percent` is the spelling to
 * prefer. The words of {@link numberWords} are dimensionless numbers, every other noun is a count.
 */
export function readUnit(text: string): UnitReading {
  const trimmed = text.trim();
  if (trimmed === "") return { problem: { kind: "unknown-unit", unit: trimmed } };
  const outcome = readUnitText(trimmed);
  if ("problem" in outcome) {
    const { problem, start, rewrite } = outcome;
    const replacement = rewrite?.factor === 1 ? rewrite.unit : undefined;
    return { problem: completeProblem(problem, trimmed.slice(0, start), trimmed, replacement) };
  }
  const { unit, dimension, currency, noun } = outcome.unit;
  const plain = { unit, dimension, ...(currency && { currency }), ...(noun && { noun }) };
  const preferred = unit === "%" ? "percent" : outcome.preferred;
  return preferred === undefined || preferred === trimmed ? { unit: plain } : { unit: plain, normalized: preferred };
}
