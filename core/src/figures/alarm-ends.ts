import type { Trigger } from "../language/index.ts";
import { compare, type Quantity } from "../quantity/index.ts";
import type { NodeOf, ScalarNode } from "../syntax/nodes.ts";

export type Side = "below" | "above";

/** An end of what an alarm lets pass, and on which side of it the alarm fires. */
export interface AlarmEnd {
  readonly node: ScalarNode<Quantity>;
  readonly value: Quantity;
  readonly side: Side;
}

/** The ends that an alarm has, whether it names one or a range. */
export function endsOf(trigger: NodeOf<typeof Trigger>): AlarmEnd[] {
  const range = trigger.get("outside")?.items() ?? [];
  const [low, high] = range.length === 2 ? range : [];
  const ends: readonly (readonly [ScalarNode<Quantity> | undefined, Side])[] = [
    [trigger.get("below"), "below"],
    [trigger.get("above"), "above"],
    [low, "below"],
    [high, "above"],
  ];
  return ends.flatMap(([node, side]) => (node?.value ? [{ node, value: node.value, side }] : []));
}

export function firesAt(value: Quantity, end: AlarmEnd): boolean {
  const difference = compare(value, end.value);
  return difference !== undefined && (end.side === "below" ? difference < 0 : difference > 0);
}
