import { problemsOf } from "../rules/problems-of.ts";
import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";

/** The first placeholder from an offset on, and after the last the first of the text; undefined where none is left. */
export function nextPlaceholder(plan: CheckedPlan, offset: number): Place | undefined {
  const places = problemsOf(plan.file, "placeholder")
    .map(({ node }) => plan.place(node))
    .sort((a, b) => a.start - b.start);
  return places.find(({ start }) => start >= offset) ?? places[0];
}
