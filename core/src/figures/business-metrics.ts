import type { CheckedPlan } from "../workspace/checked-plan.ts";

/** The ids of the metrics of kind `business`, in the plan and its catalogs; one that is defined twice is there twice. */
export function businessMetrics({ definitions }: CheckedPlan): string[] {
  return definitions
    .of("metric")
    .map(({ id }) => id)
    .filter((id) => definitions.find("metric", id)?.get("kind")?.value === "business");
}
