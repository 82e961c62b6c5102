import type { ReportedFinding } from "../report/file-report.ts";

/** What an author is to fill in stands dozens of times in a new plan, and says by itself what it asks for. */
const LISTED = "placeholder-left";

/** A finding, and those of the same kind that are but listed below it. */
export interface Shown {
  readonly finding: ReportedFinding;
  readonly others: readonly ReportedFinding[];
}

/** Of many placeholders the first is shown whole and the others in a line each. */
export function shortly(findings: readonly ReportedFinding[]): Shown[] {
  const firsts = new Map<string, ReportedFinding[]>();
  return findings.flatMap((finding) => {
    const others: ReportedFinding[] = [];
    if (finding.rule !== LISTED) return [{ finding, others }];
    const known = firsts.get(finding.severity);
    known?.push(finding);
    if (known) return [];
    firsts.set(finding.severity, others);
    return [{ finding, others }];
  });
}

/** The text that a finding is about, as far as it stands on one line and was kept. */
export function textAt({ place: { range }, excerpt }: ReportedFinding): string {
  if (!excerpt) return "";
  const { start, end } = range;
  const line = excerpt.lines[start.line - excerpt.firstLine] ?? "";
  return line.slice(start.character - excerpt.cut, end.line > start.line ? undefined : end.character - excerpt.cut);
}
