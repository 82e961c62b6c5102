import type { Position, Range } from "vscode-languageserver";
import type { Snapshot } from "./plans.ts";

/** The offset of a position in the plan; positions outside of it become the nearest inside. */
export function offsetAt(snapshot: Snapshot, position: Position): number {
  return snapshot.lines(snapshot.plan.file.uri)!.offsetAt(position);
}

/** The offsets of a range in the plan, in order. */
export function spanOf(snapshot: Snapshot, { start, end }: Range): { start: number; end: number } {
  const [a, b] = [offsetAt(snapshot, start), offsetAt(snapshot, end)];
  return { start: Math.min(a, b), end: Math.max(a, b) };
}
