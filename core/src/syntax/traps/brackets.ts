import type { SyntaxFinding, Trap } from "./finding.ts";
import { contentEnd, type Line, lineAt, linesAfter, linesBefore } from "./lines.ts";
import { isQuoted, type Lexeme, lexemes, surroundings } from "./surroundings.ts";
import { blank, insert, mask, quote, removeIt, shown, spanOf, syntaxError } from "./values.ts";

const CLOSES: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

/** A bracket that is never closed, closed by the wrong one, or whose lines are not indented. */
export const bracketTrap: Trap = ({ error, text }) => {
  const { open } = surroundings(text, error.start);
  const opening = open.at(-1);
  // In text that is broken in several places the lexer's count of characters may be off: then another trap speaks.
  if (!opening || !Object.hasOwn(CLOSES, text[opening.start] ?? "")) return undefined;
  if (!/^Flow (map|sequence)/.test(error.message)) return swallowing(text, opening, error.start);
  const found = text[error.start];
  if ((found === "}" || found === "]") && found !== CLOSES[text[opening.start]!])
    return wrongClosing(text, open, error.start);
  const hidden = hiddenByComment(text, opening);
  if (hidden) return hidden;
  const closing = matching(text, opening.start);
  return closing === undefined ? neverClosed(text, open, error.start) : notIndented(text, opening, closing);
};

/** A bracket that is never closed, so that the lines of keys below seem to stand in it. */
function swallowing(text: string, opening: Lexeme, at: number): SyntaxFinding | undefined {
  const line = lineAt(text, opening.start);
  if (line.end >= at || matching(text, opening.start) !== undefined) return undefined;
  const end = contentEnd(line);
  if (end > opening.end) return neverClosed(text, surroundings(text, end).open, line.end);
  const sign = text[opening.start];
  return removeIt(
    { start: opening.start, end },
    `This \`${sign}\` is never closed. Remove it: lines below need no bracket.`,
    `Remove \`${sign}\``,
  );
}

function wrongClosing(text: string, open: readonly Lexeme[], at: number): SyntaxFinding {
  const opening = open.at(-1)!;
  const sign = text[opening.start]!;
  const needed = CLOSES[sign]!;
  const span = { start: at, end: at + 1 };
  const between = text.slice(opening.end, at).trim();
  const comma = sign === "[" && open.length > 1 ? commaBehindList(text, opening, at) : undefined;
  if (comma) return closedBefore(text, opening, comma, at);
  const message = `This \`${text[at]}\` can't close the \`${sign}\`${between ? ` before ${shown(between)}` : ""}: `;
  if (open.some((each) => CLOSES[text[each.start]!] === text[at]))
    return syntaxError(span, `${message}\`${needed}\` is missing here.`, {
      covers: spanOf(lineAt(text, at)),
      fix: { title: `Insert \`${needed}\``, changes: [insert(at, needed)] },
      ...closeWithin(text, open, at, at, needed),
    });
  if (text.slice(at, lineAt(text, at).end).includes(needed))
    return {
      ...removeIt(span, `${message}\`${needed}\` follows later. Remove it.`, `Remove \`${text[at]}\``),
      covers: span,
    };
  return syntaxError(span, `${message}it needs \`${needed}\`.`, {
    covers: spanOf(lineAt(text, at)),
    fix: { title: `Write \`${needed}\``, changes: [{ ...span, newText: needed }] },
    repair: { ...span, newText: needed },
  });
}

/** `{a: [x, y, b: 1}`: the comma before the first key, which no item has before it. Most likely the list ends there. */
function commaBehindList(text: string, opening: Lexeme, at: number): Lexeme | undefined {
  let depth = 0;
  let comma: Lexeme | undefined;
  for (const lexeme of lexemes(text.slice(0, at))) {
    if (lexeme.start < opening.end) continue;
    if (/^flow-\w+-start$/.test(lexeme.type)) depth++;
    else if (/^flow-\w+-end$/.test(lexeme.type)) depth--;
    else if (depth === 0 && lexeme.type === "comma") comma = lexeme;
    else if (depth === 0 && lexeme.type === "map-value-ind") return comma;
  }
  return undefined;
}

function closedBefore(text: string, opening: Lexeme, comma: Lexeme, at: number): SyntaxFinding {
  const items = text.slice(opening.end, comma.start).trim();
  return syntaxError(
    { start: opening.start, end: comma.start },
    `The \`[\` before ${shown(items)} is never closed, so what follows is read as more of the list. Write \`]\` where it ends.`,
    {
      covers: { start: opening.start, end: at + 1 },
      fix: { title: "Insert `]`", changes: [insert(comma.start, "]")] },
      ...(text[comma.end] === " " ? { repair: { start: comma.start, end: comma.end + 1, newText: "]," } } : {}),
    },
  );
}

