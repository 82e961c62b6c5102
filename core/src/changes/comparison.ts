import { Plan } from "../language/index.ts";
import type { DefinitionKind, MapType } from "../language/types.ts";
import { containerType, type ListNode, type MapNode, type Node } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { alignItems } from "./align.ts";
import type { ChangeKind, NotCompared } from "./change.ts";
import {
  entryOf,
  freeKeys,
  type Item,
  isComplete,
  itemOf,
  keyNames,
  nameOfItem,
  partsOf,
  sectionNames,
  stepItem,
} from "./entries.ts";
import { findRenames } from "./find-renames.ts";
import { meaningOf, saySame, saysNothing, type Versions } from "./meaning.ts";
import { isOrdered } from "./ordered.ts";
import { unreadSections } from "./unread.ts";
import { Version } from "./version.ts";

/** A change before it is put into words. */
export interface Difference {
  readonly kind: ChangeKind;
  readonly path: readonly string[];
  readonly before?: Node;
  readonly after?: Node;
}

/** An object of the language in the one version, the other, or both; an id that was renamed is still the same. */
export interface Pair<Of extends Node = MapNode> {
  readonly before?: Of;
  readonly after?: Of;
  readonly path: readonly string[];
}

/** Two versions of a plan held against each other, by what they say and not by how it is written. */
export class Comparison {
  readonly differences: Difference[] = [];
  /** Objects by the name of their type. */
  readonly pairs = new Map<string, Pair[]>();
  readonly notCompared: readonly NotCompared[];
  readonly versions: Versions;
  /** What a part of the version before has become. */
  readonly partners = new Map<Node, Node>();

  constructor(before: CheckedPlan, after: CheckedPlan) {
    const sides = { before: new Version(before), after: new Version(after) };
    this.versions = { ...sides, renames: findRenames(sides.before, sides.after) };
    const unread = unreadSections(before, after);
    this.notCompared = unread.words;
    if (unread.isWhole) return;
    this.register(before.file.root, after.file.root, []);
    for (const name of sectionNames(before, after)) if (!unread.sections.has(name)) this.section(name);
  }

  private section(name: string): void {
    const { before, after } = this.versions;
    const [one, other] = [before, after].map(({ checked }) => checked.file.root.entry(name)?.value);
    const type = Object.hasOwn(Plan.keys, name) ? Plan.keys[name as keyof typeof Plan.keys].type : undefined;
    // What an import brings is compared where it counts, however it came.
    if (name === "imports") return;
    if (type?.kind === "map" && type.defines) this.definitions(name, type.defines, one, other);
    else this.values(one, other, [name]);
  }

  /** A section of ids: those that catalogs lend count as though they stood in it. */
  private definitions(name: string, kind: DefinitionKind, one: Node | undefined, other: Node | undefined): void {
    const { before, after, renames } = this.versions;
    const [had, has] = [before.idsOf(kind), after.idsOf(kind)];
    const isGone = has.length === 0 && after.checked.definitions.areComplete(kind);
    const isNew = had.length === 0 && before.checked.definitions.areComplete(kind);
    const isOtherShape = [one, other].some((node) => node && node.kind !== "map");
    if ((one && isGone) || (other && isNew) || isOtherShape) {
      this.values(one, other, [name]);
      return;
    }
    if (one && other) this.partners.set(one, other);
    const ids = new Map(had.map((id) => [renames.of(kind, id), id]));
    for (const id of has) if (!ids.has(id)) ids.set(id, id);
    for (const [id, idBefore] of ids) {
      const [was, is] = [before.find(kind, idBefore), after.find(kind, id)];
      const isKnown = (was || isComplete(before, kind)) && (is || isComplete(after, kind));
      if (isKnown) this.item(was && itemOf(was), is && itemOf(is), [name, id]);
    }
    for (const key of new Set([...freeKeys(one), ...freeKeys(other)]))
      this.values(entryOf(one, key), entryOf(other, key), [name, key]);
  }

  /** An entry under an id. */
  private item(before: Item | undefined, after: Item | undefined, path: readonly string[], quiet = false): void {
    if (before && after && before.key?.text !== after.key?.text && !quiet)
      this.differ("renamed", path, before.value, after.value);
    if (before?.value && after?.value) this.partners.set(before.value, after.value);
    if (before && after) this.values(before.value, after.value, path, quiet);
    else if (before?.value ?? after?.value) this.oneSided(before?.value, after?.value, path, quiet);
  }

