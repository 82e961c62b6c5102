import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { Finding } from "./finding.ts";

/** What is said of a rule that threw: nothing is known of what it looks for. */
export function ruleFailure(rule: string, checked: CheckedPlan, error: unknown): Finding {
  return {
    rule,
    severity: "warning",
    message: `The rule \`${rule}\` failed (${error instanceof Error ? error.message : String(error)}), so it says nothing about this plan. This is a defect of AI Plan, not of the plan: please report it.`,
    place: checked.place(checked.sectionPlace()),
    related: [],
    fixes: [],
    unnecessary: false,
    ruleFailed: true,
  };
}
