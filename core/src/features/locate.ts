import type { Key } from "../language/types.ts";
import { containerType, type Entry, type MapNode, type Node, type ScalarNode, type Span } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";

/** What stands at an offset: a key or a value, and what the language says of it. */
export interface Spot {
  /** The key, or the scalar that is the value or an item of it. */
  readonly node: ScalarNode;
  readonly part: "key" | "value";
  readonly entry: Entry;
  /** The map in which the entry stands. */
  readonly map: MapNode;
  /** What the language says of the key; undefined for an id, a key of the author's own, or one that it doesn't know. */
  readonly key?: Key;
}

/** Finds the innermost key or scalar value at an offset of the text, its end included. */
export function locate(file: PlanFile, offset: number): Spot | undefined {
  const section = file.sections.findLast((one) => file.startOf(one) <= offset);
  if (!section) return undefined;
  const at = offset - file.startOf(section);
  const entry = {
    key: section.key,
    value: section.value,
    colon: true,
    start: section.key.start,
    end: section.value.end,
  };
  return inEntry(entry, file.root, at);
}

function inEntry(entry: Entry, map: MapNode, at: number): Spot | undefined {
  if (entry.key.borrowed) return undefined;
  const key = describes(map, entry.key.text);
  const spot = (node: ScalarNode, part: Spot["part"]): Spot => ({ node, part, entry, map, ...(key ? { key } : {}) });
  if (touches(entry.key, at)) return spot(entry.key, "key");
  const value = inValue(entry.value, at);
  if (value?.kind === "scalar") return spot(value, "value");
  for (const inner of value?.all ?? []) {
    const found = inEntry(inner, value as MapNode, at);
    if (found) return found;
  }
  return undefined;
}

/** The map or the scalar at the offset, looked for through lists. */
function inValue(node: Node, at: number): MapNode | ScalarNode | undefined {
  // Nothing in what an alias repeats stands at the alias.
  if (!touches(node, at) || (node.borrowed && node.kind !== "scalar")) return undefined;
  if (node.kind !== "list") return node;
  for (const item of node.all) {
    const found = inValue(item, at);
    if (found) return found;
  }
  return undefined;
}

/** Does an offset lie in a span, or at one of its ends? */
export function touches(span: Span, at: number): boolean {
  return span.start <= at && at <= span.end;
}

/** What the language says of a key of this map, unless it is an id that the author made up. */
function describes(map: MapNode, name: string): Key | undefined {
  const type = containerType(map);
  const keys = type?.kind === "object" ? type.keys : type?.known;
  return keys && Object.hasOwn(keys, name) ? keys[name] : undefined;
}
