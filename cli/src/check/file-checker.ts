import { rules, runAllRules, runRules, type Workspace } from "@aiplan/core";
import type { FileText } from "@aiplan/server/read-file";
import { fromBase } from "../base-folder.ts";
import { pathOf } from "../file-uri.ts";
import { ChangedSince } from "../git/changed-since.ts";
import { GitError } from "../git/run-git.ts";
import type { FileReport, Needs } from "../report/file-report.ts";
import { reportOf } from "../report/report-of.ts";
import { SourceText } from "../report/source-text.ts";
import { shownPath } from "../shown-path.ts";
import type { FoundFile } from "./find-files.ts";
import { type ConfigFileProblem, type WorkspaceOptions, Workspaces } from "./workspace-of.ts";

/** What became of one file, as plain data. */
export type CheckedFile =
  | { readonly outcome: "report"; readonly report: FileReport }
  /** The `ignore` of the configuration leaves it alone. */
  | { readonly outcome: "ignored" }
  /** Only what has changed was asked for, and neither it nor what it depends on has. */
  | { readonly outcome: "unchanged" }
  /** Why it could not be read, as a sentence. */
  | { readonly outcome: "unreadable"; readonly message: string };

export interface CheckerOptions extends WorkspaceOptions {
  /** A commit: only plans that have changed since are checked. */
  readonly changedSince?: string;
}

/** Checks files one by one, each with its own surroundings; nothing is kept of a file that was checked. */
export class FileChecker {
  private readonly workspaces: Workspaces;
  private readonly fromBase: (shown: string) => string;
  private readonly changedSince: ChangedSince | undefined;

  constructor(
    private readonly options: CheckerOptions,
    private readonly needs: Needs,
  ) {
    this.workspaces = new Workspaces(options);
    this.fromBase = fromBase(options.cwd);
    this.changedSince = options.changedSince === undefined ? undefined : new ChangedSince(options.changedSince);
  }

  /** What cannot be used of the configuration that is for the file at this path. */
  async configProblems(path: string): Promise<readonly ConfigFileProblem[]> {
    return (await this.workspaces.surroundingsOf(path)).configProblems;
  }

  async check(file: FoundFile, read: () => Promise<FileText>): Promise<CheckedFile> {
    if (await this.workspaces.ignores(file.path)) return { outcome: "ignored" };
    const text = await read();
    if ("problem" in text) return { outcome: "unreadable", message: text.message };
    try {
      return await this.checkText(file, text.text);
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
    return { outcome: "report", report: await this.report(file, text, workspace, root) };
  }

  private async report({ shown }: FoundFile, text: string, workspace: Workspace, root: string): Promise<FileReport> {
    const sources = new Map([[workspace.file.uri, new SourceText(shown, text)]]);
    const sourceOf = async (uri: string) => {
      const known = sources.get(uri);
      if (known) return known;
      const other = await this.workspaces.read(uri, root);
      const source = new SourceText(shownPath(pathOf(uri), this.options.cwd), "text" in other ? other.text : "");
      sources.set(uri, source);
      return source;
    };
    const outcome = this.needs.silenced
      ? runAllRules(workspace, rules)
      : { findings: runRules(workspace, rules), silenced: [] };
    return reportOf(workspace, outcome, { sourceOf, fromBase: this.fromBase, needs: this.needs });
  }
}
