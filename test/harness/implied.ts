import { type Finding, rules } from "@aiplan/core";

/** Does a rule say that the findings of another come with its own? */
export function implies(id: string, other: string): boolean {
  const implied = rules.find((rule) => rule.id === id)?.implies ?? [];
  return implied === "*" || implied.includes(other);
}

/** Does the rule but sum up what others find? */
export function isSummary(id: string): boolean {
  return rules.find((rule) => rule.id === id)?.implies === "*";
}

/** The findings that say something themselves; others, such as `stage-not-earned`, sum them up and come with any of them. */
export function withoutSummaries(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ rule }) => !isSummary(rule));
}
