import type { SyntaxFinding, Trap } from "./finding.ts";
import { hide } from "./hide.ts";
import { block, contentEnd, type Line, lineAt, linesAfter, linesBefore, spaces } from "./lines.ts";
import { insert, mask, quote, shown, spanOf, syntaxError } from "./values.ts";

/** Lines that stand neither with those above nor below a key of theirs. */
export const indentationTrap: Trap = ({ error, text }) => {
  if (error.code === "BLOCK_AS_IMPLICIT_KEY") {
    const line = keyBelowValue(text, error.start);
    return line && belowValue(text, line);
  }
  if (error.code !== "BAD_INDENT" && !error.message.startsWith("Sequence item without")) return undefined;
  const own = lineAt(text, error.start);
  const [next] = linesAfter(text, own.start);
  const line = own.content && error.start < contentEnd(own) ? own : next;
  if (!line) return undefined;
  const [above] = linesBefore(text, line.start);
  if (above && above.indent < line.indent && /^[^\s:]+:\s+[^|>&!\s]/.test(above.content)) return belowValue(text, line);
  if (above && above.indent === line.indent && /^-(\s|$)/.test(above.content)) return notAnItem(text, line);
  return misaligned(text, line);
};

/** The first line with a key below a value that has more lines, or was meant to end. */
function keyBelowValue(text: string, offset: number): Line | undefined {
  const { indent } = lineAt(text, offset);
  for (const line of linesAfter(text, offset)) {
    if (line.indent <= indent) return undefined;
    if (/:(\s|$)/.test(line.content)) return line;
  }
  return undefined;
}

/** A line that is nested below a key which has its value already. */
function belowValue(text: string, line: Line): SyntaxFinding | undefined {
  const owner = ownerOf(text, line);
  if (!owner) return undefined;
  const lines = block(text, line);
  const key = shown(owner.content.replace(/^(?:- +)+/, "").split(":", 1)[0]!);
  if (!/:(\s|$)/.test(line.content))
    return syntaxError(
      { start: line.start + line.indent, end: contentEnd(line) },
      `This line can't continue the text of ${key}: the comment above has ended it. Move the comment.`,
      hide(text, lines),
    );
  const [above] = linesBefore(text, line.start);
  if (above!.start !== owner.start) return textOverLines(text, owner, line, lines);
  const column = columns(owner).at(-1)!;
  return syntaxError(
    { start: line.start, end: line.start + line.indent },
    `${key} has its value on its own line, so nothing can be nested below it. Align this line with ${key}.`,
    { fix: align(lines, column - line.indent, `Align with ${key}`), ...hide(text, lines) },
  );
}

/** The line with the key that a deeper line stands below. */
function ownerOf(text: string, line: Line): Line | undefined {
  for (const above of linesBefore(text, line.start))
    if (above.indent < line.indent && /:\s/.test(above.content)) return above;
  return undefined;
}

/** Plain text that goes on over several lines, one of which has a colon in it. */
function textOverLines(text: string, owner: Line, withColon: Line, lines: readonly Line[]): SyntaxFinding {
  const start = owner.start + owner.indent + /:\s+/.exec(owner.content)!.index;
  const value = { start: start + /^:\s+/.exec(text.slice(start))![0].length, end: contentEnd(lines.at(-1)!) };
  const written = text.slice(value.start, value.end);
  const colon = withColon.start + withColon.indent + withColon.content.search(/:(\s|$)/);
  const beforeColon = text.slice(withColon.start + withColon.indent, colon + 1);
  return syntaxError(
    { start: colon, end: colon + 1 },
    `YAML takes ${shown(beforeColon)} for a key, because a colon and a space follow it. Put the whole text in quotes.`,
    {
      ...(/[ \t]#/.test(written)
        ? {}
        : { fix: { title: "Put the text in quotes", changes: [{ ...spanOf(value), newText: quote(written) }] } }),
      repair: { ...spanOf(value), newText: mask(written) },
      spoils: value,
    },
  );
}

