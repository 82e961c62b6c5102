import type { DefinitionKind } from "../language/types.ts";
import { containerType, type ListNode, type Node } from "../syntax/nodes.ts";
import { alignItems } from "./align.ts";
import { meaningOf } from "./meaning.ts";
import { Renames } from "./renames.ts";
import type { Version } from "./version.ts";

/** In this order what refers to others comes after them, so that most is found in one round. */
const KINDS: readonly DefinitionKind[] = [
  "role",
  "milestone",
  "system",
  "data-source",
  "fallback-mode",
  "metric",
  "escalation-path",
  "trigger",
  "review",
  "join",
  "decision",
];
const MOST_ROUNDS = 3;
/** How much of what is said of an id must have stayed for another name to be a new name. */
const LEAST_LIKENESS = 0.5;
/** Where whole sections were written anew, nobody looks for what has become of what. */
const MOST_COMPARED = 2500;

/** The ids that are called otherwise in the version after: the same is said of them, or most of it, and they are used in the same places. */
export function findRenames(before: Version, after: Version): Renames {
  const renames = new Renames();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const known = renames.size;
    for (const kind of KINDS) findOfKind(kind, before, after, renames);
    if (renames.size === known) break;
  }
  findSteps(before, after, renames);
  return renames;
}

function findOfKind(kind: DefinitionKind, before: Version, after: Version, renames: Renames): void {
  const isLost = (id: string, from: Version) => !from.find(kind, id) && from.checked.definitions.areComplete(kind);
  const gone = before.idsOf(kind).filter((id) => isLost(id, after) && renames.of(kind, id) === id);
  if (gone.length === 0) return;
  const taken = new Set(before.idsOf(kind).map((id) => renames.of(kind, id)));
  const come = new Set(after.idsOf(kind).filter((id) => isLost(id, before) && !taken.has(id)));
  if (come.size === 0) return;
  const uses = { before: usesOf(kind, before), after: usesOf(kind, after) };
  const isUsedThere = (id: string, other: string) => (uses.before.get(id) ?? "") === (uses.after.get(other) ?? "");
  const rename = (id: string, other: string | undefined) => {
    if (other === undefined) return false;
    renames.add(kind, id, other);
    return come.delete(other);
  };
  const saying = new Map<string, string[]>();
  for (const id of come) {
    const meaning = meaningOf(after.find(kind, id)?.value, after);
    saying.set(meaning, [...(saying.get(meaning) ?? []), id]);
  }
  const left = gone.filter((id) => {
    const same = saying.get(meaningOf(before.find(kind, id)?.value, before, renames)) ?? [];
    return !rename(
      id,
      same.find((other) => come.has(other) && isUsedThere(id, other)),
    );
  });
  if (left.length * come.size > MOST_COMPARED) return;
  for (const id of left) {
    const said = before.find(kind, id)?.value;
    const similar = [...come]
      .filter((other) => isUsedThere(id, other))
      .map((other) => {
        const likeness = likenessOf(said, after.find(kind, other)?.value, { before, after, renames });
        return { other, likeness };
      });
    const [best] = similar.sort((a, b) => b.likeness - a.likeness);
    if (best && best.likeness >= LEAST_LIKENESS) rename(id, best.other);
  }
}

/** How much of what is said of two ids is the same: from 0 to 1. */
function likenessOf(
  one: Node | undefined,
  other: Node | undefined,
  { before, after, renames }: { before: Version; after: Version; renames: Renames },
): number {
  if (one?.kind !== "map" || other?.kind !== "map") return 0;
  const names = new Set([...one.entries, ...other.entries].map(({ key }) => key.text));
  const same = [...names].filter(
    (name) => meaningOf(one.entry(name)?.value, before, renames) === meaningOf(other.entry(name)?.value, after),
  );
  return same.length / Math.max(1, names.size);
}

/** Where each id of a kind is used. */
function usesOf(kind: DefinitionKind, { checked }: Version): Map<string, string> {
  const places = new Map<string, string[]>();
  for (const { to, id, node } of checked.file.references) {
    if (to !== kind) continue;
    places.set(id, [...(places.get(id) ?? []), placeOf(node)]);
  }
  return new Map([...places].map(([id, paths]) => [id, paths.sort().join("\n")]));
}

/** The keys of the language that lead to a use; ids on the way may have new names themselves. */
function placeOf(node: Node): string {
  const keys: string[] = [];
  for (let at: Node | undefined = node; at?.parent; at = at.parent)
    if (at.parent.kind === "map" && containerType(at.parent)?.kind === "object") keys.unshift(at.key?.text ?? "");
  return [node.section.name, ...keys].join(".");
}

/** Steps are known by what they say and by where they stand. */
function findSteps(before: Version, after: Version, renames: Renames): void {
  const [one, other] = [before, after].map((version) => stepsOf(version));
  if (!one || !other) return;
  const known = new Set(before.idsOf("rollout-step"));
  for (const pair of alignItems(one, other, { before, after, renames })) {
    const [was, is] = [idOf(pair.before), idOf(pair.after)];
    if (was !== undefined && is !== undefined && was !== is && !known.has(is)) renames.add("rollout-step", was, is);
  }
}

function stepsOf({ checked }: Version): ListNode | undefined {
  return checked.file.root.get("rollout")?.get("steps");
}

function idOf(step: Node | undefined): string | undefined {
  const id = step?.kind === "map" && containerType(step) ? step.entry("id")?.value : undefined;
  return id?.kind === "scalar" ? id.word : undefined;
}
