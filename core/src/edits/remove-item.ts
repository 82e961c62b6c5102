import type { Span } from "../syntax/nodes.ts";
import { lineStart, nextLine } from "./text-lines.ts";

/**
 * What to delete so that an item of a list, or an entry of a map, is gone: with its comma in flow style, with its line in
 * block style. Undefined for the last one left, and where a comment, an anchor or a tag would go with it.
 *
 * @param items the items or entries as offsets into the text, in its order
 */
export function spanToRemove(text: string, items: readonly Span[], index: number, flow: boolean): Span | undefined {
  const item = items[index];
  if (!item || items.length < 2) return undefined;
  const span = flow ? inFlow(items, index, item) : inBlock(text, item);
  return span && !/[#&!]/.test(text.slice(span.start, span.end)) ? span : undefined;
}

function inFlow(items: readonly Span[], index: number, item: Span): Span {
  const [before, after] = [items[index - 1], items[index + 1]];
  return after ? { start: item.start, end: after.start } : { start: before?.end ?? item.start, end: item.end };
}

function inBlock(text: string, item: Span): Span | undefined {
  const start = lineStart(text, item.start);
  // Before it on its line stands at most its dash.
  if (!/^[ \t]*(?:-[ \t]+)?$/.test(text.slice(start, item.start))) return undefined;
  const length = text.slice(item.start, item.end).trimEnd().length;
  return { start, end: nextLine(text, item.start + length) };
}
