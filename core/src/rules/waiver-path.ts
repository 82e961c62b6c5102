import type { Key } from "../language/types.ts";
import { containerType, type ListNode, type MapNode, type Node, pathOf, type ScalarNode } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";
import { onceFor } from "../workspace/once-for.ts";

/** How far the `at` of a waiver leads. */
export interface PathEnd {
  /** What it leads to, or the last that is there on the way. */
  readonly node: Node;
  /** The parts of it that lead on from there; none where all of it is there. */
  readonly rest: readonly string[];
  readonly steps: readonly PathStep[];
}

/** A part of a path, and the key or `id` it goes by; undefined where it goes by a number. */
export interface PathStep {
  /** Where in the path it begins. */
  readonly from: number;
  readonly name: ScalarNode | undefined;
}

/**
 * Follows keys with dots between them from the root of a plan. An item of a list goes by its `id` or by its number,
 * the first being 1, as in messages.
 */
export function followPath(root: MapNode, path: string): PathEnd {
  const parts = path.split(".");
  const rest = parts.map((part) => part.trim());
  const steps: PathStep[] = [];
  let node: Node = root;
  while (rest.length > 0) {
    const step = stepInto(node, rest);
    if (!step) break;
    const done = parts.length - rest.length;
    const blanks = /^\s*/.exec(parts[done]!)![0].length;
    steps.push({ from: parts.slice(0, done).join(".").length + (done > 0 ? 1 : 0) + blanks, name: step.name });
    node = step.node;
    rest.splice(0, step.length);
  }
  return { node, rest, steps };
}

/** Where the path of a waiver leads over a name. */
export interface WaiverStep {
  /** The value that the path is. */
  readonly at: ScalarNode;
  /** Where in the path the name begins. */
  readonly from: number;
}

/** By its key or `id`, where the paths of the waivers of a file lead over something. */
export const waiverSteps = onceFor((file: PlanFile): ReadonlyMap<ScalarNode, readonly WaiverStep[]> => {
  const found = new Map<ScalarNode, WaiverStep[]>();
  for (const { value } of file.root.get("waivers")?.items() ?? []) {
    const at = value.get("at");
    if (at?.value === undefined) continue;
    for (const { from, name } of followPath(file.root, at.word).steps) {
      if (!name) continue;
      const same = found.get(name);
      if (same) same.push({ at, from });
      else found.set(name, [{ at, from }]);
    }
  }
  return found;
});

interface Step {
  readonly node: Node;
  readonly name: ScalarNode | undefined;
  readonly length: number;
}

/** The node that the first part leads to, or the first few: an id may have dots of its own. */
function stepInto(node: Node, parts: readonly string[]): Step | undefined {
  if (node.kind === "scalar") return undefined;
  for (let length = parts.length; length > 0; length--) {
    const written = parts.slice(0, length).join(".");
    const entry = node.kind === "map" ? node.entry(written) : undefined;
    if (entry) return { node: entry.value, name: entry.key, length };
    const item = node.kind === "list" ? itemOf(node.all, written) : undefined;
    if (item) return { ...item, length };
  }
  return undefined;
}

function itemOf(items: readonly Node[], written: string): Omit<Step, "length"> | undefined {
  for (const node of items) {
    const name = node.kind === "map" ? node.entry("id")?.value : undefined;
    if (name?.kind === "scalar" && name.text === written) return { node, name };
  }
  const numbered = /^\d+$/.test(written) ? items[Number(written) - 1] : undefined;
  return numbered && { node: numbered, name: undefined };
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

/** The path that leads to a node; undefined for the root, and where the names on the way lead elsewhere. */
export function pathTo({ root }: PlanFile, node: Node): string | undefined {
  if (node === root) return undefined;
  const names: string[] = [];
  for (let at = node; at.parent; at = at.parent) names.unshift(nameIn(at.parent, at));
  const path = [node.section.name, ...names].join(".");
  const end = followPath(root, path);
  return end.node === node && end.rest.length === 0 ? path : undefined;
}

/** The path of a key in an object of a plan or of a catalog of it, be it there or not. */
export function pathOfKey(plan: PlanFile, object: MapNode, name: string): string {
  if (!object.section) return name;
  return `${pathTo(plan, object) ?? pathOf(object).join(".")}.${name}`;
}

/** An item goes by its `id`, or else by its number. */
function nameIn(parent: MapNode | ListNode, node: Node): string {
  if (parent.kind === "map") return node.key?.text ?? "";
  const id = node.kind === "map" ? node.entry("id")?.value : undefined;
  return id?.kind === "scalar" && id.text !== "" ? id.text : String(parent.all.indexOf(node) + 1);
}
