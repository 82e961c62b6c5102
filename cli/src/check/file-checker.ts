import { inOrderOfText, type language, rules, runAllRules, runRules } from "@aiplan/core";
import { type FileText, readTextFileSync } from "@aiplan/server/read-file";
import { fromBase } from "../base-folder.ts";
import { ChangedSince } from "../git/changed-since.ts";
import { GitError } from "../git/run-git.ts";
import type { FileReport, Needs } from "../report/file-report.ts";
import { reportOf } from "../report/report-of.ts";
import { Against } from "./against.ts";
import type { Files } from "./files.ts";
import type { FoundFile } from "./find-files.ts";
import { sourcesOf } from "./sources.ts";
import { type ConfigFileProblem, type WorkspaceOptions, Workspaces } from "./workspace-of.ts";

/** What became of one file, as plain data. */
export type CheckedFile =
  | {
      readonly outcome: "report";
      readonly report: FileReport;
      /** What could not be compared with an earlier version, and why: sentences. */
      readonly notCompared: readonly string[];
    }
  /** The `ignore` of the configuration leaves it alone. */
  | { readonly outcome: "ignored" }
  /** Only what has changed was asked for, and neither it nor what it depends on has. */
  | { readonly outcome: "unchanged" }
  /** It is there no more, and nothing is to be said of that. */
  | { readonly outcome: "removed" }
  /** Why it could not be read, as a sentence. */
  | { readonly outcome: "unreadable"; readonly message: string };

/** What came of one file, and what cannot be used of the configuration that is for it. */
export interface FileResult {
  readonly file: FoundFile;
  readonly configProblems: readonly ConfigFileProblem[];
  readonly checked: CheckedFile;
}

/** Plain data: it can be sent to a worker. */
export interface CheckerSetup {
  readonly options: CheckerOptions;
  readonly needs: Needs;
}

export interface CheckerOptions extends WorkspaceOptions {
  /** A commit: only plans that have changed since are checked. */
  readonly changedSince?: string;
  /** A commit: what has changed since is judged, too. */
  readonly against?: string;
}

/** Checks files one by one, each with its own surroundings; nothing is kept of a file that was checked. */
export class FileChecker {
  private readonly workspaces: Workspaces;
  private readonly fromBase: (shown: string) => string;
  private readonly changedSince: ChangedSince | undefined;
  private readonly against: Against | undefined;

  constructor(
    private readonly options: CheckerOptions,
    private readonly needs: Needs,
    files?: Files,
  ) {
    this.workspaces = new Workspaces(options, files);
    this.fromBase = fromBase(options.cwd);
    this.changedSince = options.changedSince === undefined ? undefined : new ChangedSince(options.changedSince);
    this.against = options.against === undefined ? undefined : new Against(options.against, options);
  }

  async resultOf(
    file: FoundFile,
    read: () => FileText | Promise<FileText> = () => readTextFileSync(file.path),
  ): Promise<FileResult> {
    const { configProblems } = await this.workspaces.surroundingsOf(file.path);
    return { file, configProblems, checked: await this.check(file, read) };
  }

  private async check(file: FoundFile, read: () => FileText | Promise<FileText>): Promise<CheckedFile> {
    if (await this.workspaces.ignores(file.path)) return { outcome: file.removed ? "removed" : "ignored" };
    const text = file.removed ? { text: "" } : await read();
    if ("problem" in text) return { outcome: "unreadable", message: text.message };
    try {
      return await (file.removed ? this.checkRemoved(file, file.removed) : this.checkText(file, text.text));
    } catch (error) {
      if (error instanceof GitError) return { outcome: "unreadable", message: error.message };
      throw error;
    }
  }

  private async checkText(file: FoundFile, text: string): Promise<CheckedFile> {
    const workspace = await this.workspaces.load(file.path, text);
    const { root } = await this.workspaces.surroundingsOf(file.path);
    const isUnchanged = this.changedSince && !(await this.changedSince.touches(file.path, workspace, root));
    if (isUnchanged) return { outcome: "unchanged" };
    const sourceOf = sourcesOf(file, workspace.file, this.workspaces, root, this.options.cwd);
    const compared = await this.against?.compare(file.path, workspace, sourceOf);
    const outcome = this.needs.silenced
      ? runAllRules(workspace, rules)
      : { findings: runRules(workspace, rules), silenced: [] };
    const findings = compared ? [...outcome.findings, ...compared.findings].sort(inOrderOfText) : outcome.findings;
    const options = { sourceOf, fromBase: this.fromBase, needs: this.needs };
    const silenced = [...outcome.silenced, ...(compared?.silenced ?? [])];
    const report = await reportOf(workspace, { findings, silenced }, options);
    return { outcome: "report", report, notCompared: compared?.notCompared ?? [] };
  }

  /** What there is to say of a plan that is gone. */
  private async checkRemoved(file: FoundFile, stage: language.Stage): Promise<CheckedFile> {
    const workspace = await this.workspaces.load(file.path, "");
    const { root } = await this.workspaces.surroundingsOf(file.path);
    const sourceOf = sourcesOf(file, workspace.file, this.workspaces, root, this.options.cwd);
    const compared = await this.against?.compare(file.path, workspace, sourceOf);
    const silenced = this.needs.silenced ? (compared?.silenced ?? []) : [];
    if (!compared || compared.findings.length + silenced.length === 0) return { outcome: "removed" };
    // It has no lines that could be shown.
    const needs = { ...this.needs, excerpts: false };
    const report = await reportOf(workspace, compared, { sourceOf, fromBase: this.fromBase, needs });
    return { outcome: "report", report: { ...report, stage }, notCompared: [] };
  }
}
