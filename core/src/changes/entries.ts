import { Plan } from "../language/index.ts";
import { type DefinitionKind, keysOf, type ObjectType } from "../language/types.ts";
import { containerType, type MapNode, type Node, type ScalarNode } from "../syntax/nodes.ts";
import { isFreeKey } from "../syntax/structure.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { FoundDefinition } from "../workspace/definitions.ts";
import type { Version } from "./version.ts";

/** An entry of a map. */
export interface Item {
  readonly key?: ScalarNode;
  readonly value: Node | undefined;
}

export function sectionNames(before: CheckedPlan, after: CheckedPlan): string[] {
  const written = [before, after].flatMap(({ file }) => file.sections.map(({ name }) => name));
  return [...new Set([...Object.keys(Plan.keys), ...written])];
}

/** The keys of the language in its own order, then others. */
export function keyNames(
  before: MapNode | undefined,
  after: MapNode | undefined,
  type: ObjectType | undefined,
): Set<string> {
  const written = [...(after?.entries ?? []), ...(before?.entries ?? [])].map(({ key }) => key.text);
  return new Set([...Object.keys(type ? keysOf(type) : {}), ...written]);
}

export function isComplete({ checked }: Version, kind: DefinitionKind): boolean {
  return checked.definitions.areComplete(kind);
}

export function itemOf({ node, value }: FoundDefinition): Item {
  return { key: node, value };
}

/** Keys of the author's own among ids. */
export function freeKeys(map: Node | undefined): string[] {
  return map?.kind === "map" ? [...map.entries].map(({ key }) => key.text).filter(isFreeKey) : [];
}

export function entryOf(map: Node | undefined, key: string): Node | undefined {
  return map?.kind === "map" ? map.entry(key)?.value : undefined;
}

export function idOf(item: MapNode): ScalarNode | undefined {
  const id = item.entry("id")?.value;
  return id?.kind === "scalar" && id.text !== "" ? id : undefined;
}

export function stepItem(item: MapNode): Item {
  const key = idOf(item);
  return key ? { key, value: item } : { value: item };
}

export function nameOfItem(item: Node | undefined): string | undefined {
  return item?.kind === "map" ? idOf(item)?.text : undefined;
}

/** Something that stands under a name in one form or another, and what is said of it beside its name. */
export interface Part {
  readonly part: Node;
  readonly value: Node | undefined;
}

export function partsOf(node: Node, other: Node): Map<string, Part> {
  if (node.kind === "map")
    return new Map([...node.entries].map(({ key, value }) => [key.text, { part: value, value }]));
  if (node.kind === "list")
    return new Map(
      node.all.flatMap((part) => (part.kind === "scalar" ? [[part.word, { part, value: undefined }]] : [])),
    );
  const type = other.kind === "map" ? containerType(other) : undefined;
  const [first = ""] = type ? Object.keys(keysOf(type)) : [];
  return new Map([[first, { part: node, value: node }]]);
}
