import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import { type Day, dayOf } from "./datum.ts";
import { datedEvents } from "./timeline-events.ts";

/** What a plan has dates for, in the order in which they are drawn from the top. */
export const EVENT_KINDS = ["milestone", "agreed", "evidence", "gap", "rollout", "benchmark", "until"] as const;

/**
 * `milestone`: as the plan names it. `agreed`: criteria, costs and the like are agreed or approved. `evidence`: something was
 * measured, tested or trained. `gap`: something missing is closed by then. `rollout`: a step of the rollout begins.
 * `benchmark`: month one and month six, and the first review. `until`: something ends, such as a waiver.
 */
export type EventKind = (typeof EVENT_KINDS)[number];

export interface TimelineEvent<At = Place> extends Day {
  readonly kind: EventKind;
  /** What happens, in a few words with the ids of the plan: "Cost and value agreed", "quarter". */
  readonly label: string;
  /** What the plan says of it in its own words, such as what a gap is. */
  readonly detail?: string;
  /** How the date follows from others, in words; absent where the plan gives it. */
  readonly computed?: string;
  /** Of something that lasts: the day on which it ends at the earliest. */
  readonly until?: Day;
  readonly at: At;
}

/** All that a plan has a date for, in the order of the dates. */
export interface Timeline<At = Place> {
  /** One at least; those of one day in the order of {@link EVENT_KINDS}. */
  readonly events: readonly TimelineEvent<At>[];
  /** The date by which the plan is checked; absent where none is known. */
  readonly today?: Day;
}

/** Absent unless something has a date. */
export function timelineOf(plan: CheckedPlan): Timeline | undefined {
  const events = datedEvents(plan).sort(
    (a, b) => a.day - b.day || EVENT_KINDS.indexOf(a.kind) - EVENT_KINDS.indexOf(b.kind),
  );
  const { clock } = plan.workspace;
  return events.length > 0 ? { events, ...(clock ? { today: dayOf(clock.date) } : {}) } : undefined;
}
