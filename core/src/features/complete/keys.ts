import { type Stub, written } from "../../edits/stub.ts";
import { columnOf } from "../../edits/text-lines.ts";
import { factsAbout } from "../../edits/value-placeholder.ts";
import { CATALOG_HEADER, CATALOG_SECTIONS, LANGUAGE_VERSION, Plan, STAGES } from "../../language/index.ts";
import type { Key, MapType, ObjectType, ValueType } from "../../language/types.ts";
import { keysOf } from "../../language/types.ts";
import { containerType, type MapNode } from "../../syntax/nodes.ts";
import { misspeltKeys } from "../../workspace/key-meant.ts";
import type { Context } from "./context.ts";
import { definitionKeys } from "./definition-keys.ts";
import type { CompletionItem } from "./item.ts";
import { keyDocs } from "./key-docs.ts";
import { metricOf } from "./metric-of.ts";
import { counterpart, MARKER } from "./probe.ts";
import { wholeStub } from "./whole-stub.ts";

/** The keys that may be written: those the language names, what is due first, and the ids that a map waits for. */
export function completeKeys(context: Context): CompletionItem[] {
  const { map } = context.slot;
  const type = map && containerType(map);
  if (!type || (!map.section && !fitsTop(context))) return [];
  const there = keysThere(context, map);
  const items = [...namedKeys(context, map, type, there)];
  if (type.kind === "map") items.push(...definitionKeys(context, type, there));
  return items;
}

/** The keys of a plan stand in one column, the first one of their lines; only a plan in braces has them elsewhere. */
function fitsTop({ plan: { file }, cursor }: Context): boolean {
  const [first] = file.sections;
  if (cursor.open !== "") return file.syntax.length === 0;
  return cursor.column === (first ? columnOf(file.text, file.startOf(first)) : 0);
}

/** The keys that the map has already; not those that a merge key only lends it, which may be written to count instead. */
function keysThere({ slot, plan, cursor }: Context, map: MapNode): Set<string> {
  const there = ownKeys(map);
  there.delete(MARKER);
  if (slot.restRead && map.section) return there;
  const { start, end } = cursor.token;
  const typed = plan.file.text.slice(start, end);
  const written = counterpart(map, plan.file.root);
  for (const key of written ? ownKeys(written) : []) if (key !== typed) there.add(key);
  return there;
}

function ownKeys(map: MapNode): Set<string> {
  return new Set([...map.entries].flatMap(({ key }) => (key.borrowed ? [] : [key.text])));
}

function namedKeys(context: Context, map: MapNode, type: ObjectType | MapType, there: Set<string>): CompletionItem[] {
  const keys = keysOf(type);
  const lent = new Set([...map.entries].flatMap(({ key }) => (key.borrowed ? [key.text] : [])));
  const groups = new Set(
    Object.keys(keys).map((name) => (there.has(name) || lent.has(name) ? keys[name]?.group : undefined)),
  );
  const offered = Object.entries(keys).filter(
    ([name, { group, type: value }]) =>
      !there.has(name) &&
      (group === undefined || !groups.has(group) || lent.has(name)) &&
      isAllowed(context, map, name) &&
      fitsBelow(context, value),
  );
  const urgency = urgencyOf(context, map);
  return offered
    .map(([name, key]) => ({ name, key, rank: lent.has(name) ? LENT : urgency(name, key) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ name, key, rank }) => keyItem(context, type, name, key, rank));
}

/** Can its value be what is on the lines below it, if anything is? */
function fitsBelow({ cursor: { hasChildren, hasText } }: Context, type: ValueType): boolean {
  if (hasText) return type.kind === "text" || (type.kind === "link" && type.orText);
  return !hasChildren || ["object", "map", "list", "either"].includes(type.kind);
}

/** A catalog has only some of the sections. */
function isAllowed({ plan }: Context, map: MapNode, name: string): boolean {
  if (plan.file.kind !== "catalog" || map.type !== Plan) return true;
  const allowed: readonly string[] = [...CATALOG_HEADER, ...CATALOG_SECTIONS];
  return allowed.includes(name);
}

const DUE_NOW = 0;
const DUE_NEXT = 1;
const OPTIONAL = 2;
/** A merge key brings it in; written here as well, what is written here counts. */
const LENT = 3;

const URGENCIES: Readonly<Record<number, string>> = {
  [DUE_NOW]: "due",
  [DUE_NEXT]: "due at the next stage",
  [LENT]: "in place of what << brings in",
};

/** How soon a key is asked for: now, at the next stage, later or never. */
function urgencyOf({ plan, slot }: Context, map: MapNode): (name: string, key: Key) => number {
  const object = map.section ? map : plan.file.root;
  const type = containerType(object);
  const lacked = new Set(plan.due.lackedBy(object).flatMap(({ name, alternatives }) => alternatives ?? [name]));
  // What is half typed looks misspelt, and a misspelt key is not missed; here it is what is asked for.
  for (const name of type?.kind === "object" ? misspeltKeys(object, type.keys) : []) lacked.add(name);
  const known = slot.restRead && !map.section?.broken;
  const stage = STAGES.indexOf(plan.file.stage);
  return (name, { due }) => {
    // Catalogs have no stage, so nothing in them is due.
    if (due === undefined || plan.file.kind === "catalog" || (known && !lacked.has(name))) return OPTIONAL;
    const away = STAGES.indexOf(due) - stage;
    return away <= 0 ? DUE_NOW : away === 1 ? DUE_NEXT : OPTIONAL;
  };
}

function keyItem(context: Context, type: ObjectType | MapType, name: string, key: Key, rank: number): CompletionItem {
  const isSection = type === Plan && ["object", "map"].includes(key.type.kind);
  return {
    label: name,
    kind: isSection ? "section" : "key",
    ...(URGENCIES[rank] ? { detail: URGENCIES[rank] } : {}),
    documentation: keyDocs(key),
    insert: context.writer.key(name, stubOf(context, type, name, key)),
  };
}

function stubOf(context: Context, type: ObjectType | MapType, name: string, key: Key): Stub {
  // The one value that is the same in every plan.
  if (type === Plan && name === "aiplan") return written(String(LANGUAGE_VERSION));
  return wholeStub(context.editor, key, factsAbout(metricOf(context)));
}
