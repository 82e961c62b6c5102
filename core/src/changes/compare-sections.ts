import { Plan } from "../language/index.ts";
import type { DefinitionKind } from "../language/types.ts";
import type { Node } from "../syntax/nodes.ts";
import type { Comparison } from "./comparison.ts";
import { entryOf, freeKeys, isComplete, itemOf } from "./entries.ts";
import { ValueWalk } from "./value-walk.ts";

/** Compares a top-level section, and what catalogs lend to it. */
export function compareSection(name: string, comparison: Comparison): void {
  const { before, after } = comparison.versions;
  const [one, other] = [before, after].map(({ checked }) => checked.file.root.entry(name)?.value);
  const type = Object.hasOwn(Plan.keys, name) ? Plan.keys[name as keyof typeof Plan.keys].type : undefined;
  // What an import brings is compared where it counts, however it came.
  if (name === "imports") return;
  if (type?.kind === "map" && type.defines) compareDefinitions(name, type.defines, { one, other }, comparison);
  else new ValueWalk(comparison).values(one, other, [name]);
}

/** A section of ids: those that catalogs lend count as though they stood in it. */
function compareDefinitions(
  name: string,
  kind: DefinitionKind,
  { one, other }: { readonly one: Node | undefined; readonly other: Node | undefined },
  comparison: Comparison,
): void {
  const walk = new ValueWalk(comparison);
  const { before, after, renames } = comparison.versions;
  const [had, has] = [before.idsOf(kind), after.idsOf(kind)];
  const isGone = has.length === 0 && after.checked.definitions.areComplete(kind);
  const isNew = had.length === 0 && before.checked.definitions.areComplete(kind);
  const isOtherShape = [one, other].some((node) => node && node.kind !== "map");
  if ((one && isGone) || (other && isNew) || isOtherShape) {
    walk.values(one, other, [name]);
    return;
  }
  if (one && other) comparison.partners.set(one, other);
  const ids = new Map(had.map((id) => [renames.of(kind, id), id]));
  for (const id of has) if (!ids.has(id)) ids.set(id, id);
  for (const [id, idBefore] of ids) {
    const [was, is] = [before.find(kind, idBefore), after.find(kind, id)];
    const isKnown = (was || isComplete(before, kind)) && (is || isComplete(after, kind));
    if (isKnown) walk.item(was && itemOf(was), is && itemOf(is), [name, id]);
  }
  for (const key of new Set([...freeKeys(one), ...freeKeys(other)]))
    walk.values(entryOf(one, key), entryOf(other, key), [name, key]);
}
