import type { Problem, SyntaxFinding, Trap } from "./finding.ts";
import { hide } from "./hide.ts";
import { block, contentEnd, type Line, lineAt, linesAfter, linesBefore, spaces } from "./lines.ts";
import { mask, quote, shown, spanOf, syntaxError } from "./values.ts";

/** Lines that stand neither with those above nor below a key of theirs. */
export const indentationTrap: Trap = (problem) => {
  const { error, text } = problem;
  const sequence = error.message.startsWith("Sequence item without");
  const nested = error.code === "BLOCK_AS_IMPLICIT_KEY";
  if (error.code !== "BAD_INDENT" && !sequence && !nested) return undefined;
  const line = nested
    ? belowValue(text, error.start)
    : ([lineAt(text, error.start)].find((each) => each.content !== "") ?? firstBelow(problem));
  return line && (nested || underValue(text, line) ? nestedUnderValue(text, line) : misaligned(text, line));
};

function firstBelow({ error, text }: Problem): Line | undefined {
  const [line] = linesAfter(text, error.start);
  return line;
}

/** The first line below a value that holds a key. */
function belowValue(text: string, offset: number): Line | undefined {
  const { indent } = lineAt(text, offset);
  for (const line of linesAfter(text, offset)) {
    if (line.indent <= indent && !line.content.startsWith("-")) return undefined;
    if (/:(\s|$)|^-(\s|$)/.test(line.content)) return line;
  }
  return undefined;
}

/** Does it stand deeper than a line above that has its value already? */
function underValue(text: string, line: Line): boolean {
  const [above] = linesBefore(text, line.start);
  return above !== undefined && above.indent < line.indent && /^[^\s:]+:\s+[^|>&!\s]/.test(above.content);
}

function nestedUnderValue(text: string, line: Line): SyntaxFinding {
  let above: Line | undefined;
  for (const each of linesBefore(text, line.start)) {
    above = each;
    if (each.indent < line.indent && /:\s/.test(each.content)) break;
  }
  const lines = block(text, line);
  const at = { start: line.start, end: line.start + line.indent };
  if (!above)
    return syntaxError(at, "This line is indented deeper than the lines above. Align it with them.", hide(text, lines));
  const column = columns(above).at(-1)!;
  const [nearest] = linesBefore(text, line.start);
  if (nearest && nearest.start !== above.start) return textOverLines(text, above, lines);
  const key = shown(above.content.replace(/^(- +)+/, "").split(":", 1)[0]!);
  if (!/:(\s|$)/.test(line.content)) {
    return syntaxError(
      { start: line.start + line.indent, end: contentEnd(line) },
      `This line can't go on with the text of ${key}: a comment has ended it. Move the comment above the text.`,
      hide(text, lines),
    );
  }
  return syntaxError(
    at,
    `${key} has a value on its own line, so nothing can be nested below it. Indent this line by ${spaces(column)}, like ${key}.`,
    { fix: align(lines, column - line.indent), ...hide(text, lines) },
  );
}

/** Plain text that goes on over several lines, one of which has a colon in it. */
function textOverLines(text: string, above: Line, lines: readonly Line[]): SyntaxFinding {
  const start = above.start + above.indent + above.content.search(/:\s+/) + /:\s+/.exec(above.content)![0].length;
  const value = { start, end: contentEnd(lines.at(-1)!) };
  const first = lines[0]!;
  const written = text.slice(value.start, value.end);
  const colon = contentEnd(first) - first.content.length + first.content.search(/:(\s|$)/);
  return syntaxError(
    { start: colon, end: colon + 1 },
    "A colon followed by a space starts a value, but this one stands inside a text. Put the whole text in quotes.",
    {
      ...(/[ \t]#/.test(written)
        ? {}
        : { fix: { title: "Put the text in quotes", changes: [{ ...spanOf(value), newText: quote(written) }] } }),
      repair: { ...spanOf(value), newText: mask(written) },
      spoils: value,
    },
  );
}

/** The columns at which a line has something: its indentation, and what follows its dashes. */
function columns(line: Line): number[] {
  const found = [line.indent];

  let rest = line.content;
  for (let dash = /^-\s+/.exec(rest); dash; dash = /^-\s+/.exec(rest)) {
    found.push(found.at(-1)! + dash[0].length);
    rest = rest.slice(dash[0].length);
  }
  return found;
}

function misaligned(text: string, line: Line): SyntaxFinding {
  const item = /^-(\s|$)/.test(line.content);
  const candidates = new Set<number>();
  let depth = Infinity;
  for (const above of linesBefore(text, line.start)) {
    if (above.indent >= depth && candidates.size > 0) continue;
    const dashes = columns(above);
    for (const column of dashes)
      if (column < depth && item === (column !== dashes.at(-1) || /^-$/.test(above.content))) candidates.add(column);
    depth = Math.min(depth, above.indent);
    if (depth < line.indent || depth === 0) break;
  }
  candidates.delete(line.indent);
  const target = [...candidates].sort((a, b) => Math.abs(a - line.indent) - Math.abs(b - line.indent) || b - a)[0];
  const at = { start: line.start, end: Math.max(line.start + line.indent, line.start + 1) };
  const lines = block(text, line);
  const rest = line.indent > 0 ? hide(text, lines) : {};
  const dash = /^-[^\s-]/.exec(line.content);
  const [above] = linesBefore(text, line.start);
  const start = line.start + line.indent;
  if (above && above.indent === line.indent && /^-\s/.test(above.content)) {
    return syntaxError(
      { start, end: dash ? start + 1 : contentEnd(line) },
      dash ? "A space is missing after the dash." : "This line stands among list items but does not start with a dash.",
      {
        fix: dash
          ? { title: "Insert a space after the dash", changes: [insertSpace(start + 1)] }
          : { title: "Insert a dash", changes: [{ start, end: start, newText: "- " }] },
        ...rest,
      },
    );
  }
  if (target === undefined)
    return syntaxError(
      at,
      `This line is indented by ${spaces(line.indent)}, unlike the lines around it. Align it with its neighbours.`,
      rest,
    );
  return syntaxError(
    at,
    `This line is indented by ${spaces(line.indent)}, but the lines that it belongs with by ${spaces(target)}. Align them.`,
    { fix: align(lines, target - line.indent), ...rest },
  );
}

function insertSpace(at: number) {
  return { start: at, end: at, newText: " " };
}

/** Moves lines to the right, or to the left. */
function align(lines: readonly Line[], by: number): SyntaxFinding["fix"] & object {
  return {
    title: `Change the indentation by ${spaces(Math.abs(by))}`,
    changes: lines.map(({ start }) => ({ start, end: start + Math.max(0, -by), newText: " ".repeat(Math.max(0, by)) })),
  };
}

/** The text starts with an indented line, and a later one is not indented. */
export const indentedStartTrap: Trap = ({ error, text }) => {
  if (error.code !== "UNEXPECTED_TOKEN" || lineAt(text, error.start).indent > 0) return undefined;
  let first = lineAt(text, 0);
  if (!first.content) [first = first] = linesAfter(text, 0);
  if (first.indent === 0) return undefined;
  const lines = block(text, first);
  return syntaxError(
    { start: first.start, end: first.start + first.indent },
    "The first key must stand at the start of its line: remove the spaces before it.",
    { fix: { title: "Remove the spaces", changes: align(lines, -first.indent).changes } },
  );
};
