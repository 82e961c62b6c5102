import { compare, formatBase, multiply } from "../quantity/index.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { systemsUsed } from "./systems-used.ts";
import { handledLoad, type WorkLoad } from "./work-load.ts";

/** Work that goes to a fallback mode when something is off. */
export interface FallingLoad extends WorkLoad {
  /** The id of the fallback mode. */
  readonly mode: string;
  /** Where the plan sends it there. */
  readonly from: ScalarNode<string>;
  /** "the system is off". */
  readonly when: string;
}

/**
 * What falls to the fallback modes, in the busiest hour or on average, as their capacity is given: when the AI system is
 * switched off or rolled back, all that it handles; when one of the systems fails, the items that call it. The share of items
 * outside the operating limits is known to nobody.
 */
export function fallingLoads(checked: CheckedPlan): FallingLoad[] {
  const { root } = checked.file;
  const loads: FallingLoad[] = [];
  const add = (from: ScalarNode<string> | undefined, when: string, calls = 1) => {
    if (from?.value === undefined) return;
    const capacity = checked.definitions.find("fallback-mode", from.value)?.get("capacity")?.value;
    const handled = handledLoad(checked, capacity);
    const falling = handled && calls < 1 ? partOf(handled, calls) : handled;
    if (falling) loads.push({ ...falling, mode: from.value, from, when });
  };
  add(root.get("workflow")?.get("fallback"), "the system is off");
  add(root.get("rollout")?.get("rollback")?.get("to"), "the system is rolled back");
  for (const { id, system } of systemsUsed(checked)) {
    const calls = system.get("calls-per-item")?.value;
    if (calls !== undefined) add(system.get("on-failure"), `\`${id}\` fails`, calls);
  }
  return loads;
}

/** Of what may fall to each fallback mode, the most. */
export function heaviestFalls(checked: CheckedPlan): FallingLoad[] {
  const most = new Map<string, FallingLoad>();
  for (const falling of fallingLoads(checked)) {
    const known = most.get(falling.mode);
    if (!known || (compare(falling.quantity, known.quantity) ?? 0) > 0) most.set(falling.mode, falling);
  }
  return [...most.values()];
}

function partOf(handled: WorkLoad, calls: number): WorkLoad | undefined {
  const quantity = multiply(handled.quantity, calls);
  return quantity && { ...handled, quantity, how: `${handled.how} x ${formatBase(calls, "share")} that call it` };
}
