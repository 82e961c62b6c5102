import { everyRule, type Principle, principleById } from "@aiplan/core";
import type { ReportedFinding } from "../report/file-report.ts";

const principleOf = new Map(everyRule.map(({ id, principle }) => [id, principleById(principle)]));

/** Groups findings by the principle that they speak of, in the order of the catalogue; in a group they keep their order. */
export function byPrinciple(findings: readonly ReportedFinding[]): [Principle, ReportedFinding[]][] {
  const groups = new Map<Principle, ReportedFinding[]>();
  for (const finding of findings) {
    const principle = principleOf.get(finding.rule)!;
    const group = groups.get(principle);
    if (group) group.push(finding);
    else groups.set(principle, [finding]);
  }
  return [...groups].sort(([a], [b]) => a.number - b.number);
}
