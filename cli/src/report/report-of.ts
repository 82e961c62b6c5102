import type { Finding, Fix, Outcome, Place, SilencedFinding, TextEdit, Workspace } from "@aiplan/core";
import { excerptOf } from "./excerpt.ts";
import type {
  FileReport,
  Identity,
  Needs,
  ReportedFinding,
  ReportedFix,
  ReportedPlace,
  ReportedSilenced,
} from "./file-report.ts";
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
  { findings, silenced }: Outcome,
  options: ReportOptions,
): Promise<FileReport> {
  const { file } = workspace;
  const { shown } = await options.sourceOf(file.uri);
  const name = file.root.get("name")?.value;
  const reporter = new Reporter(new Identities(workspace, shown, options.fromBase), options);
  const reported: ReportedFinding[] = [];
  // One after the other: equal findings are told apart by their order, whether or not those are asked for that are silenced.
  for (const finding of findings) reported.push(await reporter.finding(finding));
  const unseen: ReportedSilenced[] = [];
  for (const one of options.needs.silenced ? silenced : []) unseen.push(await reporter.silenced(one));
  return {
    path: shown,
    kind: file.kind,
    ...(name === undefined ? {} : { name }),
    stage: file.stage,
    findings: reported,
    ...(options.needs.silenced ? { silenced: unseen } : {}),
  };
}

class Reporter {
  constructor(
    private readonly identities: Identities,
    private readonly options: ReportOptions,
  ) {}

  async silenced({ finding, by }: SilencedFinding): Promise<ReportedSilenced> {
    const { kind } = by;
    if (kind === "configuration") {
      const config = by.uri === undefined ? {} : { path: (await this.options.sourceOf(by.uri)).shown };
      return { ...(await this.finding(finding)), by: { kind, ...config } };
    }
    return { ...(await this.finding(finding)), by: { kind, reason: by.reason, place: await this.place(by.place) } };
  }

  async finding(finding: Finding): Promise<ReportedFinding> {
    const source = await this.options.sourceOf(finding.place.uri);
    const { rule, severity, message, accepted, ruleFailed } = finding;
    const place = placeIn(source, finding.place);
    const identity: Identity = this.identities.of(finding, source);
    const related = finding.related.map(async ({ place, message }) => ({ place: await this.place(place), message }));
    return {
      rule,
      severity,
      message,
      place,
      identity,
      related: await Promise.all(related),
      fixes: await Promise.all(finding.fixes.map((fix) => this.fix(fix))),
      ...(accepted ? { accepted: { ...accepted, place: await this.place(accepted.place) } } : {}),
      ...(ruleFailed ? { ruleFailed } : {}),
      ...(this.options.needs.excerpts ? { excerpt: excerptOf(source, place.range) } : {}),
    };
  }

  private async fix(fix: Fix): Promise<ReportedFix> {
    const edit = async (edit: TextEdit) => ({ ...(await this.place(edit)), newText: edit.newText });
    return { title: fix.title, edits: this.options.needs.edits ? await Promise.all(fix.edits().map(edit)) : [] };
  }

  private async place(place: Place): Promise<ReportedPlace> {
    return placeIn(await this.options.sourceOf(place.uri), place);
  }
}

function placeIn(source: SourceText, span: Pick<Place, "start" | "end">): ReportedPlace {
  return { path: source.shown, range: source.rangeOf(span) };
}
