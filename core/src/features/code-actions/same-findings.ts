import type { Finding } from "../../rules/finding.ts";
import { rules } from "../../rules/registry.ts";
import { runRules } from "../../rules/run.ts";
import type { PlanFile } from "../../syntax/plan-file.ts";
import { supposing } from "../../workspace/supposing.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** Would a plan have the same errors and warnings, and each catalog that changes too, if some of its files were others? */
export function sameFindings(
  workspace: Workspace,
  findings: readonly Finding[],
  changed: readonly PlanFile[],
): boolean {
  return changed.every((file) => {
    const isPlan = file.uri === workspace.file.uri;
    const known = workspace.catalogs.find(({ uri }) => uri === file.uri);
    const before = isPlan ? findings : known ? runRules(supposing(workspace, known, []), rules) : [];
    return heavy(before) === heavy(runRules(supposing(workspace, file, changed), rules));
  });
}

/** Hints are about what is yet to come, and what nothing uses: a refactor may change both. */
function heavy(findings: readonly Finding[]): string {
  const weights = findings.flatMap(({ rule, severity }) =>
    severity === "error" || severity === "warning" ? [`${severity} ${rule}`] : [],
  );
  return weights.sort().join("\n");
}