/** `{via: #support, within: 5 min}`: the rest of the line is a comment, the closing bracket too. */
function hiddenByComment(text: string, opening: Lexeme): SyntaxFinding | undefined {
  const line = lineAt(text, opening.start);
  const rest = text.slice(opening.end, line.end);
  const match = /^(?:[^#"']|(?<=\S)#)*[:,[{]\s+(#[^\s#,\]}][^,\]}]*)(?=[,\]}])/.exec(rest);
  if (!match || !rest.slice(match[0].length).includes(CLOSES[text[opening.start]!]!)) return undefined;
  const end = opening.end + match[0].length;
  const written = match[1]!.trimEnd();
  const value = { start: end - match[1]!.length, end: end - match[1]!.length + written.length };
  return syntaxError(
    value,
    `A \`#\` after a space starts a comment, so YAML doesn't see the rest of this line. Put ${shown(written)} in quotes.`,
    {
      fix: { title: "Put the value in quotes", changes: [{ ...value, newText: quote(written) }] },
      repair: { ...value, newText: mask(written) },
      spoils: value,
    },
  );
}

/** Where a bracket is closed after all, lower down. */
function matching(text: string, opening: number): number | undefined {
  let depth = 0;
  for (let at = opening; at < text.length; at++) {
    const character = text[at]!;
    if (character === "{" || character === "[") depth++;
    else if ((character === "}" || character === "]") && --depth === 0) return at;
  }
  return undefined;
}

/** Lines in brackets that stand no deeper than the key: to read on, they are taken as one line. */
function notIndented(text: string, opening: Lexeme, closing: number): SyntaxFinding {
  const { indent } = lineAt(text, opening.start);
  const shallow: Line[] = [];
  for (const line of linesAfter(text, opening.start)) {
    if (line.start > closing) break;
    if (line.indent <= indent) shallow.push(line);
  }
  const [first] = shallow;
  const inside = text.slice(opening.start, closing);
  const oneLine = inside.replace(/(^|[ \t])#[^\r\n]*/gm, blank).replace(/[\r\n\t]/g, " ");
  return syntaxError(
    first ? { start: first.start, end: contentEnd(first) } : opening,
    `Lines between \`${text[opening.start]}\` and \`${text[closing]}\` must be indented deeper than the line on which they open.`,
    {
      ...(first ? { fix: { title: "Indent the lines in brackets", changes: deeper(shallow, indent + 2) } } : {}),
      repair: { start: opening.start, end: closing, newText: oneLine },
    },
  );
}

function deeper(lines: readonly Line[], indent: number) {
  return lines.map((line) => insert(line.start, " ".repeat(indent - line.indent)));
}

function neverClosed(text: string, open: readonly Lexeme[], before: number): SyntaxFinding {
  const opening = open.at(-1)!;
  const closers = open
    .map((each) => CLOSES[text[each.start]!]!)
    .reverse()
    .join("");
  const end = Math.max(opening.end, lastContent(text, before));
  return syntaxError(
    { start: opening.start, end },
    `This \`${text[opening.start]}\` is never closed. Add \`${closers[0]}\` where it ends.`,
    {
      fix: { title: `Insert \`${closers}\``, changes: [insert(end, closers)] },
      covers: { start: opening.start, end: Math.max(before, end) },
      ...closeWithin(text, open, end, before >= text.length ? text.length : lineAt(text, end).end, closers),
    },
  );
}

/** The end of the last thing that was written before an offset, comments left out. */
function lastContent(text: string, before: number): number {
  const line = lineAt(text, before);
  const written = line.start + line.indent < before ? contentEnd(line) : 0;
  if (written > 0 && written <= before && line.content) return written;
  const [above] = linesBefore(text, line.start);
  return above ? contentEnd(above) : 0;
}

/**
 * Puts closing brackets at `end`: in the blanks up to `room` where there are enough, else over what was written last.
 * Where that is too little, the value in brackets is masked as a whole.
 */
function closeWithin(
  text: string,
  open: readonly Lexeme[],
  end: number,
  room: number,
  closers: string,
): Pick<SyntaxFinding, "repair" | "spoils"> {
  if (room - end >= closers.length) {
    const newText = closers + blank(text.slice(end + closers.length, room));
    return { repair: { start: end, end: room, newText } };
  }
  const innermost = open.at(-1)!;
  let closing = end;
  while (closing > innermost.end && "]} \t".includes(text[closing - 1]!)) closing--;
  const closed = text.slice(closing, end);
  const tail = closed.replace(/\s/g, "") + closers;
  const cut = end - Math.max(closed.length, tail.length);
  const covered = lastLexeme(text, innermost.end, cut);
  if (cut < innermost.end || !covered) {
    const span = { start: open[0]!.start, end };
    return { repair: { ...span, newText: mask(text.slice(span.start, end)) }, spoils: span };
  }
  const start = covered.end > cut && isQuoted(covered) ? covered.start : cut;
  const newText = mask(text.slice(start, cut)) + tail.padStart(end - cut);
  return { repair: { start, end, newText }, spoils: { start: Math.min(covered.start, start), end } };
}

/** The last lexeme with content that starts between two offsets; the bracket itself where there is none. */
function lastLexeme(text: string, from: number, before: number): Lexeme | undefined {
  let last: Lexeme | undefined;
  for (const lexeme of lexemes(text.slice(0, before + 1))) {
    if (lexeme.start >= Math.max(before, from)) break;
    if (lexeme.end >= from && lexeme.type !== "space" && lexeme.type !== "newline") last = lexeme;
  }
  return last;
}
