import type { Gate, Trigger } from "../language/index.ts";
import type { QuantityType } from "../language/types.ts";
import type { Quantity } from "../quantity/index.ts";
import type { ListNode, NodeOf, ScalarNode } from "../syntax/nodes.ts";

/** What a gate asks for, in words: `at least 88% for 2 w, over 3000 samples or more`; empty where nothing can be read. */
export function gateInWords(gate: NodeOf<typeof Gate>): string {
  return inWords({ slice: gate.get("slice"), lasts: gate.get("for"), samples: gate.get("min-samples") }, [
    bound("at least", gate.get("at-least")),
    bound("at most", gate.get("at-most")),
    range("within", gate.get("within")),
  ]);
}

/** When an alarm fires, in words: `below 85% for 1 w, over 1500 samples or more`; empty where nothing can be read. */
export function alarmInWords(trigger: NodeOf<typeof Trigger>): string {
  return inWords({ slice: trigger.get("slice"), lasts: trigger.get("for"), samples: trigger.get("min-samples") }, [
    bound("below", trigger.get("below")),
    bound("above", trigger.get("above")),
    range("outside", trigger.get("outside")),
  ]);
}

/** What gates and alarms have in common. */
interface Common {
  readonly slice: ScalarNode<string> | undefined;
  readonly lasts: ScalarNode<Quantity> | undefined;
  readonly samples: ScalarNode<Quantity> | undefined;
}

function inWords({ slice, lasts, samples }: Common, bounds: readonly (string | undefined)[]): string {
  const what = [
    slice?.value && `in each ${slice.value}`,
    bounds.filter(Boolean).join(" or "),
    lasts?.value && `for ${lasts.value.text}`,
  ];
  const words = what.filter(Boolean).join(" ");
  return [words, samples?.value && `over ${samples.value.text} samples or more`].filter(Boolean).join(", ");
}

function bound(words: string, node: ScalarNode<Quantity> | undefined): string | undefined {
  return node?.value && `${words} ${node.value.text}`;
}

function range(words: string, list: ListNode<QuantityType> | undefined): string | undefined {
  const [low, high] = list?.items() ?? [];
  return low?.value && high?.value && `${words} ${low.value.text} to ${high.value.text}`;
}
