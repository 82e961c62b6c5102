import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { Finding } from "./finding.ts";
import type { RuleFacts } from "./rule.ts";
import { heaviestFirst } from "./severity.ts";
import { silence } from "./silence.ts";

/**
 * What stands between a plan and the stage it claims, as the author and the configuration left it: every error, and every
 * warning of what is due by now. Heaviest first, then in the order of the text.
 *
 * @param findings before anything is silenced
 * @param known every rule there is, by its id
 */
export function blockersOf(
  findings: readonly Finding[],
  checked: CheckedPlan,
  known: ReadonlyMap<string, RuleFacts>,
): Finding[] {
  return findings
    .flatMap((finding) => {
      const { kept } = silence([finding], checked, known);
      return canBlock(finding, checked, known.get(finding.rule)) ? kept : [];
    })
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .sort(gravestFirst(checked));
}

/** The heaviest first, then in the order of the text; what a catalog brings in comes after what the plan says itself. */
export function gravestFirst({ file }: CheckedPlan): (a: Finding, b: Finding) => number {
  return (a, b) =>
    heaviestFirst(a, b) ||
    Number(a.place.uri !== file.uri) - Number(b.place.uri !== file.uri) ||
    a.place.start - b.place.start;
}

/**
 * However loud the configuration makes it: what fails of itself says nothing of the plan, today's date is only a hint,
 * and what is due at the next stage doesn't stand in the way of this one.
 */
export function canBlock(finding: Finding, { workspace }: CheckedPlan, rule: RuleFacts | undefined): boolean {
  if (finding.ruleFailed || (rule?.clock && workspace.clock?.source === "today")) return false;
  return !isDueLater(finding, rule);
}

/** Is it said of what is due at the next stage? The configuration may not have changed its severity. */
export function isDueLater({ severity }: Finding, rule: RuleFacts | undefined): boolean {
  return severity === "hint" && Object.values(rule?.severity ?? {}).some((usual) => usual !== "hint");
}
