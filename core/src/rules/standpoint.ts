import { Plan } from "../language/index.ts";
import { keysOf } from "../language/types.ts";
import {
  containerType,
  type Entry,
  type ListNode,
  type MapNode,
  type Node,
  type ScalarNode,
  type Section,
  type Span,
} from "../syntax/nodes.ts";
import { type PlanFile, spanIn } from "../syntax/plan-file.ts";
import { placeOfWhole } from "../workspace/checked-plan.ts";
import { onceFor } from "../workspace/once-for.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Finding } from "./finding.ts";

/** More of a name says nothing more; in UTF-16 units. */
const LONGEST_NAME = 60;

/**
 * The keys that lead to what a finding is about, such as `rollout.steps.canary.traffic`. They stay the same however the
 * text around it is edited, and in whatever order it is written: an item of a list goes by its `id`, else, in brackets, by
 * the first of its keys in the language's order. Empty for what is said of a file as a whole.
 */
export function standpointOf({ file: plan, catalogs }: Workspace, { place, missing }: Finding): string {
  const file = [plan, ...catalogs].find(({ uri }) => uri === place.uri);
  if (!file) return "";
  // What is missing is reported at some key that is there.
  if (missing && !isWritten(file, missing, place)) return namesTo(missing.object).join(".");
  return isOfWhole(file, place) ? "" : namesAt(file, place).join(".");
}

/** Is it where findings about the whole file stand? An unknown key at the top of it is spoken of itself. */
function isOfWhole(file: PlanFile, place: Span): boolean {
  const first = file.sections[0]?.name ?? "";
  const isKnown = file.root.get("stage") !== undefined || Object.hasOwn(Plan.keys, first);
  return isKnown && isSame(spanIn(file, placeOfWhole(file)), place);
}

/** Is the key that it says is missing there, with nothing written for it? Then that is where it is reported. */
function isWritten(file: PlanFile, { object, lacks }: NonNullable<Finding["missing"]>, place: Span): boolean {
  const keys = lacks.map(({ name }) => object.entry(name)?.key);
  return keys.some((key) => key !== undefined && isSame(spanIn(file, key), place));
}

function holds(whole: Span, part: Span): boolean {
  return whole.start <= part.start && part.end <= whole.end;
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** The names from a section down to the innermost entry or item that a place is inside of. */
function namesAt(file: PlanFile, place: Span): string[] {
  const found = partWith(sectionsOf(file), place);
  if (!found) return [];
  const { part: section, start } = found;
  const span = { start: place.start - start, end: place.end - start };
  const names = [nameOf(section.key)];
  let node: Node | undefined = section.value;
  // What an alias repeats stands elsewhere.
  while (node && !node.borrowed && node.kind !== "scalar") {
    const inside: Inside | undefined = node.kind === "map" ? entryWith(node, span) : itemWith(node, span);
    if (inside) names.push(inside.name);
    node = inside?.node;
  }
  return names;
}

interface Inside {
  readonly name: string;
  readonly node: Node;
}

function entryWith(map: MapNode, span: Span): Inside | undefined {
  const entry = partWith(entriesOf(map), span);
  return entry && !isNameOfItem(map, entry.part, span)
    ? { name: nameOf(entry.part.key), node: entry.part.value }
    : undefined;
}

function itemWith(list: ListNode, span: Span): Inside | undefined {
  const item = partWith(itemsOf(list), span);
  return item && { name: nameOfItem(item.part), node: item.part };
}

/** An entry or an item, and the text it has of its own. */
interface Part<Of> extends Span {
  readonly part: Of;
}

/** In the order of the text. What an alias or a merge key lends has no text here. */
const entriesOf = onceFor((map: MapNode): Part<Entry>[] =>
  map.all
    .filter(({ key }) => !key.borrowed)
    .map((part) => {
      const { key, value } = part;
      return { part, start: key.start, end: value.borrowed ? key.end : Math.max(key.end, value.end) };
    }),
);

const sectionsOf = onceFor((file: PlanFile): Part<Section>[] =>
  file.sections.map((part) => {
    const start = file.startOf(part);
    return { part, start, end: start + Math.max(part.key.end, part.value.end) };
  }),
);

const itemsOf = onceFor((list: ListNode): Part<Node>[] =>
  list.all.filter(({ borrowed }) => !borrowed).map((part) => ({ part, start: part.start, end: part.end })),
);

/** The one of several thousand, perhaps, that a place is inside of. */
function partWith<Of>(parts: readonly Part<Of>[], place: Span): Part<Of> | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.start <= place.start) low = middle + 1;
    else high = middle;
  }
  const last = parts[low - 1];
  return last && holds(last, place) ? last : undefined;
}

/** Is an item spoken of by its first key? It has no key of its own, so that stands for it, whichever comes first. */
function isNameOfItem(map: MapNode, entry: Entry, { start, end }: Span): boolean {
  if (map.parent?.kind !== "list" || entry !== map.all[0]) return false;
  const type = containerType(map);
  return isSame(entry.key, { start, end }) && type !== undefined && Object.hasOwn(keysOf(type), entry.key.text);
}

/** The names from a section down to a node. */
function namesTo(node: Node): string[] {
  // The root of a file is in no section.
  if (!node.section) return [];
  const names: string[] = [];
  for (let at = node; at.parent; at = at.parent)
    names.unshift(at.parent.kind === "list" ? nameOfItem(at) : at.key ? nameOf(at.key) : "");
  return [shorten(node.section.name), ...names];
}

function nameOf(key: ScalarNode): string {
  return shorten(key.text);
}

function nameOfItem(item: Node): string {
  if (item.kind === "list") return "[]";
  if (item.kind === "scalar") return `[${shorten(item.text)}]`;
  const id = item.entry("id")?.value;
  return id?.kind === "scalar" && id.text !== "" ? shorten(id.text) : `[${shorten(firstWords(item))}]`;
}

/** The first value in a map that is a word or a number, whatever order its keys are written in. */
function firstWords(item: MapNode): string {
  const type = containerType(item);
  const names = [...(type ? Object.keys(keysOf(type)) : []), ...item.all.map(({ key }) => key.text).sort()];
  for (const name of names) {
    const value = item.entry(name)?.value;
    if (value?.kind === "scalar" && value.text !== "") return value.text;
  }
  return "";
}

function shorten(name: string): string {
  return name
    .slice(0, LONGEST_NAME * 4)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_NAME);
}
