import type { Finding, Fix, Place, PlanFile, TextEdit } from "@aiplan/core";
import { excerptOf } from "./excerpt.ts";
import type { FileReport, Needs, ReportedFinding, ReportedFix, ReportedPlace } from "./file-report.ts";
import type { SourceText } from "./source-text.ts";

/** Gives the text of any file that a place or an edit names, its own path included. */
export type SourceOf = (uri: string) => Promise<SourceText>;

/** Turns findings, whose places are offsets, into a report that stands without the texts they are about. */
export async function reportOf(
  file: PlanFile,
  findings: readonly Finding[],
  sourceOf: SourceOf,
  needs: Needs,
): Promise<FileReport> {
  return {
    path: (await sourceOf(file.uri)).shown,
    kind: file.kind,
    stage: file.stage,
    findings: await Promise.all(findings.map((finding) => reportedFinding(finding, sourceOf, needs))),
  };
}

async function reportedFinding(finding: Finding, sourceOf: SourceOf, needs: Needs): Promise<ReportedFinding> {
  const { rule, severity, message, accepted, ruleFailed } = finding;
  const source = await sourceOf(finding.place.uri);
  const place = placeIn(source, finding.place);
  return {
    rule,
    severity,
    message,
    place,
    related: await Promise.all(
      finding.related.map(async (related) => ({
        place: placeIn(await sourceOf(related.place.uri), related.place),
        message: related.message,
      })),
    ),
    fixes: await Promise.all(finding.fixes.map((fix) => reportedFix(fix, sourceOf, needs))),
    ...(accepted ? { accepted } : {}),
    ...(ruleFailed ? { ruleFailed } : {}),
    ...(needs.excerpts ? { excerpt: excerptOf(source, place.range) } : {}),
  };
}

async function reportedFix(fix: Fix, sourceOf: SourceOf, needs: Needs): Promise<ReportedFix> {
  const edit = async (edit: TextEdit) => ({ ...placeIn(await sourceOf(edit.uri), edit), newText: edit.newText });
  return { title: fix.title, edits: needs.edits ? await Promise.all(fix.edits().map(edit)) : [] };
}

function placeIn(source: SourceText, span: Pick<Place, "start" | "end">): ReportedPlace {
  return { path: source.shown, range: source.rangeOf(span) };
}
