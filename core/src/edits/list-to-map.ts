import type { MapType } from "../language/types.ts";
import type { Entry, ListNode, MapNode, Node, ScalarNode, Span } from "../syntax/nodes.ts";
import { type PlanFile, spanIn } from "../syntax/plan-file.ts";
import { indentUnit } from "./map-writer.ts";
import { spanToRemove } from "./remove-item.ts";
import { quoteIfNeeded } from "./render.ts";
import type { TextEdit } from "./text-edit.ts";
import { columnOf, lineEnd, lineEndOf, lineStart, nextLine } from "./text-lines.ts";

/** An item of the list, which is a map, and the entry of it that says what it is called. */
interface Named {
  readonly item: MapNode;
  readonly entry: Entry & { readonly value: ScalarNode };
}

/**
 * Turns a list of maps, `- id: a`, into a map of them under their ids, `a:`. Comments stay where they are; undefined where
 * one would be lost, where an item has no id, or two have the same.
 */
export function listToMap(file: PlanFile, list: ListNode, type: MapType): TextEdit[] | undefined {
  const items = type.of.kind === "object" && !list.borrowed ? namedItems(list, type) : undefined;
  const edits = items && (list.flow ? flowEdits(file, list, items) : blockEdits(file, list, items));
  return edits?.sort((a, b) => a.start - b.start || a.end - b.end);
}

function namedItems(list: ListNode, type: MapType): Named[] | undefined {
  const own = type.defines ?? type.refersTo;
  const known = type.of.kind === "object" ? type.of.keys : {};
  const names = ["id", "name", ...(own ? [own] : [])].filter((name) => !Object.hasOwn(known, name));
  for (const name of names) {
    const items = list.all.flatMap((item) => named(item, name) ?? []);
    const ids = new Set(items.map(({ entry }) => entry.value.text));
    if (items.length > 0 && items.length === list.all.length && ids.size === items.length) return items;
  }
  return undefined;
}

function named(item: Node, name: string): Named | undefined {
  if (item.kind !== "map" || item.borrowed || item.lenders.length > 0) return undefined;
  const entry = item.entry(name);
  const id = entry?.value;
  if (!entry?.colon || id?.kind !== "scalar" || id.borrowed || id.style === "block" || id.isNull) return undefined;
  return id.text.trim() === "" || id.spoiled ? undefined : { item, entry: entry as Named["entry"] };
}

function flowEdits(file: PlanFile, list: ListNode, items: readonly Named[]): TextEdit[] | undefined {
  const { start, end } = spanIn(file, list);
  if (file.text[start] !== "[" || file.text[end - 1] !== "]") return undefined;
  const inner = items.map((one) => {
    const at = spanIn(file, one.item).start;
    const rest = withoutId(file, one);
    return rest && [replaced(file, at, at, `${idOf(one)}: `), rest];
  });
  if (inner.some((edits) => edits === undefined)) return undefined;
  return [
    replaced(file, start, start + 1, "{"),
    ...inner.flatMap((edits) => edits ?? []),
    replaced(file, end - 1, end, "}"),
  ];
}

function blockEdits(file: PlanFile, list: ListNode, items: readonly Named[]): TextEdit[] | undefined {
  const { text } = file;
  const key = spanIn(file, list.key ?? list.section.key);
  const first = spanIn(file, items[0]!.item).start;
  const dash = text.indexOf("-", lineStart(text, first));
  // Items may stand in the column of their key. What is under a key may not.
  const shift = columnOf(text, dash) > columnOf(text, key.start) ? "" : indentUnit(file);
  const edits: TextEdit[] = [];
  for (const one of items) {
    const own = itemEdits(file, one, shift);
    if (!own) return undefined;
    edits.push(...own);
  }
  return shift === ""
    ? edits
    : [...edits, ...shifted(file, { start: first, end: spanIn(file, list).end }, shift, edits)];
}

function itemEdits(file: PlanFile, one: Named, shift: string): TextEdit[] | undefined {
  const { text } = file;
  const { start } = spanIn(file, one.item);
  const before = /^[ \t]*-(?=[ \t]+$)/.exec(text.slice(lineStart(text, start), start));
  if (!before) return undefined;
  const dash = lineStart(text, start) + before[0].length - 1;
  if (one.item.flow) {
    const rest = withoutId(file, one);
    return rest && [replaced(file, dash, start, `${idOf(one)}: `), rest];
  }
  const id = spanIn(file, one.entry.value);
  const key = spanIn(file, one.entry.key);
  if (one.item.all[0] === one.entry)
    return key.start === start ? [replaced(file, dash, id.end, `${idOf(one)}:`)] : undefined;
  const isAlone = text.slice(lineStart(text, key.start), key.start).trim() === "";
  if (!isAlone || text.slice(id.end, lineEnd(text, id.end)).trim() !== "") return undefined;
  const newLine = lineEndOf(text) + shift + " ".repeat(columnOf(text, start));
  return [
    replaced(file, dash, start, `${idOf(one)}:${newLine}`),
    replaced(file, lineStart(text, key.start), nextLine(text, id.end), ""),
  ];
}

/** Moves the lines of a part of the text to the right, but for those that go. */
function shifted(file: PlanFile, { start, end }: Span, by: string, gone: readonly TextEdit[]): TextEdit[] {
  const { text } = file;
  const edits: TextEdit[] = [];
  for (let line = lineStart(text, start); line < end; line = nextLine(text, line)) {
    const isGone = gone.some((edit) => edit.newText === "" && edit.start <= line && line < edit.end);
    if (!isGone && text.slice(line, lineEnd(text, line)).trim() !== "") edits.push(replaced(file, line, line, by));
  }
  return edits;
}

/** Takes the id out of a map in braces. */
function withoutId(file: PlanFile, { item, entry }: Named): TextEdit | undefined {
  if (file.text[spanIn(file, item).start] !== "{") return undefined;
  const entries = item.all.map(({ key, value }) => ({
    start: spanIn(file, key).start,
    end: Math.max(spanIn(file, key).end, spanIn(file, value).end),
  }));
  const index = item.all.indexOf(entry);
  const own = entries[index]!;
  const span = entries.length === 1 ? own : spanToRemove(file.text, entries, index, true);
  return span && replaced(file, span.start, span.end, "");
}

function idOf({ entry }: Named): string {
  return quoteIfNeeded(entry.value.text);
}

function replaced({ uri }: PlanFile, start: number, end: number, newText: string): TextEdit {
  return { uri, start, end, newText };
}
