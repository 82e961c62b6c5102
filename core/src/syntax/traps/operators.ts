import { readOperator } from "../../quantity/index.ts";
import type { Span } from "../nodes.ts";
import type { Operator, SyntaxFinding, Trap } from "./finding.ts";
import { lineAt, linesAfter } from "./lines.ts";
import { surroundings } from "./surroundings.ts";
import { blank, quoteIt, removeIt, shown, spanOf, valueSpan } from "./values.ts";

/** The comparison that a quantity was written with, as in `>= 92%`, `≤ 8 h`, `~95%`. A placeholder `<…>` has none. */
export function findOperator(text: string): Operator | undefined {
  const found = text.startsWith("<") && text.endsWith(">") ? undefined : readOperator(text);
  return found && found.restStart > 0
    ? { operator: found.operator, rest: found.rest, length: found.restStart }
    : undefined;
}

/** `>= 92%`, which YAML takes for the start of a text block, and other text behind `>` or `|`. */
export const operatorTrap: Trap = ({ error, text }) => {
  const inBlock = error.code === "UNEXPECTED_TOKEN" && /^(Block scalar header|Not a YAML token)/.test(error.message);
  const inBrackets = error.code === "BAD_SCALAR_START" && /[>|]/.test(text[error.start] ?? "");
  if (!inBlock && !inBrackets) return undefined;
  const line = lineAt(text, error.start);
  const sign = line.start + text.slice(line.start, error.start).search(/[>|][^>|]*$/);
  const start = inBrackets ? error.start : sign;
  if (start < line.start) return undefined;
  const { open } = surroundings(text, start);
  const value = valueSpan(text, start, open.length > 0);
  const written = text.slice(value.start, value.end);
  const found = findOperator(written);
  if (start === line.start + line.indent) {
    const sign = /^[>|]\S*\s*/.exec(written)![0];
    return removeIt(
      { start, end: start + sign.length },
      `A line can't start with ${shown(sign)}. Remove it.`,
      `Remove ${shown(sign)}`,
    );
  }
  if (!found) return blockHeader(text, value);
  const operator = { start, end: start + found.operator.length };
  const removed = { start, end: start + found.length };
  return {
    rule: "unquoted-operator",
    ...operator,
    message: `Write \`${found.rest}\` without \`${found.operator}\`.`,
    operator: found,
    fix: { title: `Remove \`${found.operator}\``, changes: [{ ...removed, newText: "" }] },
    repair: { ...removed, newText: blank(text.slice(removed.start, removed.end)) },
    spoils: spanOf(value),
  };
};

function blockHeader(text: string, value: Span): SyntaxFinding {
  const sign = text[value.start]!;
  const written = text.slice(value.start, value.end);
  const line = lineAt(text, value.start);
  const [next] = linesAfter(text, line.start);
  const message = `\`${sign}\` at the start of a value announces text on the indented lines below, so nothing else can stand here. `;
  const header = /^[>|][-+]?[ \t]*/.exec(written)![0];
  if (next && next.indent > line.indent && header.length < written.length) {
    const lineBreak = text[line.end] === "\r" ? "\r\n" : "\n";
    const start = value.start + header.length;
    const moved = {
      start: value.start + header.trimEnd().length,
      end: start,
      newText: lineBreak + " ".repeat(next.indent),
    };
    return {
      ...quoteIt(text, value, `${message}Move ${shown(text.slice(start, value.end))} to the next line.`),
      fix: { title: "Move the text to the next line", changes: [moved] },
    };
  }
  return quoteIt(text, value, `${message}Put ${shown(written)} in quotes.`);
}
