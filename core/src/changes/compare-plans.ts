import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { Change, CompareOptions, PlanDifference } from "./change.ts";
import { Comparison } from "./comparison.ts";
import { inWords } from "./words/in-words.ts";

/**
 * What has changed from one version of a plan to another, by what they say and not by how it is written. Versions may be
 * broken, catalogs, or different files; never throws.
 */
export function comparePlans(before: CheckedPlan, after: CheckedPlan, _options: CompareOptions = {}): PlanDifference {
  const comparison = new Comparison(before, after);
  const changes = comparison.differences.map(
    (difference): Change => ({
      ...inWords(difference, comparison.versions),
      judgement: "harmless",
    }),
  );
  return { changes, findings: [], notCompared: comparison.notCompared };
}
