import type { Problem, SyntaxFinding, Trap } from "./finding.ts";
import { contentEnd, type Line, lineAt, linesAfter, linesBefore } from "./lines.ts";
import { type Lexeme, lexemes, surroundings } from "./surroundings.ts";
import { blank, insert, mask, removeIt, shown, syntaxError } from "./values.ts";

const CLOSES: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

/** A bracket that is never closed, closed by the wrong one, or whose lines are not indented. */
export const unclosedBracketTrap: Trap = ({ error, text }) => {
  if (!/^Flow (map|sequence)|^Expected flow|and end with a/.test(error.message)) return undefined;
  const { open } = surroundings(text, error.start);
  const opening = open.at(-1);
  if (!opening) return undefined;
  const found = text[error.start];
  if (found === "}" || found === "]") return wrongClosing(text, open, error.start);
  const closing = matching(text, opening);
  if (closing !== undefined) return notIndented(text, opening, closing);
  return neverClosed(text, open, error.start);
};

function wrongClosing(text: string, open: readonly Lexeme[], at: number): SyntaxFinding {
  const opening = open.at(-1)!;
  const needed = CLOSES[text[opening.start]!]!;
  const outer = open.some((each) => CLOSES[text[each.start]!] === text[at]);
  const span = { start: at, end: at + 1 };
  const message = `This \`${text[at]}\` can't close the \`${text[opening.start]}\` before ${shown(text.slice(opening.end, at))}: `;
  return outer
    ? syntaxError(span, `${message}\`${needed}\` is missing here.`, {
        fix: { title: `Insert \`${needed}\``, changes: [insert(at, needed)] },
      })
    : syntaxError(span, `${message}it needs \`${needed}\`.`, {
        fix: { title: `Write \`${needed}\``, changes: [{ ...span, newText: needed }] },
        repair: { ...span, newText: needed },
      });
}

/** Where the bracket is closed after all, before a line that starts a key of the same or an outer map. */
function matching(text: string, opening: Lexeme): number | undefined {
  let depth = 0;
  for (let at = opening.start; at < text.length; at++) {
    const character = text[at]!;
    if (character === "{" || character === "[") depth++;
    else if ((character === "}" || character === "]") && --depth === 0) return at;
  }
  return undefined;
}

/** Lines in brackets that stand no deeper than the key: reading on, they are taken as one line. */
function notIndented(text: string, opening: Lexeme, closing: number): SyntaxFinding {
  const first = lineAt(text, opening.start);
  const inside: Line[] = [];
  for (const line of linesAfter(text, opening.start)) {
    if (line.start > closing) break;
    inside.push(line);
  }
  const shallow = inside.filter((line) => line.indent <= first.indent);
  const [line] = shallow;
  const deeper = " ".repeat(first.indent + 2);
  const span = { start: opening.start, end: closing };
  const joined = text
    .slice(span.start, span.end)
    .replace(/(^|[ \t])#[^\r\n]*/gm, blank)
    .replace(/[\r\n\t]/g, " ");
  return syntaxError(
    line ? { start: line.start, end: contentEnd(line) } : opening,
    `The lines between \`${text[opening.start]}\` and \`${text[closing]}\` must be indented deeper than the line where they open.`,
    {
      ...(line
        ? {
            fix: {
              title: "Indent the lines in brackets",
              changes: shallow.map((each) => insert(each.start, deeper.slice(each.indent))),
            },
          }
        : {}),
      repair: { ...span, newText: joined },
    },
  );
}

function neverClosed(text: string, open: readonly Lexeme[], before: number): SyntaxFinding {
  const opening = open.at(-1)!;
  const closers = open
    .map((each) => CLOSES[text[each.start]!]!)
    .reverse()
    .join("");
  const end = lastContent(text, opening, before);
  const sign = text[opening.start]!;
  return syntaxError(
    { start: opening.start, end: Math.max(end, opening.end) },
    `This \`${sign}\` is never closed. Add \`${closers[0]}\` where it ends.`,
    {
      fix: { title: `Insert \`${closers}\``, changes: [insert(end, closers)] },
      ...closeWithin(text, open[0]!, end, before, closers),
    },
  );
}

/** The end of the last thing that was written in the bracket, before an error. */
function lastContent(text: string, opening: Lexeme, before: number): number {
  if (lineAt(text, before).start <= opening.start)
    return Math.max(opening.end, before - /\s*$/.exec(text.slice(opening.end, before))![0].length);
  for (const line of linesBefore(text, before)) {
    if (before >= text.length && line.start <= before) {
      const own = lineAt(text, before);
      if (own.content && own.start > opening.start) return contentEnd(own);
    }
    return Math.max(opening.end, contentEnd(line));
  }
  return opening.end;
}

/** Puts the closing brackets where there is room: in the blanks that follow, else over the end of what was written. */
function closeWithin(
  text: string,
  outermost: Lexeme,
  end: number,
  before: number,
  closers: string,
): Pick<SyntaxFinding, "repair" | "spoils"> {
  const atEnd = before >= text.length;
  const lineEnd = lineAt(text, end).end;
  const room = atEnd ? text.length : lineEnd;
  if (room - end >= closers.length)
    return { repair: { start: end, end: room, newText: closers + blank(text.slice(end + closers.length, room)) } };
  const written = text.slice(outermost.end, end);
  const closed = /[\]}\s]*$/.exec(written)![0].replace(/\s/g, "");
  const tail = closed + closers;
  const cut = end - tail.length;
  const last = [...lexemes(text.slice(0, end))].findLast(
    (each) => each.start < cut && !["space", "newline"].includes(each.type),
  );
  if (!last || cut <= outermost.end || last.end < cut) {
    const span = { start: outermost.start, end };
    return { repair: { ...span, newText: mask(text.slice(span.start, end)) }, spoils: span };
  }
  const start = last.type === "map-value-ind" || last.type === "comma" ? cut : last.start;
  return { repair: { start, end, newText: mask(text.slice(start, cut)) + tail }, spoils: { start, end } };
}

