import type { Finding } from "../rules/finding.ts";
import type { RuleFacts } from "../rules/rule.ts";
import { heaviestFirst } from "../rules/severity.ts";
import { headlineOf } from "../rules/words.ts";
import type { NextStep } from "./readiness.ts";

/** More than these are a list that nobody reads. */
const MOST_STEPS = 5;

/** The changes that bring a plan forward most, the best first. */
export function nextSteps(
  findings: readonly Finding[],
  blockers: ReadonlySet<Finding>,
  known: ReadonlyMap<string, RuleFacts>,
): NextStep[] {
  const alike = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.severity === "hint" || finding.accepted || known.get(finding.rule)?.implies === "*") continue;
    alike.set(finding.rule, [...(alike.get(finding.rule) ?? []), finding]);
  }
  return [...alike.values()]
    .flatMap((same) => {
      const [finding, ...others] = same.sort(heaviestFirst);
      if (!finding) return [];
      const fix = finding.fixes.find(({ preferred }) => preferred);
      const title = others.length === 0 && fix ? fix.title : headlineOf(finding.message);
      return [{ title, gain: 1, blocks: blockers.has(finding), finding, others: others.length }];
    })
    .sort((a, b) => heaviestFirst(a.finding, b.finding))
    .slice(0, MOST_STEPS);
}
