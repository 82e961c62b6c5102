import { isLentByCatalogs } from "../language/sections.ts";
import type { Readiness } from "../readiness/readiness.ts";
import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import { occurrencesOf, placeOf, plansThatKnow } from "./occurrences.ts";
import { standing } from "./standing.ts";

/** A line above a place of the text that says something about it. */
export interface CodeLens {
  readonly place: Place;
  readonly title: string;
  /** Where the uses are that it counts; undefined where it says how the whole plan stands. */
  readonly uses?: readonly Place[];
}

/**
 * How the plan stands, at its stage or at its start. Nothing for a file that is still empty.
 *
 * @param readiness undefined for what is not judged, such as a catalog
 */
export function standingLens(plan: CheckedPlan, readiness: Readiness | undefined): CodeLens | undefined {
  const { file } = plan;
  if (!readiness || file.sections.length === 0) return undefined;
  return { place: plan.place(plan.sectionPlace()), title: standing(readiness, file) };
}

/**
 * How often each id is used that the file defines and several things may share, such as a role, in it and in the other
 * plans that get it from there. Of one that nothing uses nothing is said: where that is a fault it is a finding, and a
 * catalog may have users elsewhere.
 */
export function usesLenses(plan: CheckedPlan, others: readonly CheckedPlan[]): CodeLens[] {
  const { file } = plan;
  return file.definitions.flatMap(({ kind, id, node }) => {
    if (!isLentByCatalogs(kind) || node.borrowed || node.isPlaceholder) return [];
    const subject = { kind, id };
    const found = occurrencesOf(plansThatKnow(plan, subject, others), subject);
    const uses = found.filter(({ defines }) => !defines).map((one) => placeOf(one, id));
    if (uses.length === 0) return [];
    const files = new Set(uses.map(({ uri }) => uri)).size;
    const title = `${uses.length} use${uses.length === 1 ? "" : "s"}${files > 1 ? ` in ${files} files` : ""}`;
    return [{ place: placeOf({ file, node, from: 0, defines: true }, id), title, uses }];
  });
}
