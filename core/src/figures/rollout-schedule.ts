import type { RolloutStep } from "../language/index.ts";
import { addDays, addMonths, compareDates, millisecondsPerDay, type PlanDate } from "../quantity/index.ts";
import type { NodeOf } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";

/** A step of the rollout and the earliest day on which it can begin. */
export interface ScheduledStep {
  readonly step: NodeOf<typeof RolloutStep>;
  /** What messages call it: its id, or its number from 1. */
  readonly name: string;
  /** Undefined where the plan doesn't say: the step before it has no known start or no `min-duration`. */
  readonly begins: PlanDate | undefined;
}

/**
 * When each step of the rollout can begin at the earliest: on the day it was `entered`; else not before its own `starts`,
 * and not before the step ahead of it has lasted its `min-duration` (rounded up to whole days).
 */
export function rolloutSchedule(checked: CheckedPlan): ScheduledStep[] {
  const schedule: ScheduledStep[] = [];
  let earliest: PlanDate | undefined;
  for (const [index, step] of (checked.file.root.get("rollout")?.get("steps")?.items() ?? []).entries()) {
    const starts = checked.dateOf(step.get("starts"));
    const planned = step.has("starts") ? starts && later(starts, earliest) : earliest;
    const begins = step.has("entered") ? step.get("entered")?.value : planned;
    schedule.push({ step, name: step.get("id")?.value ?? String(index + 1), begins });
    const lasts = step.get("min-duration")?.value;
    earliest = begins && lasts ? addDays(begins, Math.ceil(lasts.base / millisecondsPerDay)) : undefined;
  }
  return schedule;
}

/**
 * The step that runs six months after go-live: the last one that can have begun by then. Where the plan doesn't say when
 * the steps begin it is the last one, which the plan means to reach.
 */
export function stepAtMonth6(checked: CheckedPlan): ScheduledStep | undefined {
  const schedule = rolloutSchedule(checked);
  const goLive = checked.milestone("go-live");
  const month6 = goLive && addMonths(goLive, 6);
  if (!month6 || schedule.some(({ begins }) => !begins)) return schedule.at(-1);
  return schedule.findLast(({ begins }) => begins && compareDates(begins, month6) <= 0);
}

function later(a: PlanDate, b: PlanDate | undefined): PlanDate {
  return b && compareDates(b, a) > 0 ? b : a;
}
