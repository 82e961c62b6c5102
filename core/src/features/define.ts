import { DataSource } from "../language/data-source.ts";
import type { MapNode, ScalarNode } from "../syntax/nodes.ts";
import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import { followedFrom } from "./links.ts";
import { locate, type Spot } from "./locate.ts";
import { namedAt } from "./named.ts";

/** Where something is defined. */
export interface DefinitionTarget {
  /** All of it. */
  readonly whole: Place;
  /** Its name. */
  readonly name: Place;
}

export interface DefinitionAnswer {
  /** What was asked for, in the plan. */
  readonly origin: Place;
  readonly targets: readonly DefinitionTarget[];
}

/**
 * Where the id at an offset is defined, in the plan or in a catalog; for a link, the file, and the part of it that its
 * fragment names. A definition leads to itself, so that an editor can show who uses it. Undefined where there is nothing
 * to go to.
 */
export function define(plan: CheckedPlan, offset: number): DefinitionAnswer | undefined {
  const spot = locate(plan.file, offset);
  if (!spot) return undefined;
  if (spot.node.type?.kind === "link") return followedFrom(plan, spot.node, offset);
  const targets = columnTargets(plan, spot) ?? idTargets(plan, spot.node);
  return targets.length > 0 ? { origin: plan.place(spot.node), targets } : undefined;
}

/** The column in `source.column`, where the source lists its columns, or one of those itself. */
function columnTargets(plan: CheckedPlan, { node, part, map }: Spot): DefinitionTarget[] | undefined {
  if (part === "key" && map.key?.text === "columns" && map.parent?.type === DataSource)
    return [targetIn(plan, map, node.text)];
  if (node.type?.kind !== "column") return undefined;
  const source = namedAt(plan, node)?.id;
  const columns = plan.definitions.find("data-source", source)?.get("columns");
  const column = node.word.slice((source ?? "").length + 1);
  return columns?.entry(column) ? [targetIn(plan, columns, column)] : undefined;
}

function targetIn(plan: CheckedPlan, map: MapNode, name: string): DefinitionTarget {
  const { key, value } = map.entry(name)!;
  return { whole: around(plan.place(key), plan.place(value)), name: plan.place(key) };
}

function idTargets(plan: CheckedPlan, node: ScalarNode): DefinitionTarget[] {
  const named = namedAt(plan, node);
  if (!named) return [];
  return plan.definitions.all(named.kind, named.id).map(({ node: name, value }) => ({
    whole: around(plan.place(name), plan.place(value)),
    name: plan.place(name),
  }));
}

function around(name: Place, value: Place): Place {
  return { uri: name.uri, start: Math.min(name.start, value.start), end: Math.max(name.end, value.end) };
}
