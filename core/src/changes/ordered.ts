import { EscalationStep, RolloutStep } from "../language/index.ts";
import type { ObjectType } from "../language/types.ts";
import type { ListNode } from "../syntax/nodes.ts";

/** Steps are the only items whose order counts, besides the ends of a range. */
const ORDERED: ReadonlySet<unknown> = new Set<ObjectType>([RolloutStep, EscalationStep]);

/** Does the order of the items of a list count? */
export function isOrdered(list: ListNode): boolean {
  const type = list.type;
  return type?.kind !== "list" || type.length !== undefined || ORDERED.has(type.of);
}
