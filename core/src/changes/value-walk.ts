import type { MapType } from "../language/types.ts";
import { containerType, type ListNode, type MapNode, type Node } from "../syntax/nodes.ts";
import { alignItems } from "./align.ts";
import type { Comparison } from "./comparison.ts";
import { type Item, keyNames, nameOfItem, partsOf, stepItem } from "./entries.ts";
import { meaningOf, saySame, saysNothing } from "./meaning.ts";
import { isOrdered } from "./ordered.ts";

/** Walks through two values and all that stands in them, and notes what differs. */
export class ValueWalk {
  constructor(private readonly comparison: Comparison) {}

  /** An entry under an id. */
  item(before: Item | undefined, after: Item | undefined, path: readonly string[], quiet = false): void {
    if (before && after && before.key?.text !== after.key?.text && !quiet)
      this.comparison.differ("renamed", path, before.value, after.value);
    if (before?.value && after?.value) this.comparison.partners.set(before.value, after.value);
    if (before && after) this.values(before.value, after.value, path, quiet);
    else if (before?.value ?? after?.value) this.oneSided(before?.value, after?.value, path, quiet);
  }

  /** @param quiet they stand in something that was added or removed as a whole */
  values(before: Node | undefined, after: Node | undefined, path: readonly string[], quiet = false): void {
    const one = before && !saysNothing(before) ? before : undefined;
    const other = after && !saysNothing(after) ? after : undefined;
    if (before && after) this.comparison.partners.set(before, after);
    if (!one && !other) return;
    if (!one || !other) this.oneSided(one, other, path, quiet);
    else if (one.kind === "scalar" && other.kind === "scalar") {
      if (!saySame(one, other, this.comparison.versions)) this.comparison.differ("changed", path, one, other);
    } else if (one.type === undefined || other.type === undefined) {
      if (this.meaningBefore(one) !== meaningOf(other, this.comparison.versions.after))
        this.comparison.differ("changed", path, one, other);
    } else if (one.kind === "map" && other.kind === "map") this.maps(one, other, path, quiet);
    else if (one.kind === "list" && other.kind === "list") this.lists(one, other, path);
    else this.forms(one, other, path);
  }

  /** Something that the other version has not: what stands in it is part of that. */
  private oneSided(before: Node | undefined, after: Node | undefined, path: readonly string[], quiet: boolean): void {
    if (!quiet) this.comparison.differ(before ? "removed" : "added", path, before, after);
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
    this.comparison.pairUp(before, after, path);
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
    const { renames } = this.comparison.versions;
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
      if (this.meaningBefore(before) !== meaningOf(after, this.comparison.versions.after))
        this.comparison.differ("changed", path, before, after);
      return;
    }
    const aligned = alignItems(before, after, this.comparison.versions);
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
      this.comparison.differ("moved", path, before, after);
  }

  /** The same things as a list or as a map with more to say of each; a column as its type or as an object. */
  private forms(before: Node, after: Node, path: readonly string[]): void {
    const [one, other] = [partsOf(before, after), partsOf(after, before)];
    for (const name of new Set([...one.keys(), ...other.keys()])) {
      const [was, is] = [one.get(name), other.get(name)];
      if (was && is) this.values(was.value, is.value, [...path, name]);
      else this.comparison.differ(was ? "removed" : "added", [...path, name], was?.part, is?.part);
    }
  }

  private meaningBefore(node: Node): string {
    return meaningOf(node, this.comparison.versions.before, this.comparison.versions.renames);
  }
}
