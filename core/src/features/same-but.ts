import { type ScalarNode, walk } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";

/**
 * Has a file that was edited the same shape as before, with values that are as they should be?
 *
 * @param isRight is told each value and what stands in its place now
 */
export function isSameBut(
  before: PlanFile,
  after: PlanFile,
  isRight: (before: ScalarNode, now: ScalarNode) => boolean,
): boolean {
  const [nodes, values] = [walk(before.root), walk(after.root)];
  if (nodes.length !== values.length) return false;
  return nodes.every((node, index) => {
    const now = values[index];
    return node.kind === "scalar" ? now?.kind === "scalar" && isRight(node, now) : now?.kind === node.kind;
  });
}
