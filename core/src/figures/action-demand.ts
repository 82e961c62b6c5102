import type { Actions } from "../language/index.ts";
import { formatNumber, multiply } from "../quantity/index.ts";
import type { NodeOf } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { handledLoad, type WorkLoad } from "./work-load.ts";

/** The actions that the system takes: in the busiest hour, or on average where their limit counts for longer. */
export function actionDemand(checked: CheckedPlan, actions: NodeOf<typeof Actions>): WorkLoad | undefined {
  const load = handledLoad(checked, actions.get("max-rate")?.value);
  const count = actions.has("actions-per-item") ? actions.get("actions-per-item")?.value : 1;
  const quantity = load && count !== undefined ? multiply(load.quantity, count) : undefined;
  if (!load || count === undefined || !quantity) return undefined;
  return { ...load, quantity, how: `${load.how} x ${formatNumber(count)} ${count === 1 ? "action" : "actions"}` };
}
