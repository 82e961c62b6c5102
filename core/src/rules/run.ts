import { CheckedPlan } from "../workspace/checked-plan.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { applies } from "./applies.ts";
import type { Finding } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { RuleContext } from "./rule-context.ts";
import { silence } from "./silence.ts";

/**
 * Runs rules over a plan and its catalogs as they stand in a workspace. Findings come in the order of the text.
 *
 * @param known every rule that a plan may name in a waiver or a comment, where only some of them are run
 */
export function runRules(workspace: Workspace, rules: readonly Rule[], known: readonly Rule[] = rules): Finding[] {
  const checked = new CheckedPlan(workspace);
  const byId = new Map(known.map((rule) => [rule.id, rule]));
  const findings: Finding[] = [];
  const last: Rule[] = [];
  for (const rule of rules) {
    if (!applies(rule, workspace)) continue;
    if (rule.check.Findings) last.push(rule);
    for (const finding of runRule(rule, checked, byId)) findings.push(finding);
  }
  for (const rule of last) {
    const context = new RuleContext(rule, checked, byId);
    guarded(rule, context, () => rule.check.Findings?.(findings, context));
    for (const finding of context.findings) findings.push(finding);
  }
  return silence(findings, checked, byId).sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end);
}

function runRule(rule: Rule, checked: CheckedPlan, known: ReadonlyMap<string, Rule>): Finding[] {
  const context = new RuleContext(rule, checked, known);
  guarded(rule, context, () => {
    rule.check.File?.(checked.file, context);
    for (const [type, visit] of Object.entries(rule.check)) {
      if (type === "File" || type === "Findings") continue;
      for (const object of checked.file.objects.get(type) ?? [])
        (visit as (object: unknown, context: RuleContext) => void)(object, context);
    }
  });
  return context.findings;
}

/** A rule that throws becomes one finding about itself, and the others still run. */
function guarded(rule: Rule, context: RuleContext, run: () => void): void {
  try {
    run();
  } catch (error) {
    context.findings.length = 0;
    context.findings.push({
      rule: rule.id,
      severity: "warning",
      message: `The rule \`${rule.id}\` failed (${error instanceof Error ? error.message : String(error)}), so it says nothing about this plan. This is a defect of AI Plan, not of the plan: please report it.`,
      place: context.checked.place(context.checked.sectionPlace()),
      related: [],
      fixes: [],
      unnecessary: false,
      ruleFailed: true,
    });
  }
}
