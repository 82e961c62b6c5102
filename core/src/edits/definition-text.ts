import type { Entry, MapNode, Span } from "../syntax/nodes.ts";
import { type PlanFile, spanIn } from "../syntax/plan-file.ts";
import { isWritable } from "./map-writer.ts";
import { spanToRemove } from "./remove-item.ts";
import type { Source } from "./stub.ts";
import type { TextEdit } from "./text-edit.ts";
import { columnOf, lineEnd, lineStart, nextLine, pastComments } from "./text-lines.ts";

/** An entry of a section as it can be written elsewhere, and where it stands, with its comments. */
export interface Piece extends Span {
  readonly source: Source;
  /** It can stand in braces: it takes one line, without a comment. */
  readonly fitsFlow: boolean;
}

/** Undefined where an entry can't be told from its surroundings line by line, and where aliases say a part of it. */
export function pieceOf(file: PlanFile, map: MapNode, entry: Entry): Piece | undefined {
  if (entry.key.borrowed || entry.value.borrowed || !entry.colon || !isWritable(file, map)) return undefined;
  const { text } = file;
  const key = spanIn(file, entry.key).start;
  const value = spanIn(file, entry.value);
  const length = text.slice(key, Math.max(spanIn(file, entry.key).end, value.end)).trimEnd().length;
  const written = text.slice(key, key + length);
  if (map.flow) {
    const isOneLine = !/[\r\n]/.test(written);
    return isOneLine
      ? { start: key, end: key + length, source: { kind: "source", lines: [written] }, fitsFlow: true }
      : undefined;
  }
  const column = columnOf(text, key);
  const line = lineStart(text, key);
  if (text.slice(line, key).trim() !== "") return undefined;
  const start = commentsAbove(text, line, column);
  const end = pastComments(text, nextLine(text, key + length), column);
  const lines = text
    .slice(start, end)
    .trimEnd()
    .split(/\r?\n/)
    .map((one) => one.replace(new RegExp(`^ {0,${column}}`), "").replace(/^[ \t]+$/, ""));
  const fitsFlow = lines.length === 1 && lines[0] === written;
  return { start, end, source: { kind: "source", lines }, fitsFlow };
}

/** What takes entries out of a section, and the comments that would be lost with it where none is left in it. */
export interface Removal {
  readonly edits: TextEdit[];
  readonly comments: readonly string[];
}

/** @param pieces of the map, in the order of the text */
export function removalOf(file: PlanFile, map: MapNode, pieces: readonly Piece[]): Removal | undefined {
  const { text } = file;
  if (pieces.length === map.all.length) return removalOfSection(file, map, pieces);
  if (!map.flow) return { edits: pieces.map((piece) => removed(file, withoutGap(text, piece))), comments: [] };
  const entries = map.all.map(({ key, value }) => ({
    start: spanIn(file, key).start,
    end: Math.max(spanIn(file, key).end, spanIn(file, value).end),
  }));
  const index = entries.findIndex(({ start }) => start === pieces[0]?.start);
  const span = pieces.length === 1 ? spanToRemove(text, entries, index, true) : undefined;
  return span && { edits: [removed(file, span)], comments: [] };
}

function removalOfSection(file: PlanFile, map: MapNode, pieces: readonly Piece[]): Removal | undefined {
  const { text } = file;
  const key = spanIn(file, map.section.key).start;
  if (map !== map.section.value || lineStart(text, key) !== key) return undefined;
  const start = commentsAbove(text, key, 0);
  const end = map.flow ? nextLine(text, spanIn(file, map).end) : pieces.at(-1)!.end;
  let rest = "";
  let at = start;
  for (const piece of pieces) {
    rest += text.slice(at, piece.start);
    at = piece.end;
  }
  rest += text.slice(at, end);
  const comments = rest.match(/#[^\r\n]*/g)?.map((one) => one.trimEnd()) ?? [];
  // An anchor, or a value after the brace, is none of what is moved.
  if (!/^\s*[\w-]+:[\s{},]*$/.test(rest.replace(/#[^\r\n]*/g, ""))) return undefined;
  return { edits: [removed(file, withoutGap(text, { start, end }))], comments };
}

/** Where the comments begin that stand right above a line, in the same column. */
function commentsAbove(text: string, line: number, column: number): number {
  let start = line;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const comment = /^[ \t]*(?=#)/.exec(text.slice(above, lineEnd(text, above)));
    if (comment?.[0].length !== column) break;
    start = above;
  }
  return start;
}

/** With the blank lines under it, where others stand above it or the section's key does: they parted it from what is gone. */
export function withoutGap(text: string, { start, end }: Span): Span {
  const above = start === 0 ? "" : text.slice(lineStart(text, start - 1), start);
  if (above.trim() !== "" && !/^[\w-]+:\s*(?:#.*)?$/.test(above.trimEnd())) return { start, end };
  const blanks = /^(?:[ \t]*\r?\n)+/.exec(text.slice(end))?.[0].length ?? 0;
  if (end < text.length || above.trim() !== "") return { start, end: end + blanks };
  return { start: text.slice(0, start).trimEnd().length + (/\r?\n/.exec(text)?.[0].length ?? 0), end };
}

function removed({ uri }: PlanFile, { start, end }: Span): TextEdit {
  return { uri, start, end, newText: "" };
}
