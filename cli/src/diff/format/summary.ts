import { heaviestFirst } from "@aiplan/core";
import type { Summary } from "../../format/format.ts";
import { count, countsText } from "../../format/summary-text.ts";
import type { DiffResult, PlanDiff, ReportedChange } from "../plan-diff.ts";

/** What was compared and what came of it, as a sentence. */
export function summaryOf({ plans, compared, unreadable }: DiffResult): string {
  const failed = unreadable > 0 ? `; ${unreadable} could not be` : "";
  const parted = plans.filter(({ notCompared }) => notCompared.length > 0).length;
  const all = compared.plan + compared.catalog;
  if (all === 0) return `Nothing was compared${failed}.`;
  const kinds: [number, string, string][] = [
    [compared.plan, "plan", "plans"],
    [compared.catalog, "catalog", "catalogs"],
  ];
  const named = kinds.flatMap(([number, one, several]) => (number > 0 ? [count(number, one, several)] : []));
  const what = `${named.join(" and ")} compared${parted > 0 ? `, ${all === 1 ? "" : `${parted} `}not whole` : ""}`;
  if (plans.length === 0) return `${what}: no difference${failed}.`;
  const found = countsOf(plans);
  const isWeakened = Object.values(found).some((number) => number > 0);
  const numbers: [number, string, string][] = [
    [plans.reduce((sum, plan) => sum + others(plan).length, 0), ...otherWords(isWeakened)],
    [plans.filter(({ before }) => before === null).length, "new", "new"],
    [plans.filter(({ after }) => after === null).length, "deleted", "deleted"],
  ];
  const parts = numbers.flatMap(([number, one, several]) => (number > 0 ? [count(number, one, several)] : []));
  const silenced = plans.flatMap(({ changes }) => changes).filter(({ isSilenced }) => isSilenced).length;
  const nothing = parted > 0 ? "nothing weakened in the rest" : "nothing weakened";
  const unweakened = silenced > 0 ? `${nothing} but what is silenced (${silenced})` : nothing;
  return `${what}: ${[isWeakened ? countsText(found) : unweakened, ...parts].join(", ")}${failed}.`;
}

function otherWords(isWeakened: boolean): [string, string] {
  return isWeakened ? ["other change", "other changes"] : ["change", "changes"];
}

/** How much the rules found, by severity. */
export function countsOf(plans: readonly PlanDiff[]): Summary["findings"] {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of plans) for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** The findings with the changes they are about, the heaviest first. */
export function judged({ findings, changes }: PlanDiff) {
  return findings
    .map((finding, index) => ({ finding, about: changes.filter((change) => change.finding === index) }))
    .sort((a, b) => heaviestFirst(a.finding, b.finding));
}

/** The changes that no finding is about. */
export function others({ changes }: PlanDiff): ReportedChange[] {
  return changes.filter(({ finding }) => finding === undefined);
}
