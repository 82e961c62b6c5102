import type { ListNode } from "../syntax/nodes.ts";
import { type PlanFile, spanIn } from "../syntax/plan-file.ts";
import { quote, quoteIfNeeded } from "./render.ts";
import type { TextEdit } from "./text-edit.ts";
import { lineEnd, lineEndOf, lineStart } from "./text-lines.ts";

/**
 * Writes one more scalar at the end of a list that has items, on a line of its own where the last one has; undefined for a
 * list that has none, or that an alias repeats.
 */
export function appendItem(file: PlanFile, list: ListNode, item: string): TextEdit | undefined {
  const last = list.all.at(-1);
  if (!last || list.borrowed || last.borrowed) return undefined;
  const { text, uri } = file;
  const { start, end } = spanIn(file, last);
  const written = last.kind === "scalar" && last.style === "quoted" ? quote(item) : quoteIfNeeded(item);
  const indent = text.slice(lineStart(text, start), start);
  if (!list.flow) {
    // The dash stands before the item; a block of text, or a map, as the last item is no place to guess at.
    if (!/^[ \t]*-[ \t]+$/.test(indent) || last.kind !== "scalar" || last.style === "block") return undefined;
    const at = lineEnd(text, end);
    return { uri, start: at, end: at, newText: `${lineEndOf(text)}${indent}${written}` };
  }
  // A list that is written over several lines goes on in the same way; a comma at its end stays at its end.
  const between = indent.trim() === "" ? `,${lineEndOf(text)}${indent}` : ", ";
  return { uri, start: end, end, newText: `${between}${written}` };
}
