import { type MonthlyCost, monthlyCostAt } from "../figures/monthly-cost.ts";
import { rolloutSchedule, type ScheduledStep, stepAtMonth6 } from "../figures/rollout-schedule.ts";
import type { Quantity } from "../quantity/index.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { type Figure, figureOf } from "./datum.ts";

/** A volume that the plan speaks of, and what it costs. */
export interface CostPoint {
  readonly name: "pilot" | "average" | "month 6";
  /** The volume. */
  readonly node: ScalarNode<Quantity>;
  readonly step: ScheduledStep | undefined;
  readonly cost: MonthlyCost;
}

/** Those whose cost can be told. */
export function costPoints(plan: CheckedPlan): CostPoint[] {
  const { root } = plan.file;
  const load = root.get("load");
  const schedule = rolloutSchedule(plan);
  const pointOf = (
    name: CostPoint["name"],
    node: ScalarNode<Quantity> | undefined,
    step: ScheduledStep | undefined,
  ): CostPoint[] => {
    const cost = node?.value && monthlyCostAt(plan, node.value, step);
    return node && cost ? [{ name, node, step, cost }] : [];
  };
  return [
    ...pointOf("pilot", root.get("pilot")?.get("volume"), schedule[0]),
    ...pointOf("average", load?.get("average"), busiest(schedule)),
    ...pointOf("month 6", load?.get("month-6"), stepAtMonth6(plan)),
  ];
}

/** How much of the output a step has reviewed, in percent. */
export function reviewOf(plan: CheckedPlan, { step }: ScheduledStep): Figure | undefined {
  return figureOf(plan, step.get("review"), "%");
}

/** The first of the steps that handle the most: from then on all of the load that there is goes through it. */
function busiest(schedule: readonly ScheduledStep[]): ScheduledStep | undefined {
  const traffic = ({ step }: ScheduledStep) => step.get("traffic")?.value?.base ?? 0;
  return schedule.reduce<ScheduledStep | undefined>((a, b) => (a && traffic(a) >= traffic(b) ? a : b), undefined);
}
