import type { SyntaxFinding, Trap } from "./finding.ts";
import { lineAt } from "./lines.ts";
import { surroundings } from "./surroundings.ts";
import { blank, insert, removeIt, shown, spanOf, syntaxError } from "./values.ts";

/** A bracket or comma with nothing that it belongs to, and text behind a closing bracket. */
export const leftoverTrap: Trap = ({ error, text }) => {
  if (error.code !== "UNEXPECTED_TOKEN") return undefined;
  const sign = text[error.start]!;
  const span = { start: error.start, end: error.start + 1 };
  const line = lineAt(text, error.start);
  if (sign === "}" || sign === "]") return { ...closesNothing(text, error.start), covers: spanOf(line) };
  if (sign === ",") return removeIt(span, "This comma has nothing before it. Remove it.", "Remove the comma");
  const { previous, open } = surroundings(text, error.start);
  if (open.length > 0 || !/^flow-(map|seq)-end$/.test(previous?.type ?? "") || previous!.start < line.start)
    return undefined;
  const rest = { start: error.start, end: line.start + line.indent + line.content.length };
  if (text.slice(rest.start, rest.end).trim() === "")
    return removeIt(
      rest,
      "This is a non-breaking space, as in text copied from a page. Remove it.",
      "Remove the space",
    );
  const bracket = text[previous!.start];
  return syntaxError(
    rest,
    `Nothing can follow the closing \`${bracket}\`. Move ${shown(text.slice(rest.start, rest.end))} into the brackets, or make it a comment.`,
    {
      fix: { title: "Make it a comment", changes: [insert(rest.start, "# ")], unsure: true },
      repair: { ...rest, newText: blank(text.slice(rest.start, rest.end)) },
    },
  );
};

function closesNothing(text: string, start: number): SyntaxFinding {
  const brackets = /^[\]}]+/.exec(text.slice(start, start + 1000))![0];
  const span = { start, end: start + brackets.length };
  return removeIt(
    span,
    `${shown(brackets)} closes nothing: no bracket is open here. Remove it.`,
    `Remove ${shown(brackets)}`,
  );
}

/** A bracket in the middle of a word: in brackets it opens or closes something. */
export const bracketInWordTrap: Trap = ({ error, text }) => {
  const { open, previous, valueStart } = surroundings(text, error.start);
  if (open.length === 0 || previous?.end !== error.start) return undefined;
  const opens = /[[{]/.test(text[error.start] ?? "") && previous.type === "scalar";
  const closed = previous.type.endsWith("-end") && /^[\w/]/.test(text.slice(error.start));
  if (!opens && !closed) return undefined;
  const at = opens ? error.start : previous.start;
  const span = { start: at, end: at + 1 };
  const message = `This \`${text[at]}\` stands inside a word. Remove it, or put the text in quotes.`;
  return {
    ...removeIt(span, message, `Remove \`${text[at]}\``),
    covers: spanOf(lineAt(text, at)),
    ...(opens ? { spoils: { start: valueStart, end: at + 1 } } : {}),
  };
};

/** Two things in brackets without a comma between them. */
export const missingCommaTrap: Trap = ({ error, text }) => {
  const { open, previous } = surroundings(text, error.start);
  if (open.length === 0 || !previous || text.startsWith("- ", error.start)) return undefined;
  const betweenItems = error.code === "MISSING_CHAR" && error.message.startsWith("Missing ,");
  const afterValue = error.code === "UNEXPECTED_TOKEN" && error.message.startsWith("Unexpected scalar");
  const inValue = error.code === "BLOCK_IN_FLOW" || error.code === "MULTILINE_IMPLICIT_KEY";
  const at = betweenItems || afterValue ? previous.end : inValue ? endOfValue(text, error.start) : undefined;
  if (at === undefined) return undefined;
  const word = at + /^\s*/.exec(text.slice(at))![0].length;
  const next = /^[^\s,\]}]+/.exec(text.slice(word, lineAt(text, word).end))?.[0] ?? text[word] ?? "";
  return syntaxError({ start: at, end: Math.max(word, at + 1) }, `A comma is missing before ${shown(next)}.`, {
    fix: { title: "Insert a comma", changes: [insert(at, ",")] },
    covers: spanOf(lineAt(text, word)),
    ...(word > at ? { repair: { start: at, end: at + 1, newText: "," } } : {}),
  });
};

/** A word, or a quantity with its unit, and then a key: `{traffic: 5% review: 100%}`. Other text is a sentence. */
const VALUE_THEN_KEY = /^((?:\d\S*(?: (?:[a-z]+|[A-Z]{3})(?:\/[a-z]+)?)?|[a-z][a-z0-9-]*))[ \t]+[a-z][a-z0-9-]*:\s/;
const VALUE_THEN_LINE = /^([^\n,[\]{}]*[^\s,[\]{}])[ \t]*\r?\n\s*[a-z][a-z0-9-]*:\s/;

function endOfValue(text: string, start: number): number | undefined {
  const rest = text.slice(start, start + 2000);
  const match = VALUE_THEN_KEY.exec(rest) ?? VALUE_THEN_LINE.exec(rest);
  return match ? start + match[1]!.length : undefined;
}
