import { ruleById } from "../rules/every-rule.ts";
import { inOrderOfText } from "../rules/finding.ts";
import { ruleFailure } from "../rules/rule-failure.ts";
import { silence, switchedOff } from "../rules/silence.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { buildTime } from "./build-time.ts";
import type { Change, CompareOptions, JudgedBy, PlanDifference } from "./change.ts";
import { ChangeContext, type Judged } from "./change-context.ts";
import type { ChangeRule } from "./change-rule.ts";
import { Comparison } from "./comparison.ts";
import { isLivePlanRemoved } from "./removed-plan.ts";
import { changeRules } from "./rules/registry.ts";
import { SaidOf } from "./said-of.ts";
import { inWords } from "./words/in-words.ts";

/**
 * What has changed from one version of a plan to another, by what they say and not by how it is written, and how it is
 * judged. Versions may be broken, catalogs, or different files; never throws.
 */
export function comparePlans(before: CheckedPlan, after: CheckedPlan, options: CompareOptions = {}): PlanDifference {
  return judgeComparison(new Comparison(before, after), options);
}

/** What is to be said of two versions that were compared: of the same ones for several days, if need be. */
export function judgeComparison(comparison: Comparison, options: CompareOptions = {}): PlanDifference {
  const { checked: before } = comparison.versions.before;
  const { checked: after } = comparison.versions.after;
  const built = buildTime(before, after, options);
  const { only, rules: levels } = after.workspace.config;
  // Where the whole is gone, nothing is to be said of its parts.
  const isGone = isLivePlanRemoved(before.file, after.file);
  const rules = isGone ? changeRules.filter(({ id }) => id === "plan-removed") : changeRules;
  const isOn = ({ id }: ChangeRule) => (only ? only.has(id) : levels.get(id) !== "off");
  const judgedBy = (asked: readonly ChangeRule[]) =>
    asked.flatMap((rule) => judge(rule, new ChangeContext(rule, comparison, built, options)));
  const said = judgedBy(rules.filter(isOn)).map((one) => ({
    ...one,
    ...silence([one.finding], after, ruleById),
  }));
  const saidOf = new SaidOf(said);
  const off = only ? [] : judgedBy(rules.filter((rule) => !isOn(rule)));
  return {
    changes: comparison.differences.map((difference): Change => {
      const by = saidOf.first(difference);
      const judgement: JudgedBy | "harmless" = by
        ? { rule: by.finding.rule, ...(by.kept[0] ? { severity: by.kept[0].severity, finding: by.kept[0] } : {}) }
        : "harmless";
      return { ...inWords(difference, comparison.versions), judgement };
    }),
    findings: said.flatMap(({ kept }) => kept).sort(inOrderOfText),
    silenced: [
      ...said.flatMap(({ ignored }) => ignored),
      ...off.filter(({ finding }) => !finding.ruleFailed).map(({ finding }) => switchedOff(finding, after.workspace)),
    ],
    notCompared: comparison.notCompared,
  };
}

/** What a rule says; one that throws says so itself, and the others are still asked. */
function judge(rule: ChangeRule, context: ChangeContext): Judged[] {
  try {
    for (const [type, visit] of Object.entries(rule.judge))
      for (const pair of context.comparison.pairs.get(type) ?? [])
        (visit as (pair: unknown, context: ChangeContext) => void)(pair, context);
    return context.judged();
  } catch (error) {
    return [{ nodes: [], finding: ruleFailure(rule.id, context.after, error) }];
  }
}
