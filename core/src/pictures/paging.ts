import type { EscalationStep } from "../language/index.ts";
import { formatBase } from "../quantity/index.ts";
import type { NodeOf } from "../syntax/nodes.ts";
import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import type { FoundDefinition } from "../workspace/definitions.ts";
import { type Figure, figureOf, placeOfObject, present, type Words, wordsOf } from "./datum.ts";

/** Somebody who is told. */
export interface Paged<At = Place> {
  /** The escalation path on which it stands: where one path hands over to another, that one. */
  readonly path: string;
  /** Who, as the plan names the role. */
  readonly role?: Words<At>;
  /** How the role is reached, of `roles`. */
  readonly contact?: string;
  /** By what: phone, pager. */
  readonly via?: string;
  /** How long there is to answer, in minutes. */
  readonly within?: Figure<At>;
  /** When this is done: minutes after the alarm; absent where a time before it is not known. */
  readonly after?: Figure<At>;
  readonly at: At;
}

/** The way of an alarm through people. */
export interface PagingPath<At = Place> {
  /** The id of the escalation path. */
  readonly id: string;
  readonly hours?: "business" | "24x7";
  /** Its own steps, in order, without what it hands over to. */
  readonly steps: readonly Paged<At>[];
  /** The path it hands over to, whether or not that is defined. */
  readonly handsOverTo?: Words<At>;
  /** All who are told, over all hand-overs, until somebody was told before; at most {@link LONGEST_CHAIN}. */
  readonly chain: readonly Paged<At>[];
  /** `dead-end`: it hands over to what is not defined. `ring`: back to itself. `cut`: it goes on, longer than is shown. */
  readonly ends?: "dead-end" | "ring" | "cut";
  readonly at: At;
}

/** More steps than anybody climbs. */
export const LONGEST_CHAIN = 20;

type Step = NodeOf<typeof EscalationStep>;

/** The paths of the plan itself, and those of its catalogs that can be reached from these ids. */
export function pagingPaths(plan: CheckedPlan, named: ReadonlySet<string>): PagingPath[] {
  const reached = new Set(named);
  for (const id of reached) {
    const next = handOver(stepsOf(plan, id));
    if (next?.value !== undefined) reached.add(next.value);
  }
  const seen = new Set<string>();
  return plan.definitions.of("escalation-path").flatMap((definition) => {
    const { id, file, node } = definition;
    const counts = (file === plan.file || reached.has(id)) && !seen.has(id) && !node.isPlaceholder;
    seen.add(id);
    return counts ? (pathOf(plan, definition) ?? []) : [];
  });
}

function pathOf(plan: CheckedPlan, { id, node }: FoundDefinition): PagingPath | undefined {
  const path = plan.definitions.find("escalation-path", id);
  if (!path) return undefined;
  const steps = stepsOf(plan, id);
  return present({
    id,
    hours: path.get("hours")?.value,
    steps: pagedIn(plan, id, steps, 0).paged,
    handsOverTo: wordsOf(plan, handOver(steps)),
    ...chainOf(plan, id),
    at: plan.place(node),
  });
}

function stepsOf(plan: CheckedPlan, id: string): Step[] {
  return plan.definitions.find("escalation-path", id)?.get("steps")?.items() ?? [];
}

/** What the last step hands over to. */
function handOver(steps: readonly Step[]) {
  return steps.at(-1)?.get("path");
}

/** Everybody along a path and those that it hands over to; every path once. */
function chainOf(plan: CheckedPlan, first: string): Pick<PagingPath, "chain"> & { readonly ends: PagingPath["ends"] } {
  const chain: Paged[] = [];
  const passed = new Set<string>();
  let minutes: number | undefined = 0;
  for (let id: string | undefined = first; id !== undefined; ) {
    if (passed.has(id)) return { chain, ends: "ring" };
    passed.add(id);
    if (!plan.definitions.find("escalation-path", id)) return { chain, ends: "dead-end" };
    const steps = stepsOf(plan, id);
    const next = pagedIn(plan, id, steps.slice(0, LONGEST_CHAIN + 1), minutes);
    chain.push(...next.paged);
    if (chain.length > LONGEST_CHAIN) return { chain: chain.slice(0, LONGEST_CHAIN), ends: "cut" };
    minutes = next.minutes;
    id = handOver(steps)?.value;
  }
  return { chain, ends: undefined };
}

/** The people on a path, of whom the first is told after so many minutes, and the minutes until it is through with them. */
function pagedIn(
  plan: CheckedPlan,
  path: string,
  steps: readonly Step[],
  from: number | undefined,
): { readonly paged: Paged[]; readonly minutes: number | undefined } {
  let minutes = from;
  const paged = steps.flatMap((step) => {
    // What hands over tells nobody by itself.
    if (step.has("path")) return [];
    const role = step.get("notify");
    const within = figureOf(plan, step.get("within"), "min");
    const after = minutes === undefined ? undefined : afterOf(minutes);
    minutes = minutes === undefined || !within ? undefined : minutes + within.value;
    const contact = plan.definitions.find("role", role?.value)?.get("contact")?.value;
    const via = step.get("via")?.value;
    const said = { path, role: wordsOf(plan, role), contact, via, within, after, at: placeOfObject(plan, step) };
    return said.role || via !== undefined || within ? [present(said)] : [];
  });
  return { paged, minutes };
}

function afterOf(minutes: number): Figure {
  return { value: minutes, text: minutes === 0 ? "at once" : `after ${formatBase(minutes * MINUTE, "duration")}` };
}

/** In milliseconds, as durations count. */
const MINUTE = 60_000;
