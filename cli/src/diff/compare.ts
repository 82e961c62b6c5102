import type { Change, ChangedValue, Finding, Place } from "@aiplan/core";
import { fromBase } from "../base-folder.ts";
import { dateInCommit, dateOfChange } from "../git/change-date.ts";
import { reportOf, type SourceOf } from "../report/report-of.ts";
import { judge } from "./judge.ts";
import { sentencesOf } from "./not-compared.ts";
import type { PlanDiff, ReportedChange, ReportedValue } from "./plan-diff.ts";
import type { Version } from "./side.ts";

/** Holds two versions of a plan against each other. */
export async function compare(before: Version, after: Version, cwd: string): Promise<PlanDiff> {
  const date = after.commit
    ? await dateInCommit(after.commit, after.checked.workspace)
    : await dateOfChange(after.checked.workspace, before.commit);
  const { findings, changes, notCompared } = await judge(before, after.checked, date);
  // A rule may speak of places in either version; those of one file are in the version after.
  const known = new Set([after.checked.file, ...after.checked.workspace.catalogs].map(({ uri }) => uri));
  const sourceOf: SourceOf = (uri) => (known.has(uri) ? after.sourceOf(uri) : before.sourceOf(uri));
  const report = await reportOf(
    after.checked.workspace,
    { findings, silenced: [] },
    { sourceOf, fromBase: fromBase(cwd), needs: {} },
  );
  return {
    path: report.path,
    kind: report.kind,
    before: (await before.sourceOf(before.checked.file.uri)).shown,
    after: report.path,
    ...(date.changedOn ? { changedOn: date.changedOn.text } : {}),
    findings: report.findings,
    changes: await Promise.all(changes.map((change) => reportedChange(change, findings, { before, after }))),
    notCompared: await sentencesOf(notCompared, { before: before.sourceOf, after: after.sourceOf }),
  };
}

/** A plan that only one of the versions has. */
export async function onlyOne(version: Version, which: "before" | "after"): Promise<PlanDiff> {
  const path = (await version.sourceOf(version.checked.file.uri)).shown;
  const names = which === "before" ? { before: path, after: null } : { before: null, after: path };
  return { path, kind: version.checked.file.kind, ...names, findings: [], changes: [], notCompared: [] };
}

async function reportedChange(
  change: Change,
  findings: readonly Finding[],
  { before, after }: { readonly before: Version; readonly after: Version },
): Promise<ReportedChange> {
  const { path, kind, words, judgement } = change;
  const finding = judgement === "harmless" || !judgement.finding ? -1 : findings.indexOf(judgement.finding);
  const silenced = judgement === "harmless" || judgement.finding ? undefined : judgement.rule;
  return {
    path,
    kind,
    ...(silenced === undefined
      ? { words }
      : { words: `${words} A comment silences \`${silenced}\`.`, isSilenced: true as const }),
    ...(change.before ? { before: await reportedValue(change.before, before.sourceOf) } : {}),
    ...(change.after ? { after: await reportedValue(change.after, after.sourceOf) } : {}),
    ...(finding >= 0 ? { finding } : {}),
  };
}

async function reportedValue({ text, place }: ChangedValue, sourceOf: SourceOf): Promise<ReportedValue> {
  return { text, place: await placeIn(place, sourceOf) };
}

async function placeIn(place: Place, sourceOf: SourceOf) {
  const source = await sourceOf(place.uri);
  return { path: source.shown, range: source.rangeOf(place) };
}
