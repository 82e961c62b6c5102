import { compare, formatBase, multiply, type Quantity } from "../quantity/index.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { systemsUsed } from "./systems-used.ts";

/** Work that goes to a fallback mode when something is off, in the busiest hour. */
export interface FallingLoad {
  /** The id of the fallback mode. */
  readonly mode: string;
  /** Where the plan sends it there. */
  readonly at: ScalarNode<string>;
  /** "the system is off". */
  readonly when: string;
  readonly load: Quantity;
  /** How it was put together: `900 item/h x 50% traffic`. */
  readonly how: string;
}

interface Handled {
  readonly load: Quantity;
  readonly how: string;
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
    loads.push({ mode: fallback.value, at: fallback, when: "the system is off", ...handled });
  if (rollback?.value !== undefined)
    loads.push({ mode: rollback.value, at: rollback, when: "the system is rolled back", ...handled });
  for (const { id, system } of systemsUsed(checked)) {
    const onFailure = system.get("on-failure");
    const calls = system.get("calls-per-item")?.value;
    if (onFailure?.value === undefined || calls === undefined) continue;
    const calling = calls < 1 ? scaled(handled, calls, `${formatBase(calls, "share")} that call it`) : handled;
    if (calling) loads.push({ mode: onFailure.value, at: onFailure, when: `\`${id}\` fails`, ...calling });
  }
  return loads;
}

/** What the system handles in the busiest hour at the most: the peak x the highest traffic of the rollout. */
function handledAtPeak({ file }: CheckedPlan): Handled | undefined {
  const peak = file.root.get("load")?.get("peak")?.value;
  if (!peak) return undefined;
  const whole = { load: peak, how: formatBase(peak.base, peak.dimension, peak) };
  const steps = file.root.get("rollout")?.get("steps")?.items() ?? [];
  if (steps.length === 0) return whole;
  const shares = steps.flatMap((step) => step.get("traffic")?.value ?? []);
  const [first, ...others] = shares;
  const highest = first && others.reduce((a, b) => ((compare(b, a) ?? 0) > 0 ? b : a), first);
  if (!highest) return undefined;
  return highest.base < 1 ? scaled(whole, highest.base, `${formatBase(highest.base, "share")} traffic`) : whole;
}

function scaled({ load, how }: Handled, factor: number, words: string): Handled | undefined {
  const part = multiply(load, factor);
  return part && { load: part, how: `${how} x ${words}` };
}
