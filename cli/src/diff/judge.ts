import {
  buildStart,
  type CheckedPlan,
  Comparison,
  compareDates,
  comparePlans,
  type Finding,
  judgeComparison,
  type PlanDifference,
} from "@aiplan/core";
import type { ChangeDate } from "../git/change-date.ts";
import type { Version } from "./side.ts";

/**
 * Holds two versions of a plan against each other. Where commits before and after the start of the build have changed it,
 * a change counts as made afterwards only if it is one to the plan as it stood when the build began.
 */
export async function judge(before: Version, after: CheckedPlan, date: ChangeDate): Promise<PlanDifference> {
  const comparison = new Comparison(before.checked, after);
  const all = judgeComparison(comparison, date);
  const atStart = await versionAtStart(before, after, date);
  if (!atStart) return all;
  const late = comparePlans(atStart.checked, after, date);
  const early = judgeComparison(comparison, { changedOn: atStart.day });
  const dated = new Map(
    all.findings.map((finding) => [finding, twinOf(finding, late) ? finding : twinOf(finding, early)]),
  );
  return {
    ...all,
    findings: [...dated.values()].flatMap((finding) => finding ?? []),
    changes: all.changes.map(({ judgement, ...change }) => {
      if (judgement === "harmless" || !judgement.finding) return { ...change, judgement };
      const finding = dated.get(judgement.finding);
      const { rule } = judgement;
      return { ...change, judgement: finding ? { rule, finding, severity: finding.severity } : "harmless" };
    }),
  };
}

/** What the last commit before the start of the build had made of a plan, if later ones have changed it again. */
async function versionAtStart(before: Version, after: CheckedPlan, { changedOn, from }: ChangeDate) {
  const start = buildStart(before.checked, after);
  if (!start || !changedOn || !from || !before.commit || compareDates(changedOn, start) < 0) return undefined;
  const paths = [before.checked, after].flatMap(({ workspace: { file, catalogs } }) => [file, ...catalogs]);
  const steps = await from.changesSince(before.commit, new Set(paths.map(({ uri }) => uri)));
  const last = steps.find(({ day }) => compareDates(day, start) < 0);
  const version = last && (await before.at?.(last.commit));
  return last && typeof version === "object" && "checked" in version
    ? { checked: version.checked, day: last.day }
    : undefined;
}

/** What a rule says, another time, of the same part of the version after. */
function twinOf({ rule, place }: Finding, { findings }: PlanDifference): Finding | undefined {
  return findings.find(
    (one) =>
      one.rule === rule &&
      one.place.uri === place.uri &&
      one.place.start === place.start &&
      one.place.end === place.end,
  );
}
