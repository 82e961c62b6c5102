import type { DefinitionKind } from "../language/types.ts";
import type { Dimension } from "../quantity/index.ts";

/** What an id of a kind names, in words: "escalation path". */
export function kindName(kind: DefinitionKind): string {
  return kind.replaceAll("-", " ");
}

const DIMENSIONS: Readonly<Record<Dimension, string>> = {
  duration: "a length of time",
  share: "a percentage",
  money: "an amount of money",
  data: "an amount of data",
  count: "a count",
  number: "a plain number",
  rate: "a rate (how many in a time)",
  "money-rate": "money over time",
  "money-per-count": "money for each item",
  "data-rate": "data over time",
};

/** What a quantity of a dimension is, in words: "a length of time". */
export function dimensionName(dimension: Dimension): string {
  return DIMENSIONS[dimension];
}

/** An author's text as it is shown in a message: in backticks, on one line, and not too long. */
export function shown(text: string): string {
  const line = text.trim().replace(/\s+/g, " ").replaceAll("`", "'");
  return `\`${line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line}\``;
}

/** The longest that a message is told in short. */
const HEADLINE = 140;

/** What a message says is wrong, without the consequence and the advice that follow: up to its first full stop or colon. */
export function headlineOf(message: string): string {
  // Of what stands in backticks nothing is cut: a value may hold a colon.
  const end = /^(?:`[^`]*`|[^`])*?(?=[.:;](?:\s|$))/.exec(message)?.[0] ?? message;
  if (end.length <= HEADLINE) return end;
  const cut = end.slice(0, end.lastIndexOf(" ", HEADLINE));
  const isInCode = cut.split("`").length % 2 === 0;
  const whole = isInCode ? cut.slice(0, cut.lastIndexOf("`")) : cut;
  // A bracket that is not closed says less than none.
  const bracket = whole.lastIndexOf("(");
  return `${(bracket > whole.lastIndexOf(")") ? whole.slice(0, bracket) : whole).replace(/[\s,]+$/, "")}…`;
}

/** A sentence within another: "Nothing says …" becomes "nothing says …", but names and abbreviations stay as they are. */
export function withinSentence(text: string): string {
  return /^(?:[A-Z][a-z]*)[ ,]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
