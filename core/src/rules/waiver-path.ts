import type { Key } from "../language/types.ts";
import { containerType, type MapNode, type Node } from "../syntax/nodes.ts";

/** How far the `at` of a waiver leads. */
export interface PathEnd {
  /** What it leads to, or the last that is there on the way. */
  readonly node: Node;
  /** The parts of it that lead on from there; none where all of it is there. */
  readonly rest: readonly string[];
}

/**
 * Follows keys with dots between them from the root of a plan. An item of a list goes by its `id` or by its number,
 * the first being 1, as in messages.
 */
export function followPath(root: MapNode, path: string): PathEnd {
  let node: Node = root;
  let rest = path.split(".").map((part) => part.trim());
  while (rest.length > 0) {
    const step = stepInto(node, rest);
    if (!step) break;
    node = step.node;
    rest = rest.slice(step.length);
  }
  return { node, rest };
}

/** The node that the first part leads to, or the first few: an id may have dots of its own. */
function stepInto(node: Node, parts: readonly string[]): { node: Node; length: number } | undefined {
  if (node.kind === "scalar") return undefined;
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join(".");
    const next = node.kind === "map" ? node.entry(name)?.value : itemOf(node.all, name);
    if (next) return { node: next, length };
  }
  return undefined;
}

function itemOf(items: readonly Node[], name: string): Node | undefined {
  const named = items.find((item) => {
    const id = item.kind === "map" ? item.entry("id")?.value : undefined;
    return id?.kind === "scalar" && id.text === name;
  });
  return named ?? (/^\d+$/.test(name) ? items[Number(name) - 1] : undefined);
}

/** The names that could follow there: what is written, and the keys that the language knows. */
export function namesIn(node: Node): string[] {
  if (node.kind === "scalar") return [];
  if (node.kind === "list")
    return node.all.flatMap((item) => {
      const id = item.kind === "map" ? item.entry("id")?.value : undefined;
      return id?.kind === "scalar" ? [id.text] : [];
    });
  return [...new Set([...node.all.map(({ key }) => key.text), ...knownKeys(node)])];
}

/** Does the language have a key of this name there, be it written or not? */
export function knowsKey(node: Node, name: string | undefined): boolean {
  return node.kind === "map" && name !== undefined && knownKeys(node).includes(name);
}

function knownKeys(map: MapNode): string[] {
  const type = containerType(map);
  const keys: Readonly<Record<string, Key>> | undefined = type?.kind === "object" ? type.keys : type?.known;
  return Object.keys(keys ?? {});
}
