import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import { occurrencesOf, placeOf, plansThatKnow, subjectAt } from "./occurrences.ts";

export interface ReferencesOptions {
  /** The places that define it are wanted too. */
  readonly definitions: boolean;
  /** Other plans that are known, of which those count that share the id. */
  readonly others: readonly CheckedPlan[];
}

/**
 * Every place that uses the id, or the column, at an offset: in the plan, in its catalogs, and in those of the other
 * plans that get the id from the same file. Undefined where there is no such thing at the offset.
 */
export function references(plan: CheckedPlan, offset: number, options: ReferencesOptions): Place[] | undefined {
  const subject = subjectAt(plan, offset)?.subject;
  if (!subject) return undefined;
  return occurrencesOf(plansThatKnow(plan, subject, options.others), subject)
    .filter(({ defines }) => options.definitions || !defines)
    .map((occurrence) => placeOf(occurrence, subject.id));
}
