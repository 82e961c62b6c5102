import { language, type PlanFile, readPlanFile } from "@aiplan/core";
import { containerType, type Entry, type MapNode, type Node } from "../../../core/src/syntax/nodes.ts";

/** Another text of a plan, and what was done to it. */
export interface Change {
  readonly what: string;
  readonly text: string;
}

export interface Place {
  readonly map: MapNode;
  readonly entry: Entry;
  readonly path: string;
}

/** The text of a plan without a key; undefined where that can't be cut out by itself. */
export function removal(file: PlanFile, { map, entry, path }: Place): Change | undefined {
  const text = without(file, map, entry);
  if (text === undefined || readPlanFile(file.uri, text).syntax.length > file.syntax.length) return undefined;
  return { what: `without ${path}`, text };
}

/** The text of a plan with a placeholder in place of a single value. */
export function opening(file: PlanFile, { entry, path }: Place): Change | undefined {
  const { value } = entry;
  if (value.kind !== "scalar" || value.style === "block" || value.borrowed || value.isPlaceholder) return undefined;
  const shift = file.startOf(value.section);
  const text = `${file.text.slice(0, value.start + shift)}<${entry.key.text}>${file.text.slice(value.end + shift)}`;
  return { what: `${path} left open`, text };
}

/** Keys that are due by the stage of a plan; its claim is left alone, for without it the plan is judged at another. */
export function duePlaces(file: PlanFile): Place[] {
  return [...placesIn(file)].filter(({ map, entry }) => {
    const type = containerType(map);
    const due = type && language.keysOf(type)[entry.key.text]?.due;
    return due !== undefined && language.isDueBy(due, file.stage) && !(map === file.root && entry.key.text === "stage");
  });
}

function* placesIn({ root }: PlanFile): Generator<Place> {
  for (const entry of root.all) {
    yield { map: root, entry, path: entry.key.text };
    yield* inside(entry.value, entry.key.text);
  }
}

function* inside(node: Node, path: string): Generator<Place> {
  if (node.borrowed || node.kind === "scalar") return;
  if (node.kind === "list") {
    for (const [index, item] of node.all.entries()) yield* inside(item, `${path}.${index + 1}`);
    return;
  }
  for (const entry of node.all) {
    if (entry.key.borrowed) continue;
    yield { map: node, entry, path: `${path}.${entry.key.text}` };
    yield* inside(entry.value, `${path}.${entry.key.text}`);
  }
}

/** The text without an entry; undefined where it can't be cut out by itself. */
function without(file: PlanFile, map: MapNode, entry: Entry): string | undefined {
  const { text } = file;
  const shift = file.startOf(entry.value.section);
  const from = map === file.root ? shift : entry.key.start + shift;
  const to = entry.value.end + shift;
  if (map.flow) {
    const after = /^\s*,\s*/.exec(text.slice(to))?.[0].length ?? 0;
    const before = after > 0 ? 0 : (/,\s*$/.exec(text.slice(0, from))?.[0].length ?? 0);
    return text.slice(0, from - before) + text.slice(to + after);
  }
  const line = text.lastIndexOf("\n", from - 1) + 1;
  const next = text.indexOf("\n", Math.max(to - 1, from));
  if (text.slice(line, from).trim() === "") return text.slice(0, line) + (next < 0 ? "" : text.slice(next + 1));
  // The first key of an item stands behind its dash: the second takes its place.
  const second = map.all[1];
  return map.all[0] === entry && second ? text.slice(0, from) + text.slice(second.key.start + shift) : undefined;
}
