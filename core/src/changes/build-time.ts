import { compareDates, distanceInWords, type PlanDate } from "../quantity/index.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { CompareOptions } from "./change.ts";

/** How a change stands to the start of the build, by its date; undefined where one of the two days is not known. */
export interface BuildTime {
  readonly isAfter: boolean;
  /** "12 weeks after the build started (2026-03-02)". */
  readonly words: string;
}

/** The build started on the earlier day of the two versions: a start that is moved back afterwards changes nothing. */
export function buildStart(before: CheckedPlan, after: CheckedPlan): PlanDate | undefined {
  const starts = [before, after].flatMap((checked) => checked.milestone("build-start") ?? []);
  return starts.sort(compareDates)[0];
}

/** How a change stands to that day. */
export function buildTime(before: CheckedPlan, after: CheckedPlan, date: CompareOptions): BuildTime | undefined {
  const start = buildStart(before, after);
  const isAfter = start && isOver(start, date);
  const day = date.changedOn ?? date.changedAfter;
  if (!start || !day || isAfter === undefined) return undefined;
  const atLeast = date.changedOn ? "" : "at least ";
  const distance = compareDates(day, start) === 0 ? "on the day" : `${atLeast}${distanceInWords(start, day)}`;
  return { isAfter, words: `${distance} the build started (${start.text})` };
}

/** Had a day come when the change was made? Undefined where nobody can tell. */
export function isOver(day: PlanDate, { changedOn, changedAfter }: CompareOptions): boolean | undefined {
  if (changedOn) return compareDates(changedOn, day) >= 0;
  return changedAfter && compareDates(changedAfter, day) >= 0 ? true : undefined;
}
