import { type Principle, principleById, rules } from "@aiplan/core";
import type { ReportedFinding } from "../report/file-report.ts";

/** Findings that speak of the same principle. */
export interface PrincipleGroup {
  /** None for what no rule of the catalogue says. */
  readonly principle?: Principle;
  readonly findings: readonly ReportedFinding[];
}

const principleOf = new Map(rules.map(({ id, principle }) => [id, principleById(principle)]));

/** Groups findings in the order of the catalogue of principles; in a group they keep their order. */
export function byPrinciple(findings: readonly ReportedFinding[]): PrincipleGroup[] {
  const groups = new Map<Principle | undefined, ReportedFinding[]>();
  for (const finding of findings) {
    const principle = principleOf.get(finding.rule);
    groups.set(principle, [...(groups.get(principle) ?? []), finding]);
  }
  const last = principleOf.size;
  return [...groups]
    .map(([principle, findings]) => ({ ...(principle ? { principle } : {}), findings }))
    .sort((a, b) => (a.principle?.number ?? last) - (b.principle?.number ?? last));
}
