import { CheckedPlan, type Readiness, readinessOf, rules, runRules, type Workspace } from "@aiplan/core";
import { filesNamedIn, type PlanReport, planReport } from "@aiplan/report/data";
import { type FileText, readTextFile } from "@aiplan/server/read-file";
import { today } from "@aiplan/server/today";
import type { FoundFile } from "../check/find-files.ts";
import { sourcesOf } from "../check/sources.ts";
import { type ConfigFileProblem, type WorkspaceOptions, Workspaces } from "../check/workspace-of.ts";
import { pathOf } from "../file-uri.ts";
import { shownPath } from "../shown-path.ts";

/** What came of one file, and what cannot be used of the configuration that is for it. */
export interface ReportResult {
  readonly file: FoundFile;
  readonly configProblems: readonly ConfigFileProblem[];
  readonly reported: ReportedPlan;
}

export type ReportedPlan =
  | { readonly outcome: "report"; readonly report: PlanReport }
  /** It lends definitions to plans and claims no stage. */
  | { readonly outcome: "catalog" }
  /** The `ignore` of the configuration leaves it alone. */
  | { readonly outcome: "ignored" }
  /** Why it could not be read, as a sentence. */
  | { readonly outcome: "unreadable"; readonly message: string };

/** Makes the reports of plans one by one; nothing is kept of a plan whose report is made. */
export class PlanReporter {
  private readonly workspaces: Workspaces;

  constructor(private readonly options: WorkspaceOptions) {
    // As in an editor: whoever reads a report wants to know which risks nobody accepts any more.
    this.workspaces = new Workspaces({ today: today(), ...options });
  }

  async resultOf(file: FoundFile, read = () => readTextFile(file.path)): Promise<ReportResult> {
    const { configProblems } = await this.workspaces.surroundingsOf(file.path);
    return { file, configProblems, reported: await this.report(file, read) };
  }

  private async report(file: FoundFile, read: () => Promise<FileText>): Promise<ReportedPlan> {
    if (await this.workspaces.ignores(file.path)) return { outcome: "ignored" };
    const text = await read();
    if ("problem" in text) return { outcome: "unreadable", message: text.message };
    const workspace = await this.workspaces.load(file.path, text.text);
    if (workspace.file.kind === "catalog") return { outcome: "catalog" };
    const readiness = readinessOf(workspace);
    // One that nothing can be said of has but one finding, which says why.
    if (!readiness) return { outcome: "unreadable", message: runRules(workspace, rules)[0]?.message ?? UNREADABLE };
    return { outcome: "report", report: await this.reportOf(file, workspace, readiness) };
  }

  private async reportOf(file: FoundFile, workspace: Workspace, readiness: Readiness): Promise<PlanReport> {
    const { cwd } = this.options;
    const { root } = await this.workspaces.surroundingsOf(file.path);
    const sourceOf = sourcesOf(file, workspace.file, this.workspaces, root, cwd);
    const uris = [workspace.file, ...workspace.catalogs].map(({ uri }) => uri);
    const sources = new Map(
      await Promise.all([...uris, ...filesNamedIn(readiness)].map(async (uri) => [uri, await sourceOf(uri)] as const)),
    );
    const shown = (uri: string) => shownPath(pathOf(uri), cwd);
    return planReport(new CheckedPlan(workspace), readiness, {
      placeOf: (place) => {
        const source = sources.get(place.uri);
        return source
          ? { path: source.shown, range: source.rangeOf(place) }
          : { path: shown(place.uri), range: NOWHERE };
      },
      pathOf: shown,
    });
  }
}

const UNREADABLE = "Nothing can be said of this file.";
const START = { line: 0, character: 0 };
const NOWHERE = { start: START, end: START };
