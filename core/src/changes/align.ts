import type { ListNode, MapNode, Node } from "../syntax/nodes.ts";
import { containerType } from "../syntax/nodes.ts";
import { meaningOf, type Versions } from "./meaning.ts";
import { isOrdered } from "./ordered.ts";

/** An item of a list in the one version, the other, or both. */
export interface AlignedItem {
  readonly before?: Node;
  readonly after?: Node;
}

/**
 * Finds out which items of two lists are the same one: those that say the same, then those that name the same thing first
 * (the id of a step, the metric of a gate and its slice), then those that stand in the same place between two that are known.
 */
export function alignItems(before: ListNode, after: ListNode, versions: Versions): AlignedItem[] {
  const pairs = new Map<Node, Node>();
  const taken = new Set<Node>();
  const pairUp = (nameOf: (node: Node, isBefore: boolean) => string) => {
    const free = new Map<string, Node[]>();
    for (const item of after.all) {
      if (taken.has(item)) continue;
      const name = nameOf(item, false);
      const same = free.get(name);
      if (same) same.push(item);
      else free.set(name, [item]);
    }
    for (const item of before.all) {
      const name = pairs.has(item) ? "" : nameOf(item, true);
      const found = name === "" ? undefined : free.get(name)?.shift();
      if (!found) continue;
      pairs.set(item, found);
      taken.add(found);
    }
  };
  const sideOf = (isBefore: boolean) => (isBefore ? versions.before : versions.after);
  const renamesOf = (isBefore: boolean) => (isBefore ? versions.renames : undefined);
  pairUp((node, isBefore) => meaningOf(node, sideOf(isBefore), renamesOf(isBefore)));
  const nameOf = (node: Node, isBefore: boolean) => meaningOf(namingPart(node), sideOf(isBefore), renamesOf(isBefore));
  const sliceOf = (node: Node, isBefore: boolean) =>
    meaningOf(node.kind === "map" ? node.entry("slice")?.value : undefined, sideOf(isBefore), renamesOf(isBefore));
  // Several gates may be on one metric, for all cases and for a part of them.
  pairUp((node, isBefore) => {
    const name = nameOf(node, isBefore);
    return name && `${name}\n${sliceOf(node, isBefore)}`;
  });
  pairUp(nameOf);
  pairInGaps(before, after, pairs, taken);
  return inOrder(before, after, pairs);
}

/** What stands in the first key of the item's type, which says what the item is about. */
function namingPart(node: Node): Node | undefined {
  const type = node.kind === "map" ? containerType(node) : undefined;
  const [name] = type?.kind === "object" ? Object.keys(type.keys) : [];
  return name === undefined ? undefined : (node as MapNode).entry(name)?.value;
}

/** Of what is left between two items that are known, as many on either side, each is taken for the one in its place. */
function pairInGaps(before: ListNode, after: ListNode, pairs: Map<Node, Node>, taken: Set<Node>): void {
  // Of words nothing says which has become which.
  if ([...before.all, ...after.all].some(({ kind }) => kind !== "map")) return;
  if (!isOrdered(before)) {
    const [gone, ...moreGone] = before.all.filter((item) => !pairs.has(item));
    const [come, ...moreCome] = after.all.filter((item) => !taken.has(item));
    if (gone && come && moreGone.length + moreCome.length === 0) pairs.set(gone, come);
    return;
  }
  const places = new Map(after.all.map((item, index) => [item, index]));
  let from = 0;
  let gone: Node[] = [];
  const closeGap = (to: number) => {
    const come = after.all.slice(from, to).filter((item) => !taken.has(item));
    if (gone.length === come.length) for (const [index, item] of gone.entries()) pairs.set(item, come[index]!);
    gone = [];
    from = to + 1;
  };
  for (const item of before.all) {
    const partner = pairs.get(item);
    const place = partner && places.get(partner);
    if (place === undefined) gone.push(item);
    // What was moved to the front bounds no gap.
    else if (place >= from) closeGap(place);
  }
  closeGap(after.all.length);
}

/** Those of the version after in their order; each that was removed comes where it stood. */
function inOrder(before: ListNode, after: ListNode, pairs: ReadonlyMap<Node, Node>): AlignedItem[] {
  const partners = new Map([...pairs].map(([one, other]) => [other, one]));
  const removedBehind = new Map<Node | undefined, Node[]>();
  let ahead: Node | undefined;
  for (const item of before.all) {
    if (pairs.has(item)) ahead = item;
    else removedBehind.set(ahead, [...(removedBehind.get(ahead) ?? []), item]);
  }
  const removed = (behind: Node | undefined): AlignedItem[] =>
    (removedBehind.get(behind) ?? []).map((item) => ({ before: item }));
  return [
    ...removed(undefined),
    ...after.all.flatMap((item): AlignedItem[] => {
      const partner = partners.get(item);
      return partner ? [{ before: partner, after: item }, ...removed(partner)] : [{ after: item }];
    }),
  ];
}
