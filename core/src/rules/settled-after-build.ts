import { compareDates, distanceInWords, type PlanDate } from "../quantity/index.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import { askAgain } from "./rewrite.ts";
import type { RuleContext } from "./rule-context.ts";
import type { Severity } from "./severity.ts";

/**
 * Reports a date that lies after the day the build starts, of something that is to be settled before it.
 *
 * @param message given the date and its distance as a phrase: "on 2026-04-06, 5 weeks after the build started (2026-03-02)"
 * @param options `severity` where it weighs something else than the rule usually does, `again` what is asked for where it
 * can still be done
 */
export function reportSettledAfterBuild(
  context: RuleContext,
  settled: ScalarNode<PlanDate> | undefined,
  message: (when: string) => string,
  { severity, again }: { readonly severity?: Severity | undefined; readonly again?: string } = {},
): void {
  const start = context.find("milestone", "build-start");
  if (!settled?.value || !start?.value || compareDates(settled.value, start.value) <= 0) return;
  const distance = distanceInWords(start.value, settled.value);
  context.report(settled, message(`on ${settled.value.text}, ${distance} the build started (${start.value.text})`), {
    severity,
    related: [{ at: start, message: `The build starts on ${start.value.text}` }],
    fixes: again === undefined ? [] : askAgain(context, settled, again),
  });
}
