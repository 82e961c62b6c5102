import { principleById, ruleById } from "@aiplan/core";
import type { ReportedFinding } from "../report/file-report.ts";

/** Findings under a heading. */
export interface Group {
  readonly title: string;
  readonly findings: readonly ReportedFinding[];
}

/** What is wrong with how a plan is written says nothing of any principle, and comes first: what cannot be read is not judged. */
const WRITING = { order: 0, title: "The plan as it is written" };

function headingOf(id: string): { readonly order: number; readonly title: string } {
  const { category, principle, comparesVersions } = ruleById.get(id)!;
  if (category === "hygiene" && !comparesVersions) return WRITING;
  const { number, title } = principleById(principle);
  return { order: number, title };
}

/** Groups findings by the principle that they speak of, in the order of the catalogue; in a group they keep their order. */
export function byPrinciple(findings: readonly ReportedFinding[]): Group[] {
  const groups = new Map<string, { order: number; title: string; findings: ReportedFinding[] }>();
  for (const finding of findings) {
    const heading = headingOf(finding.rule);
    const group = groups.get(heading.title);
    if (group) group.findings.push(finding);
    else groups.set(heading.title, { ...heading, findings: [finding] });
  }
  return [...groups.values()].sort((a, b) => a.order - b.order);
}
