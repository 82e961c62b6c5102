import type { Problem, Trap } from "./finding.ts";
import { contentEnd, lineAt, linesAfter } from "./lines.ts";
import { isQuoted, type Lexeme, lexemes, surroundings } from "./surroundings.ts";
import { insert, mask, quote, shown, spanOf, valueSpan } from "./values.ts";

const KEY_LINE = /^[ \t]*(?:- +)*[\w"'][^\n]*?:(?:[ \t\r]|$)/m;

/** A quote that is never closed, or only by the one that opens a later text. */
export const unclosedQuoteTrap: Trap = (problem) => {
  const opening = openQuote(problem);
  if (!opening) return undefined;
  const { text } = problem;
  const sign = text[opening.start]!;
  const end = whereItEnded(text, opening);
  const span = { start: opening.start, end };
  const written = text.slice(span.start, end);
  const escapesTheEnd = sign === '"' && /(?<!\\)(?:\\\\)*\\$/.test(written);
  return {
    rule: "yaml-syntax",
    ...span,
    message: `This text starts with a quote (${sign}) that is never closed. Add ${sign} where the text ends.`,
    ...(escapesTheEnd ? {} : { fix: { title: `Close the text with ${sign}`, changes: [insert(end, sign)] } }),
    repair: { ...span, newText: mask(written) },
    spoils: span,
  };
};

function openQuote({ error, text }: Problem): Lexeme | undefined {
  if (error.code === "MISSING_CHAR" && error.message.startsWith("Missing closing")) {
    for (const lexeme of lexemes(text)) if (isQuoted(lexeme) && lexeme.end >= error.start) return lexeme;
    return undefined;
  }
  const { previous } = surroundings(text, error.start);
  if (!isQuoted(previous) || lineAt(text, previous.end).start !== lineAt(text, error.start).start) return undefined;
  const below = text.indexOf("\n", previous.start);
  return below >= 0 && below < previous.end && KEY_LINE.test(text.slice(below + 1, previous.end))
    ? previous
    : undefined;
}

/** Text goes on over deeper lines that hold no key; in brackets it ends before the next key or the closing bracket. */
function whereItEnded(text: string, opening: Lexeme): number {
  const line = lineAt(text, opening.start);
  const { open } = surroundings(text, opening.start);
  if (open.length > 0) {
    // Only so far: a line of an unusual length is no plan, and must not take long to look at.
    const rest = text.slice(opening.start + 1, Math.min(line.end, opening.start + 2000));
    const next = /\s*,\s*[\w-]+:(?:\s|$)|\s*[\]}][\]},\s]*(?:#.*)?$/.exec(rest);
    return opening.start + 1 + (next ? next.index : rest.trimEnd().length);
  }
  let last = line;
  for (const below of linesAfter(text, line.start)) {
    if (below.indent <= line.indent || KEY_LINE.test(below.content) || below.content.startsWith("- ")) break;
    last = below;
  }
  return Math.max(contentEnd(last), opening.start + 1);
}

/** `'it's'` and `"x" and "y"`: the text goes on after the quotes have closed. */
export const textAfterQuoteTrap: Trap = ({ error, text }) => {
  const { previous, open } = surroundings(text, error.start);
  if (error.code !== "UNEXPECTED_TOKEN" || !isQuoted(previous)) return undefined;
  const line = lineAt(text, error.start);
  if (previous.start < line.start || /^\s*[\w-]+:(\s|$)/.test(text.slice(error.start, line.end))) return undefined;
  const value = valueSpan(text, previous.start, open.length > 0);
  if (value.end <= error.start || (text[error.start] === ":" && previous.start === line.start + line.indent))
    return undefined;
  const written = text.slice(value.start, value.end);
  const sign = written[0]!;
  // In 'it's' the outer quotes were meant as such.
  const meant =
    written.length > 2 &&
    written.endsWith(sign) &&
    /^\w/.test(text.slice(error.start)) &&
    !written.slice(1, -1).includes(" " + sign)
      ? written.slice(1, -1)
      : written;
  return {
    rule: "yaml-syntax",
    start: error.start,
    end: value.end,
    message: `The quotes close before ${shown(text.slice(error.start, value.end))}, so this is left over. Put quotes around the whole text.`,
    fix: { title: "Put quotes around the whole text", changes: [{ ...spanOf(value), newText: quote(meant) }] },
    repair: { ...spanOf(value), newText: mask(written) },
    spoils: spanOf(value),
  };
};

/** A backslash in double quotes that starts no escape that YAML knows, as in a Windows path. */
export const escapeTrap: Trap = ({ error, text }) => {
  if (error.code !== "BAD_DQ_ESCAPE") return undefined;
  let quoted: Lexeme | undefined;
  for (const lexeme of lexemes(text)) {
    if (lexeme.start > error.start) break;
    if (isQuoted(lexeme)) quoted = lexeme;
  }
  if (!quoted) return undefined;
  const written = text.slice(quoted.start, quoted.end);
  const start = text[error.start] === "\\" ? error.start : text.lastIndexOf("\\", error.start);
  return {
    rule: "yaml-syntax",
    start,
    end: Math.min(start + 2, quoted.end),
    message: `In double quotes a backslash starts a code, and ${shown(text.slice(start, start + 2))} is none. Write two backslashes for one.`,
    fix: {
      title: "Write each backslash twice",
      changes: [
        { ...spanOf(quoted), newText: written.replace(/\\(["\\])|\\/g, (pair, kept) => (kept ? pair : "\\\\")) },
      ],
    },
    repair: { ...spanOf(quoted), newText: mask(written) },
    spoils: spanOf(quoted),
  };
};
