import type { System } from "../language/index.ts";
import { formatNumber, multiply } from "../quantity/index.ts";
import type { NodeOf } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { seenLoad, type WorkLoad } from "./work-load.ts";

/** The calls that a system gets: in the busiest hour, or on average where its limit counts for longer. */
export function systemDemand(checked: CheckedPlan, system: NodeOf<typeof System>): WorkLoad | undefined {
  const calls = system.get("calls-per-item")?.value;
  const load = seenLoad(checked, system.get("rate-limit")?.value);
  const quantity = load && calls !== undefined ? multiply(load.quantity, calls) : undefined;
  if (!load || calls === undefined || !quantity) return undefined;
  return { ...load, quantity, how: `${load.how} x ${formatNumber(calls)} ${calls === 1 ? "call" : "calls"}` };
}
