import type { Entry, MapNode, ScalarNode } from "../nodes.ts";
import type { Rewriting } from "../problems.ts";

export interface SplitValue extends Rewriting {
  readonly value: ScalarNode;
  readonly swallowed: readonly Entry[];
}
export function splitValues(
  _map: MapNode,
  _holdsComma: (key: string) => boolean,
  _isKnownKey: (key: string) => boolean,
): SplitValue[] {
  return [];
}
export function commentThatAteValue(_text: string, _entry: Entry): Rewriting | undefined {
  return undefined;
}
export function missingSpace(_entry: Entry): Rewriting | undefined {
  return undefined;
}
