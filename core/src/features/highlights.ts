import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import { occurrencesIn, placeOf, subjectAt } from "./occurrences.ts";

export interface Highlight {
  readonly place: Place;
  /** The id is defined there, not used. */
  readonly defines: boolean;
}

/** Every place in the file itself that speaks of the id, or the column, at an offset. */
export function highlights(plan: CheckedPlan, offset: number): Highlight[] | undefined {
  const subject = subjectAt(plan, offset)?.subject;
  if (!subject) return undefined;
  return occurrencesIn(plan.file, subject).map((occurrence) => ({
    place: placeOf(occurrence, subject.id),
    defines: occurrence.defines,
  }));
}
