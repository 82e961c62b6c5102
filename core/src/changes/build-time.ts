import { compareDates, distanceInWords, type PlanDate } from "../quantity/index.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";

/** How a change stands to the start of the build, by its date; undefined where one of the two days is not known. */
export interface BuildTime {
  readonly isAfter: boolean;
  /** "12 weeks after the build started (2026-03-02)". */
  readonly words: string;
}

/** The build started on the earlier day of the two versions: a start that is moved back afterwards changes nothing. */
export function buildTime(
  before: CheckedPlan,
  after: CheckedPlan,
  changedOn: PlanDate | undefined,
): BuildTime | undefined {
  const starts = [before, after].flatMap((checked) => checked.milestone("build-start") ?? []);
  const [start] = starts.sort(compareDates);
  if (!start || !changedOn) return undefined;
  const days = compareDates(changedOn, start);
  const distance = days === 0 ? "on the day" : distanceInWords(start, changedOn);
  return { isAfter: days >= 0, words: `${distance} the build started (${start.text})` };
}
