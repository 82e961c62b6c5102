/** What a comparison in front of a quantity asks for. The language says it with a key, never with an operator. */
export type OperatorMeaning = "at-least" | "at-most" | "above" | "below" | "about" | "exactly" | "not";

const meanings: ReadonlyMap<string, OperatorMeaning> = new Map([
  ...spellings(
    "at-least",
    ">=",
    "=>",
    "≥",
    "≧",
    "⩾",
    "at least",
    "min",
    "minimum",
    "no less than",
    "not less than",
    "from",
  ),
  ...spellings(
    "at-most",
    "<=",
    "=<",
    "≤",
    "≦",
    "⩽",
    "at most",
    "max",
    "maximum",
    "up to",
    "no more than",
    "not more than",
  ),
  ...spellings("at-most", "within"),
  ...spellings("above", ">", "over", "above", "more than", "greater than", "higher than"),
  ...spellings("below", "<", "under", "below", "less than", "fewer than", "lower than"),
  ...spellings("about", "~", "≈", "≃", "±", "+/-", "+-", "about", "around", "approximately", "approx", "roughly"),
  ...spellings("about", "nearly", "almost", "ca", "circa"),
  ...spellings("exactly", "=", "==", "≡", "exactly"),
  ...spellings("not", "!=", "≠"),
]);

/** What people write after a quantity. `min` is not here: after a number it is minutes. */
const trailing: ReadonlyMap<string, OperatorMeaning> = new Map([
  ...spellings("at-least", "+", "or more", "or higher", "or better", "minimum", "at least"),
  ...spellings("at-most", "or less", "or fewer", "or lower", "max", "maximum", "at most"),
]);

function spellings(meaning: OperatorMeaning, ...all: string[]): [string, OperatorMeaning][] {
  return all.map((spelling) => [spelling, meaning]);
}

// Longest first, so that `>=` is not read as `>`.
const leadingSpellings = [...meanings.keys()].sort((a, b) => b.length - a.length);

/** What an operator asks for, by its spelling as {@link readQuantity} reports it; undefined for anything else. */
export function operatorMeaning(operator: string): OperatorMeaning | undefined {
  const key = operator.toLowerCase().replace(/\.$/, "").replace(/\s+/g, " ");
  return meanings.get(key) ?? trailing.get(key);
}

/** A text that is an operator and something that begins like a quantity. Offsets are in the text that was read. */
export interface OperatorReading {
  readonly operator: string;
  readonly rest: string;
  readonly restStart: number;
}

const beginsLikeQuantity = /^(?:[+\-\u2212]?\.?\d|\p{Sc}|[A-Z]{3}\s*\d)/u;

/** Finds an operator in front of or behind a quantity. `text` has no white space at its ends. */
export function readOperator(text: string): OperatorReading | undefined {
  return readLeading(text) ?? readTrailing(text);
}

function readLeading(text: string): OperatorReading | undefined {
  const lower = text.toLowerCase();
  const spelling = leadingSpellings.find((each) => lower.startsWith(each));
  if (spelling === undefined) return undefined;
  const after = text.slice(spelling.length);
  const gap = /^[.:]?\s*/.exec(after)?.[0] ?? "";
  const restStart = spelling.length + gap.length;
  const rest = text.slice(restStart);
  if (!beginsLikeQuantity.test(rest)) return undefined;
  return { operator: text.slice(0, restStart).replace(/[:\s]+$/, ""), rest, restStart };
}

function readTrailing(text: string): OperatorReading | undefined {
  if (!beginsLikeQuantity.test(text)) return undefined;
  const end = text.endsWith(".") ? text.length - 1 : text.length;
  const lower = text.slice(0, end).toLowerCase();
  for (const spelling of trailing.keys()) {
    const start = lower.length - spelling.length;
    if (!lower.endsWith(spelling) || (spelling !== "+" && !/\s/.test(lower.charAt(start - 1)))) continue;
    return { operator: text.slice(start), rest: text.slice(0, start).trimEnd(), restStart: 0 };
  }
  return undefined;
}
