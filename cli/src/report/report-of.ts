import type { Finding, Fix, Place, TextEdit, Workspace } from "@aiplan/core";
import { excerptOf } from "./excerpt.ts";
import type { FileReport, Identity, Needs, ReportedFinding, ReportedFix, ReportedPlace } from "./file-report.ts";
import { Identities } from "./fingerprint.ts";
import type { SourceText } from "./source-text.ts";

/** Gives the text of any file that a place or an edit names, its own path included. */
export type SourceOf = (uri: string) => Promise<SourceText>;

export interface ReportOptions {
  readonly sourceOf: SourceOf;
  /** Turns paths as reports show them into paths from the base folder. */
  readonly fromBase: (shown: string) => string;
  readonly needs: Needs;
}

/** Turns findings, whose places are offsets, into a report that stands without the texts they are about. */
export async function reportOf(
  workspace: Workspace,
  findings: readonly Finding[],
  { sourceOf, fromBase, needs }: ReportOptions,
): Promise<FileReport> {
  const { file } = workspace;
  const { shown } = await sourceOf(file.uri);
  const identities = new Identities(workspace, shown, fromBase);
  const reported: ReportedFinding[] = [];
  // One after the other: equal findings are told apart by their order.
  for (const finding of findings) {
    const identity = identities.of(finding, await sourceOf(finding.place.uri));
    reported.push(await reportedFinding(finding, identity, sourceOf, needs));
  }
  return { path: shown, kind: file.kind, stage: file.stage, findings: reported };
}

async function reportedFinding(
  finding: Finding,
  identity: Identity,
  sourceOf: SourceOf,
  needs: Needs,
): Promise<ReportedFinding> {
  const { rule, severity, message, accepted, ruleFailed } = finding;
  const source = await sourceOf(finding.place.uri);
  const place = placeIn(source, finding.place);
  return {
    rule,
    severity,
    message,
    place,
    identity,
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
