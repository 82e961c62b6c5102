import type { Trap } from "./finding.ts";
import { lineAt, linesAfter } from "./lines.ts";
import { surroundings } from "./surroundings.ts";
import { quoteIt, shown, syntaxError, valueSpan } from "./values.ts";

/** A colon and a space inside a value, which YAML takes for one more key: `how: Call: then page`. */
export const colonInTextTrap: Trap = ({ error, text }) => {
  if (error.code !== "BLOCK_AS_IMPLICIT_KEY" && error.code !== "BLOCK_IN_FLOW") return undefined;
  const inBrackets = surroundings(text, error.start).open.length > 0;
  const line = lineAt(text, error.start);
  const value = valueSpan(text, error.start, inBrackets);
  const written = text.slice(value.start, value.end);
  const colon = written.search(/:(\s|$)/);
  if (colon < 0 || value.start === line.start + line.indent) return undefined;
  const at = { start: value.start + colon, end: value.start + colon + 1 };
  const [next] = linesAfter(text, line.start);
  // Text starts with words: a name with a bracket behind it is an entry that has lost its line, as `a: b: {c: d}`.
  const isEntry = /^[\w-]+:\s+[{[]/.test(written);
  const opensBlock = colon === written.length - 1 && next !== undefined && next.indent > line.indent;
  if (!inBrackets && (isEntry || opensBlock))
    return syntaxError(
      at,
      `Two keys stand on one line. Start a new, indented line before ${shown(written.slice(0, colon + 1))}.`,
    );
  return quoteIt(text, value, `${colonMessage(written.slice(0, colon + 1))} Put the whole text in quotes.`, at);
};

function colonMessage(start: string): string {
  return `YAML takes ${shown(start)} for a key, because a colon and a space follow it.`;
}
