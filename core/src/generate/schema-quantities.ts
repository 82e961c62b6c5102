import type { Dimension } from "../quantity/index.ts";
import { unitWords } from "../quantity/unit-words.ts";
import { type Schema, when } from "./schema.ts";

const NUMBER = "[+\\-\\u2212]?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)";
const SHARE = "\\+?(?:0*100(?:\\.0+)?|0*[0-9]{1,2}(?:\\.[0-9]+)?|\\.[0-9]+)";
/** Right behind a number stands no ordinal, as in `1st`, and no second number, as in `24x7` or `1e5`. */
const NO_NUMBER_MORE = "(?!(?:[Ss][Tt]|[Nn][Dd]|[Rr][Dd]|[Tt][Hh])(?![A-Za-z0-9])|[A-Za-z]+[0-9])";
/**
 * Letters of the scripts of today. The classes that Unicode has for them are not known to every tool that checks by a
 * schema.
 */
const LETTERS = "A-Za-z\\u00aa\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u0370-\\u1fff\\u3040-\\ud7af";
/** One sign is a word only in scripts of which each sign is one. */
const WORD = `(?:[${LETTERS}][${LETTERS}0-9_'\\u2019-]+|[\\u3400-\\u9fff\\uac00-\\ud7a3])`;
const END_OF_WORD = `(?![${LETTERS}0-9_'\\u2019-])`;
const PER = "(?:\\s*/\\s*|\\s+[Pp][Ee][Rr]\\s+)";
const CURRENCY_LIKE = "[A-Z]{3}";
/** `kEUR`: the number is to be written out. */
const THOUSANDS_OF_CURRENCY = "(?:[km]|[mb]n)[A-Z]{3}";

const { durations, shares, bytes, numbers, others } = unitWords();
const TIME = `(?:${anyCase(durations)})`;
const DATA = `(?:B|[kK]B|MB|GB|TB|${anyCase(bytes.filter((word) => word.length > 2))})`;
const PERCENT = `(?:%|${anyCase(shares.filter((word) => word !== "%"))})`;
const NUMBER_WORD = `(?:${anyCase(numbers)})`;
const UNITS_OF_ALL = [...durations, ...shares, ...bytes, ...others];
const CURRENCY = `(?!(?:${anyCase([...durations, ...numbers].filter((word) => word.length === 3))})${END_OF_WORD})${CURRENCY_LIKE}`;
/** A word that is counted: no unit, and nothing that looks like a currency. */
const NOUN_ABOVE = noun(UNITS_OF_ALL, CURRENCY_LIKE, THOUSANDS_OF_CURRENCY);
const NOUN_ALONE = noun([...UNITS_OF_ALL, ...numbers], CURRENCY_LIKE, THOUSANDS_OF_CURRENCY);
const NOUN_BELOW = noun([...durations, ...shares, ...bytes]);

/** What comes after the number, for each dimension but that of plain numbers. */
const UNITS: Readonly<Record<Exclude<Dimension, "number">, string>> = {
  duration: TIME,
  share: PERCENT,
  money: CURRENCY,
  data: DATA,
  count: NOUN_ALONE,
  rate: `(?:${NOUN_ABOVE}${PER}|/\\s*|[Pp][Ee][Rr]\\s+)${TIME}`,
  "money-rate": `${CURRENCY}${PER}${TIME}`,
  "money-per-count": `${CURRENCY}${PER}${NOUN_BELOW}`,
  "data-rate": `${DATA}${PER}${TIME}`,
};
const ANY_UNIT = `(?:${[...Object.values(UNITS), NUMBER_WORD].join("|")})`;

/** The short and the usual long forms, as people read them. */
const SHOWN_TIME = "(ms|s|min|h|d|w|mo|y|(second|minute|hour|day|week|month|year)s?)";
const SHOWN_WORD = "[^\\d\\s/%][^\\s/]*";
const SHOWN_PER = "\\s*(/|per )\\s*";
const SHOWN_DATA = "(B|kB|MB|GB|TB)";
const SHOWN: Readonly<Record<Dimension | "metric", string>> = {
  duration: SHOWN_TIME,
  share: "(%|percent)",
  money: "[A-Z]{3}",
  data: SHOWN_DATA,
  count: SHOWN_WORD,
  number: `(${SHOWN_WORD})?`,
  rate: `(${SHOWN_WORD})?${SHOWN_PER}${SHOWN_TIME}`,
  "money-rate": `[A-Z]{3}${SHOWN_PER}${SHOWN_TIME}`,
  "money-per-count": `[A-Z]{3}${SHOWN_PER}${SHOWN_WORD}`,
  "data-rate": `${SHOWN_DATA}${SHOWN_PER}${SHOWN_TIME}`,
  metric: `((%|${SHOWN_WORD})(\\s*(/|per )\\s*${SHOWN_WORD})?)?`,
};

/** A text that the language reads as a unit, but for letters of rare scripts and three capitals that are no currency. */
export const unitText: Schema = checked("^[^\\d].*$", `^\\s*${ANY_UNIT}\\.?\\s*$`);

/** A text that the language reads as a quantity of this dimension; a metric decides itself which one its numbers have. */
export function quantityText(dimension: Dimension | "metric", share: boolean): Schema {
  const number = share ? SHARE : NUMBER;
  const unit =
    dimension === "metric"
      ? `(?:\\s*${ANY_UNIT}\\.?)?`
      : dimension === "number"
        ? `(?:\\s*${NUMBER_WORD}\\.?)?`
        : `\\s*${UNITS[dimension]}\\.?`;
  const sign = share ? "\\+?" : "[+\\-\\u2212]?";
  return checked(`^\\s*${sign}\\d*\\.?\\d+\\s*${SHOWN[dimension]}\\s*$`, whole(number, unit));
}

/**
 * A text that fits both patterns. Tools show the one that a text does not fit: that is the short one, and what it lets
 * pass is held against the exact one behind two negations.
 */
export function checked(shown: string, exact: string): Schema {
  const fits = (pattern: string): Schema => ({ type: "string", pattern });
  return { ...fits(shown), ...when(fits(shown), { not: { not: fits(exact) } }) };
}

function whole(number: string, unit: string): string {
  return `^\\s*${number}${NO_NUMBER_MORE}${unit}\\s*$`;
}

function noun(reserved: readonly string[], ...patterns: readonly string[]): string {
  return `(?!(?:${[anyCase(reserved), ...patterns].join("|")})${END_OF_WORD})${WORD}`;
}

/** The words in any case of letters, which a schema can't ask for otherwise; the longest first. */
function anyCase(words: readonly string[]): string {
  const letters = (word: string) =>
    [...word].map((sign) =>
      /[a-z]/i.test(sign) ? `[${sign.toUpperCase()}${sign.toLowerCase()}]` : sign === " " ? "\\s+" : sign,
    );
  return [...new Set(words.map((word) => word.toLowerCase()))]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => letters(word).join(""))
    .join("|");
}
