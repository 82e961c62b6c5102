import { jsonText } from "../../format/json-text.ts";
import type { DiffResult, PlanDiff, ReportedValue } from "../plan-diff.ts";
import { countsOf } from "./summary.ts";

/** One JSON document; its shape is described in docs/guides/command-line.md and only ever grows. */
export function jsonDiff(result: DiffResult): string {
  const { plans, compared, unreadable } = result;
  const { error, warning, info, hint } = countsOf(plans);
  const all = compared.plan + compared.catalog;
  const summary = {
    compared: all,
    catalogs: compared.catalog,
    unreadable,
    errors: error,
    warnings: warning,
    infos: info,
    hints: hint,
  };
  const files = plans.map((plan) => `\n${jsonText(planToJson(plan))}`).join(",");
  return `{"files":[${files}\n],"summary":${jsonText(summary)}}\n`;
}

/** One plan of that document. */
export function planToJson({ path, before, after, changedOn, findings, changes, notCompared }: PlanDiff) {
  const elsewhere = (place: string, usual: string | null) => (place === usual ? {} : { path: place });
  const value = ({ text, place }: ReportedValue, usual: string | null) => ({
    text,
    ...elsewhere(place.path, usual),
    range: place.range,
  });
  return {
    path,
    before,
    after,
    changedOn: changedOn ?? null,
    findings: findings.map(({ rule, severity, message, place, related }) => ({
      rule,
      severity,
      message,
      ...elsewhere(place.path, after),
      range: place.range,
      related: related.map((one) => ({ path: one.place.path, range: one.place.range, message: one.message })),
    })),
    changes: changes.map((change) => ({
      path: change.path,
      kind: change.kind,
      words: change.words,
      ...(change.before ? { before: value(change.before, before) } : {}),
      ...(change.after ? { after: value(change.after, after) } : {}),
      finding: change.finding ?? null,
    })),
    notCompared,
  };
}
