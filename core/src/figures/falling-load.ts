import { formatBase, multiply } from "../quantity/index.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { handledAtPeak } from "./peak-load.ts";
import type { Computed } from "./review-load.ts";
import { systemsUsed } from "./systems-used.ts";

/** Work that goes to a fallback mode when something is off, in the busiest hour. */
export interface FallingLoad extends Computed {
  /** The id of the fallback mode. */
  readonly mode: string;
  /** Where the plan sends it there. */
  readonly at: ScalarNode<string>;
  /** "the system is off". */
  readonly when: string;
}

/**
 * What falls to the fallback modes at peak: when the AI system is switched off or rolled back, all that it handles; when one
 * of the systems fails, the items that call it. The share of items outside the operating limits is known to nobody.
 */
export function fallingLoads(checked: CheckedPlan): FallingLoad[] {
  const { root } = checked.file;
  const handled = handledAtPeak(checked);
  if (!handled) return [];
  const fallback = root.get("workflow")?.get("fallback");
  const rollback = root.get("rollout")?.get("rollback")?.get("to");
  const loads: FallingLoad[] = [];
  if (fallback?.value !== undefined)
    loads.push({ ...handled, mode: fallback.value, at: fallback, when: "the system is off" });
  if (rollback?.value !== undefined)
    loads.push({ ...handled, mode: rollback.value, at: rollback, when: "the system is rolled back" });
  for (const { id, system } of systemsUsed(checked)) {
    const onFailure = system.get("on-failure");
    const calls = system.get("calls-per-item")?.value;
    if (onFailure?.value === undefined || calls === undefined) continue;
    const calling = calls < 1 ? scaled(handled, calls, `${formatBase(calls, "share")} that call it`) : handled;
    if (calling) loads.push({ ...calling, mode: onFailure.value, at: onFailure, when: `\`${id}\` fails` });
  }
  return loads;
}

function scaled({ quantity, how }: Computed, factor: number, words: string): Computed | undefined {
  const part = multiply(quantity, factor);
  return part && { quantity: part, how: `${how} x ${words}` };
}
