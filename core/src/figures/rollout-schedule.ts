import {
  addDays,
  addMonths,
  compareDates,
  millisecondsPerDay,
  type PlanDate,
  type Quantity,
} from "../quantity/index.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { onceFor } from "../workspace/once-for.ts";
import { type Step, stepName } from "./rollout-steps.ts";

/** A step of the rollout and the earliest day on which it can begin. */
export interface ScheduledStep {
  readonly step: Step;
  /** What messages call it: its id, or its number from 1. */
  readonly name: string;
  /** Undefined where the plan doesn't say: the step before it has no known start or no `min-duration`. */
  readonly begins: PlanDate | undefined;
}

/**
 * When each step of the rollout can begin at the earliest: on the day it was `entered`; else not before its own `starts`,
 * and not before the step ahead of it has lasted its `min-duration`.
 */
export const rolloutSchedule = onceFor((checked: CheckedPlan): readonly ScheduledStep[] => {
  const schedule: ScheduledStep[] = [];
  let earliest: PlanDate | undefined;
  for (const node of checked.file.root.get("rollout")?.get("steps")?.all ?? []) {
    const step = node.kind === "map" && node.type !== undefined ? (node as Step) : undefined;
    if (!step) {
      // How long what cannot be read lasts is not known.
      earliest = undefined;
      continue;
    }
    const starts = checked.dateOf(step.get("starts"));
    const planned = step.has("starts") ? starts && later(starts, earliest) : earliest;
    const begins = step.has("entered") ? step.get("entered")?.value : planned;
    schedule.push({ step, name: stepName(step), begins });
    earliest = earliestEnd(begins, step.get("min-duration")?.value);
  }
  return schedule;
});

/**
 * The first day on which something may end that began on a day and lasts so long at the least. A part of a day counts for
 * nothing, because the hour at which it began is not known; whole months end with the calendar where that is earlier.
 */
export function earliestEnd(begins: PlanDate | undefined, lasts: Quantity | undefined): PlanDate | undefined {
  if (!begins || lasts?.dimension !== "duration") return undefined;
  const byDays = addDays(begins, Math.floor(lasts.base / millisecondsPerDay + 1e-9));
  const months = lasts.unit === "mo" ? lasts.value : lasts.unit === "y" ? lasts.value * 12 : undefined;
  if (months === undefined || !Number.isInteger(months)) return byDays;
  const byMonths = addMonths(begins, months);
  return compareDates(byMonths, byDays) < 0 ? byMonths : byDays;
}

/**
 * The step that runs six months after go-live: the one ahead of the first that can only begin later. Where the plan doesn't
 * say when the steps begin it is the last one, which the plan means to reach; undefined where none has begun by then.
 */
export function stepAtMonth6(checked: CheckedPlan): ScheduledStep | undefined {
  const schedule = rolloutSchedule(checked);
  const goLive = checked.milestone("go-live");
  const month6 = goLive && addMonths(goLive, 6);
  const next = month6 ? schedule.findIndex(({ begins }) => begins && compareDates(begins, month6) > 0) : -1;
  return next < 0 ? schedule.at(-1) : schedule[next - 1];
}

function later(a: PlanDate, b: PlanDate | undefined): PlanDate {
  return b && compareDates(b, a) > 0 ? b : a;
}
