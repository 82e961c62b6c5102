import { Plan } from "../../language/index.ts";
import type { ListType, MapType, ObjectType, ValueType } from "../../language/types.ts";
import { keysOf } from "../../language/types.ts";
import { containerType, type MapNode, type Node, pathOf, type ScalarNode } from "../../syntax/nodes.ts";
import { type PlanFile, readPlanFile } from "../../syntax/plan-file.ts";
import { lineAt, linesBefore } from "../../syntax/traps/lines.ts";
import type { Cursor } from "./cursor.ts";
import type { Scope } from "./scope.ts";

/** Written where the cursor is, to see what the reader makes of that place. No author writes it. */
export const MARKER = "aiplan-cursor-mark";

/** How the marker is written: as a key, as a value, as an item with a dash of its own, or as the one key of a map. */
export type Form = "key" | "value" | "dash" | "braces";

/** What the reader made of the marker. */
export interface Slot {
  /** The section with the marker in it, read as a file of its own. */
  readonly file: PlanFile;
  /** The map that the marker is a key of, or the nearest one around the value. */
  readonly map: MapNode | undefined;
  /** The marker itself: a key, or a value. */
  readonly node: ScalarNode;
  /** What may stand there if it is a value; of several one does. */
  readonly types: readonly ValueType[];
  /** What follows the cursor in its section was read as well. */
  readonly restRead: boolean;
}

/**
 * Reads the section with the marker at the cursor. Where that leads nowhere because the line is only half typed, what
 * follows it is left out and open brackets are closed; in the end only the keys above it that it is indented under are kept.
 */
export function probe(file: PlanFile, scope: Scope, cursor: Cursor, form: Form): Slot | undefined {
  const { text } = file;
  const before = text.slice(scope.start, cursor.whole.start) + (cursor.needsSpace ? " " : "");
  const marker = write(cursor, form);
  const closers = [...cursor.open].reverse().map((sign) => (sign === "{" ? "}" : "]"));
  const whole = before + marker + (cursor.needsComma ? "," : "") + text.slice(cursor.whole.end, scope.end);
  const read = readSlot(file.uri, whole, form, true);
  if (read && read.file.syntax.length <= scope.errors) return read;
  // In a section without errors a line of its own that makes one does not belong there.
  if (cursor.kind === "line" && scope.errors === 0) return undefined;
  return (
    readSlot(file.uri, before + marker + closers.join(""), form, false) ??
    readSlot(file.uri, keysAbove(text, cursor) + marker + closers.join(""), form, false)
  );
}

function write({ kind, open, hasColon, hasChildren }: Cursor, form: Form): string {
  if (form === "braces") return `{${MARKER}: 0}`;
  if (form === "dash") return `- ${MARKER}`;
  // A key on a line of its own gets a value: below a bare key, the lines of another one would be taken for its own.
  if (form !== "key" || kind !== "line" || open !== "" || hasColon) return MARKER;
  return hasChildren ? `${MARKER}:` : `${MARKER}: 0`;
}

/** The keys that the cursor's line is indented under, each on its line, and what stands before the cursor on its own. */
function keysAbove(text: string, cursor: Cursor): string {
  const line = lineAt(text, cursor.whole.start);
  const own = text.slice(line.start, cursor.whole.start);
  let column = cursor.kind === "line" && !cursor.afterDash ? own.length : line.indent;
  const kept = [own];
  for (const above of linesBefore(text, line.start)) {
    const [, dashes = "", key] = /^((?:- +)*)([^\s#:{}[\]"'-][^#:]*:)?/.exec(above.content)!;
    const keyColumn = above.indent + dashes.length;
    if (above.indent >= column || (key === undefined && dashes === "")) continue;
    const sibling = keyColumn === column;
    if (key !== undefined || dashes !== "")
      kept.unshift(
        `${" ".repeat(above.indent)}${dashes}${keyColumn <= column ? (key ?? "") : ""}${sibling ? " 0" : ""}\n`,
      );
    column = above.indent;
    if (column === 0) break;
  }
  return kept.join("");
}

function readSlot(uri: string, text: string, form: Form, restRead: boolean): Slot | undefined {
  const file = readPlanFile(uri, text);
  const asKey = form === "key" || form === "braces";
  for (const section of file.sections) {
    if (section.key.text === MARKER)
      return asKey ? { file, map: file.root, node: section.key, types: [], restRead } : undefined;
    const found = asKey ? findKey(section.value) : findValue(section.value);
    if (!found) continue;
    const types = asKey ? [] : expectedTypes(found.node);
    const known = asKey ? found.map?.type !== undefined : types.length > 0;
    return known ? { file, ...found, types, restRead } : undefined;
  }
  return undefined;
}

interface Found {
  readonly map: MapNode | undefined;
  readonly node: ScalarNode;
}

function findKey(node: Node): Found | undefined {
  if (node.borrowed || node.kind === "scalar") return undefined;
  if (node.kind === "list") return first(node.all, findKey);
  const entry = node.all.find(({ key }) => key.text === MARKER && !key.borrowed);
  return entry ? { map: node, node: entry.key } : first(node.all, ({ value }) => findKey(value));
}

function findValue(node: Node): Found | undefined {
  if (node.borrowed) return undefined;
  if (node.kind === "scalar") return node.text === MARKER ? { map: mapAround(node), node } : undefined;
  return first<Node, Found>(node.kind === "list" ? node.all : node.all.map(({ value }) => value), findValue);
}

function first<Item, Result>(items: readonly Item[], find: (item: Item) => Result | undefined): Result | undefined {
  for (const item of items) {
    const result = find(item);
    if (result !== undefined) return result;
  }
  return undefined;
}

function mapAround(node: Node): MapNode | undefined {
  const { parent } = node;
  return parent === undefined || parent.kind === "map" ? parent : mapAround(parent);
}

/** What the language allows for a value, by where it stands. */
function expectedTypes(node: Node): ValueType[] {
  const type = typeByParent(node);
  return type === undefined ? [] : type.kind === "either" ? [...type.of] : [type];
}

function typeByParent(node: Node): ValueType | undefined {
  const { parent } = node;
  const name = node.key?.text ?? "";
  if (parent?.kind === "list") return (parent.type as ListType | undefined)?.of;
  const container = parent ? containerType(parent) : Plan;
  return container && typeOfKey(container, name);
}

function typeOfKey(container: ObjectType | MapType, name: string): ValueType | undefined {
  const keys = keysOf(container);
  return Object.hasOwn(keys, name) ? keys[name]?.type : container.kind === "map" ? container.of : undefined;
}

/** The same map in the text as the author wrote it, if it was read there. */
export function counterpart(map: MapNode, root: MapNode): MapNode | undefined {
  let node: Node | undefined = root;
  for (const step of map.section ? pathOf(map) : []) {
    if (node?.kind === "map") node = node.entry(String(step))?.value;
    else if (node?.kind === "list") node = node.all[Number(step)];
  }
  return node?.kind === "map" ? node : undefined;
}