/** A line that starts where the dashes above do, but not with a dash. */
function notAnItem(text: string, line: Line): SyntaxFinding {
  const start = line.start + line.indent;
  const rest = line.indent > 0 ? hide(text, block(text, line)) : {};
  if (/^-\S/.test(line.content))
    return syntaxError({ start, end: start + 1 }, "A space is missing after the dash of this list item.", {
      fix: { title: "Insert a space after the dash", changes: [insert(start + 1, " ")] },
      ...rest,
    });
  return syntaxError(
    { start, end: contentEnd(line) },
    "This line stands among list items but has no dash. Start it with `- `, or indent it to belong to the item above.",
    { fix: { title: "Insert a dash", changes: [insert(start, "- ")] }, ...rest },
  );
}

/** The columns at which something starts on a line: what follows its indentation, and what follows its dashes. */
function columns(line: Line): number[] {
  const found = [line.indent];
  for (const dash of line.content.matchAll(/-\s+/gy)) found.push(found.at(-1)! + dash[0].length);
  return found;
}

function misaligned(text: string, line: Line): SyntaxFinding {
  const at = { start: line.start, end: Math.max(line.start + line.indent, line.start + 1) };
  const target = nearestColumn(text, line);
  const below = block(text, line);
  // Where it is the only such line, what stands below it is in its right place already.
  const alone = below.every((each) => each === line || each.indent !== line.indent);
  const lines = alone ? block(text, line, target) : below;
  const rest = line.indent > 0 ? hide(text, lines) : {};
  const here = `This line is indented by ${spaces(line.indent)}`;
  if (target === undefined) return syntaxError(at, `${here}, unlike the lines around it. Align it with them.`, rest);
  return syntaxError(at, `${here}, the lines that it belongs with by ${spaces(target)}. Align them.`, {
    fix: align(lines, target - line.indent, `Indent by ${spaces(target)}`),
    ...rest,
  });
}

/** Where the lines above would have this one start: with one of their keys, or with their dashes if it has one. */
function nearestColumn(text: string, line: Line): number | undefined {
  const item = /^-(\s|$)/.test(line.content);
  const key = /:(\s|$)/.test(line.content);
  let nearest: number | undefined;
  let outermost = Infinity;
  for (const above of linesBefore(text, line.start)) {
    const starts = columns(above);
    const fitting = item ? starts.slice(0, -1) : starts.slice(-1);
    for (const column of fitting) {
      // Text that is neither a key nor an item can only continue something deeper.
      if (column >= outermost || column === line.indent || (!item && !key && column < line.indent)) continue;
      if (nearest === undefined || Math.abs(column - line.indent) < Math.abs(nearest - line.indent)) nearest = column;
    }
    outermost = Math.min(outermost, above.indent);
    if (outermost < line.indent) break;
  }
  return nearest;
}

/** Moves lines to the right, or to the left. */
function align(lines: readonly Line[], by: number, title: string): NonNullable<SyntaxFinding["fix"]> {
  const newText = " ".repeat(Math.max(0, by));
  return { title, changes: lines.map(({ start }) => ({ start, end: start + Math.max(0, -by), newText })) };
}

/** The text starts with an indented line, and a later one is not indented. */
export const indentedStartTrap: Trap = ({ error, text }) => {
  if (error.code !== "UNEXPECTED_TOKEN" || lineAt(text, error.start).indent > 0) return undefined;
  const top = lineAt(text, 0);
  const [next] = linesAfter(text, 0);
  const first = top.content ? top : next;
  if (!first || first.indent === 0) return undefined;
  return syntaxError(
    { start: first.start, end: first.start + first.indent },
    "The first key must stand at the start of its line. Remove the spaces before it.",
    { fix: align(block(text, first), -first.indent, "Remove the spaces") },
  );
};
