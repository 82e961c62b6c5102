import type { RolloutStep } from "../language/index.ts";
import type { Quantity } from "../quantity/index.ts";
import type { ListNode, MapNode, NodeOf } from "../syntax/nodes.ts";

/** A step of the rollout. */
export type Step = NodeOf<typeof RolloutStep>;

/** What messages call a step: its id, or its number from 1. */
export function stepName(step: Step): string {
  return step.get("id")?.value ?? String((listOf(step)?.all.indexOf(step) ?? 0) + 1);
}

/** The step ahead of a step; undefined for the first, and where what stands there cannot be read. */
export function stepBefore(step: Step): Step | undefined {
  const all = listOf(step)?.all ?? [];
  const before = all[all.indexOf(step) - 1];
  return before?.kind === "map" && before.type !== undefined ? (before as MapNode<typeof RolloutStep>) : undefined;
}

/** A share of a step's items, and the key that says so. */
export interface SeenShare {
  readonly key: "traffic" | "mirror";
  readonly share: Quantity;
}

/** How much of the load the system sees in a step, handled or mirrored; undefined where the plan doesn't say or it can't be read. */
export function seenShare(step: Step): SeenShare | undefined {
  const traffic = step.get("traffic")?.value;
  const mirror = step.get("mirror")?.value;
  if (!traffic || (step.has("mirror") && !mirror)) return undefined;
  return mirror && mirror.base > traffic.base ? { key: "mirror", share: mirror } : { key: "traffic", share: traffic };
}

function listOf(step: Step): ListNode | undefined {
  return step.parent?.kind === "list" ? step.parent : undefined;
}
