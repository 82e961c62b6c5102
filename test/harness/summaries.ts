import { type Finding, rules } from "@aiplan/core";

const SUMMARIES = new Set(rules.filter(({ implies }) => implies === "*").map(({ id }) => id));

/** The findings that say something themselves; others, such as `stage-not-earned`, sum them up and come with any of them. */
export function withoutSummaries(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ rule }) => !SUMMARIES.has(rule));
}
