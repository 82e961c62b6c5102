import { fromBase } from "../base-folder.ts";
import type { ReportedFinding } from "../report/file-report.ts";
import { fingerprintOf } from "../report/fingerprint.ts";
import { visible } from "./display-width.ts";
import type { Format, FormatOptions } from "./format.ts";
import { jsonText } from "./json-text.ts";

/** `blocker` is left out: whether a finding blocks is said by the exit code. */
const SEVERITIES = { error: "critical", warning: "major", info: "minor", hint: "info" } as const;

/** A Code Quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function gitlabFormat({ cwd }: FormatOptions): Format {
  const pathInRepository = fromBase(cwd);
  const issue = (finding: ReportedFinding) => ({
    description: visible(finding.message),
    check_name: finding.rule,
    fingerprint: fingerprintOf(finding),
    severity: SEVERITIES[finding.severity],
    location: { path: pathInRepository(finding.place.path), lines: { begin: finding.place.range.start.line + 1 } },
  });
  let separator = "\n";
  return {
    needs: {},
    start: () => "[",
    file: ({ findings }) =>
      findings
        .map((finding) => {
          const text = separator + jsonText(issue(finding));
          separator = ",\n";
          return text;
        })
        .join(""),
    end: () => "\n]\n",
  };
}
