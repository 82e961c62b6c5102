import type { ObjectType } from "../../language/types.ts";
import type { CheckedPlan, Place } from "../../workspace/checked-plan.ts";
import { locate } from "../locate.ts";
import { subjectAt } from "../occurrences.ts";
import { type CallItem, type CallKey, connectionsIn, itemOf, partOf } from "./connections.ts";
import { PARTS, takesPart } from "./leads.ts";

export type { CallItem, CallKey } from "./connections.ts";
export { kindInWords } from "./leads.ts";

/** One step of the way from what can go wrong to who is called. */
export interface Call {
  /** The one at the other end. */
  readonly item: CallItem;
  /** How it comes to that, in a few words. */
  readonly how: string;
  /** Where it is written, in the file of the one that leads to the other. */
  readonly places: readonly Place[];
}

/** What stands at an offset, if it leads to somebody who is called, or is somebody: an id, or a part like the kill switch. */
export function prepareCalls(plan: CheckedPlan, offset: number): CallItem | undefined {
  const named = subjectAt(plan, offset)?.subject;
  if (named) return named.kind !== "column" && takesPart(named.kind) ? itemOf(plan, named.kind, named.id) : undefined;
  const spot = locate(plan.file, offset);
  const value = spot?.part === "key" ? spot.entry.value : undefined;
  const isPart = value?.kind === "map" && PARTS.has(value.type as ObjectType) && plan.file.kind === "plan";
  return isPart ? partOf(plan.file, value) : undefined;
}

/** What it leads to: of an alarm the escalation path, of that the roles in their turn, of a role its deputy. */
export function callsFrom(plan: CheckedPlan, key: CallKey, others: readonly CheckedPlan[]): Call[] {
  return callsBetween(plan, key, others, "from", "to");
}

/** What leads to it: of a role all that it is called for. */
export function callsTo(plan: CheckedPlan, key: CallKey, others: readonly CheckedPlan[]): Call[] {
  return callsBetween(plan, key, others, "to", "from");
}

/** What stands beside an item, in the plan and in those that know the item too; nothing where it is there no more. */
function callsBetween(
  plan: CheckedPlan,
  key: CallKey,
  others: readonly CheckedPlan[],
  near: "from" | "to",
  far: "from" | "to",
): Call[] {
  const calls = new Map<string, { item: CallItem; how: Set<string>; places: Map<string, Place> }>();
  for (const { knower, uri } of knowersOf(plan, key, others))
    for (const connection of connectionsIn(knower)) {
      if (nameFor(connection[near]) !== nameFor({ ...key, uri })) continue;
      const { place, how } = connection;
      const item = connection[far];
      const call = calls.get(nameFor(item)) ?? { item, how: new Set(), places: new Map() };
      calls.set(nameFor(item), call);
      if (how !== "") call.how.add(how);
      call.places.set(`${place.start} ${place.uri}`, place);
    }
  return [...calls.values()].map(({ item, how, places }) => ({
    item,
    how: [...how].join(", "),
    places: [...places.values()],
  }));
}

/** The plans that know an item from the same file; where the item has moved, the plan itself if it still knows it. */
function knowersOf(
  plan: CheckedPlan,
  { uri, kind, id }: CallKey,
  others: readonly CheckedPlan[],
): { knower: CheckedPlan; uri: string }[] {
  const homeIn = (one: CheckedPlan) => (kind === "part" ? one.file.uri : itemOf(one, kind, id)?.uri);
  const home = [plan, ...others].some((one) => homeIn(one) === uri) ? uri : homeIn(plan);
  return [plan, ...others].filter((one) => homeIn(one) === home).map((knower) => ({ knower, uri: home ?? uri }));
}

function nameFor({ uri, kind, id }: CallKey): string {
  return `${kind} ${id} ${uri}`;
}
