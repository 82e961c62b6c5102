import type { MapNode } from "../syntax/nodes.ts";
import type { Target } from "../workspace/checked-plan.ts";
import { listKeys, titleForInserting } from "./messages.ts";
import type { RuleContext } from "./rule-context.ts";

/**
 * Reports, in one finding, the due keys that an object lacks and that the rule at hand owns, with a fix that inserts them.
 *
 * @param message given the keys as a list to read: "`agreed` and `approved-by`"
 */
export function reportLacks(
  context: RuleContext,
  object: MapNode,
  at: Target,
  message: (keys: string, names: readonly string[]) => string,
): void {
  const { lacks, severity } = context.lacked(object);
  if (!severity) return;
  const names = lacks.map(({ name }) => name);
  context.report(at, message(listKeys(lacks, context.stage), names), {
    severity,
    missing: { object, lacks },
    fixes: [context.insertFix(titleForInserting(lacks), object, lacks)],
  });
}