  /** @param quiet they stand in something that was added or removed as a whole */
  private values(before: Node | undefined, after: Node | undefined, path: readonly string[], quiet = false): void {
    const one = before && !saysNothing(before) ? before : undefined;
    const other = after && !saysNothing(after) ? after : undefined;
    if (before && after) this.partners.set(before, after);
    if (!one && !other) return;
    if (!one || !other) this.oneSided(one, other, path, quiet);
    else if (one.kind === "scalar" && other.kind === "scalar") {
      if (!saySame(one, other, this.versions)) this.differ("changed", path, one, other);
    } else if (one.type === undefined || other.type === undefined) {
      if (this.meaningBefore(one) !== meaningOf(other, this.versions.after)) this.differ("changed", path, one, other);
    } else if (one.kind === "map" && other.kind === "map") this.maps(one, other, path, quiet);
    else if (one.kind === "list" && other.kind === "list") this.lists(one, other, path);
    else this.forms(one, other, path);
  }

  /** Something that the other version has not: what stands in it is part of that. */
  private oneSided(before: Node | undefined, after: Node | undefined, path: readonly string[], quiet: boolean): void {
    if (!quiet) this.differ(before ? "removed" : "added", path, before, after);
    const node = before ?? after;
    if (node?.kind === "map") this.maps(before as MapNode, after as MapNode, path, true);
    else if (node?.kind === "list")
      for (const [index, item] of node.all.entries())
        if (item.kind === "map")
          this.maps(
            before ? item : undefined,
            before ? undefined : item,
            [...path, nameOfItem(item) ?? String(index + 1)],
            true,
          );
  }

  private maps(before: MapNode | undefined, after: MapNode | undefined, path: readonly string[], quiet: boolean): void {
    const type = containerType((after ?? before) as MapNode);
    this.register(before, after, path);
    if (type?.kind === "map") {
      this.ids(before, after, type, path, quiet);
      return;
    }
    for (const name of keyNames(before, after, type))
      this.values(before?.entry(name)?.value, after?.entry(name)?.value, [...path, name], quiet);
  }

  private ids(
    before: MapNode | undefined,
    after: MapNode | undefined,
    type: MapType,
    path: readonly string[],
    quiet: boolean,
  ): void {
    const { renames } = this.versions;
    const names = new Map<string, string>();
    for (const { key } of before?.entries ?? [])
      names.set(type.refersTo ? renames.of(type.refersTo, key.text) : key.text, key.text);
    for (const { key } of after?.entries ?? []) if (!names.has(key.text)) names.set(key.text, key.text);
    for (const [name, nameBefore] of names) {
      const [was, is] = [before?.entry(nameBefore), after?.entry(name)];
      if (was && is) this.values(was.value, is.value, [...path, name], quiet);
      else this.item(was, is, [...path, name], quiet);
    }
  }

  private lists(before: ListNode, after: ListNode, path: readonly string[]): void {
    const type = after.type?.kind === "list" ? after.type : undefined;
    if (type?.length !== undefined) {
      if (this.meaningBefore(before) !== meaningOf(after, this.versions.after))
        this.differ("changed", path, before, after);
      return;
    }
    const aligned = alignItems(before, after, this.versions);
    for (const { before: one, after: other } of aligned) {
      const item = (other ?? one) as Node;
      const index = String((other ? after : before).all.indexOf(item) + 1);
      const at = [...path, nameOfItem(item) ?? index];
      if (one?.kind === "map" && other?.kind === "map" && nameOfItem(one) !== nameOfItem(other))
        this.item(stepItem(one), stepItem(other), at);
      else this.values(one, other, at);
    }
    const places = aligned.flatMap(({ before: one, after: other }) => (one && other ? [before.all.indexOf(one)] : []));
    if (isOrdered(after) && places.some((place, index) => place < (places[index - 1] ?? 0)))
      this.differ("moved", path, before, after);
  }

  /** The same things as a list or as a map with more to say of each; a column as its type or as an object. */
  private forms(before: Node, after: Node, path: readonly string[]): void {
    const [one, other] = [partsOf(before, after), partsOf(after, before)];
    for (const name of new Set([...one.keys(), ...other.keys()])) {
      const [was, is] = [one.get(name), other.get(name)];
      if (was && is) this.values(was.value, is.value, [...path, name]);
      else this.differ(was ? "removed" : "added", [...path, name], was?.part, is?.part);
    }
  }

  private meaningBefore(node: Node): string {
    return meaningOf(node, this.versions.before, this.versions.renames);
  }

  private register(before: MapNode | undefined, after: MapNode | undefined, path: readonly string[]): void {
    const type = containerType((after ?? before) as MapNode);
    if (before && after) this.partners.set(before, after);
    if (type?.kind !== "object") return;
    const same = this.pairs.get(type.name) ?? [];
    this.pairs.set(type.name, same);
    same.push({ ...(before ? { before } : {}), ...(after ? { after } : {}), path });
  }

  private differ(kind: ChangeKind, path: readonly string[], before: Node | undefined, after: Node | undefined): void {
    this.differences.push({ kind, path, ...(before ? { before } : {}), ...(after ? { after } : {}) });
  }
}