/** A bracket or comma with nothing that it belongs to. */
export const leftoverTrap: Trap = ({ error, text }: Problem) => {
  const sign = text[error.start]!;
  if (error.code !== "UNEXPECTED_TOKEN") return undefined;
  const span = { start: error.start, end: error.start + 1 };
  if (sign === "}" || sign === "]")
    return removeIt(span, `This \`${sign}\` closes nothing: no bracket is open here. Remove it.`, `Remove \`${sign}\``);
  if (sign === ",")
    return removeIt(
      span,
      "There is nothing between this comma and the one or the bracket before it. Remove it.",
      "Remove the comma",
    );
  return undefined;
};

/** Two things in brackets without a comma between them. */
export const missingCommaTrap: Trap = ({ error, text }) => {
  const { open, previous, valueStart } = surroundings(text, error.start);
  if (open.length === 0 || !previous) return undefined;
  const items = error.code === "MISSING_CHAR" && error.message.startsWith("Missing ,");
  const afterValue = error.code === "UNEXPECTED_TOKEN" && error.message.startsWith("Unexpected scalar");
  const nested = error.code === "BLOCK_IN_FLOW" || error.code === "MULTILINE_IMPLICIT_KEY";
  const at = items || afterValue ? previous.end : nested ? keyInValue(text, error.start) : undefined;
  if (at === undefined || text.slice(error.start, error.start + 2) === "- ") return undefined;
  const rest = text.slice(at);
  const word = at + /^\s*/.exec(rest)![0].length;
  const line = lineAt(text, word);
  const start = Math.min(valueStart, previous.start, error.start);
  return syntaxError(
    { start: at, end: Math.max(at + 1, word) },
    `A comma is missing before ${shown(/^[^\s,\]}]+/.exec(text.slice(word, line.end))?.[0] ?? text[word] ?? "")}.`,
    {
      fix: { title: "Insert a comma", changes: [insert(at, ",")] },
      ...(word > at && start < at ? { repair: { start: at, end: at + 1, newText: "," } } : {}),
    },
  );
};

/** `1 c: 2` and `1⏎ c: 2`: the end of the value before a key, where the value is no sentence. */
function keyInValue(text: string, start: number): number | undefined {
  const match =
    /^([^\s,[\]{}"':]+(?: (?:[a-z%]+(?:\/[a-z]+)?|[A-Z]{3}(?:\/[a-z]+)?))?)[ \t]+[a-z][a-z0-9-]*:(?=\s)/.exec(
      text.slice(start, start + 500),
    );
  if (match && /^(\d|[a-z0-9-]+$)/.test(match[1]!)) return start + match[1]!.length;
  const folded = /^([^\n,[\]{}]*[^\s,[\]{}])[ \t]*\r?\n\s*[a-z][a-z0-9-]*:(?=\s)/.exec(text.slice(start, start + 2000));
  return folded ? start + folded[1]!.length : undefined;
}
