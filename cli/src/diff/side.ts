import { CheckedPlan } from "@aiplan/core";
import { readTextFile } from "@aiplan/server/read-file";
import { type ConfigFileProblem, type WorkspaceOptions, Workspaces } from "../check/workspace-of.ts";
import { pathOf } from "../file-uri.ts";
import type { Commit } from "../git/commit.ts";
import type { Commits } from "../git/commits.ts";
import type { SourceOf } from "../report/report-of.ts";
import { SourceText } from "../report/source-text.ts";
import { shownPath } from "../shown-path.ts";

/** One version of a plan. */
export interface Version {
  readonly checked: CheckedPlan;
  /** The commit it is from; undefined for a file as it is. */
  readonly commit?: Commit;
  readonly sourceOf: SourceOf;
  /** What cannot be used of its configuration; of that of a commit nothing is said, for nobody can put it right. */
  readonly configProblems: readonly ConfigFileProblem[];
  /** What it was at another commit. */
  readonly at?: (commit: Commit) => Promise<LoadedVersion>;
}

/** What came of reading a version: it, that there is no such file, or why it could not be read. */
export type LoadedVersion = Version | "missing" | { readonly message: string };

/** Reads versions of plans, with what they import and link to: from the disk, or from a commit in each repository. */
export class Side {
  private readonly onDisk: Workspaces;
  private readonly byCommit = new Map<Commit, Workspaces>();

  constructor(
    private readonly options: WorkspaceOptions,
    readonly commits?: Commits,
  ) {
    this.onDisk = new Workspaces(options);
  }

  /**
   * @param path absolute
   * @throws {GitError}
   */
  async load(path: string): Promise<LoadedVersion> {
    return this.loadFrom(await this.commits?.of(path), path);
  }

  private async loadFrom(commit: Commit | undefined, path: string): Promise<LoadedVersion> {
    const workspaces = this.workspacesOf(commit);
    const { root } = await workspaces.surroundingsOf(path);
    const text = commit ? await commit.read(path, root) : await readTextFile(path);
    if ("problem" in text) return text.problem === "not-found" ? "missing" : text;
    return this.version(path, text.text, workspaces, commit);
  }

  /**
   * A text as if it were the file at a path, which need not exist.
   *
   * @param path absolute
   */
  async ofText(path: string, text: string): Promise<Version> {
    return this.version(path, text, this.onDisk);
  }

  /**
   * What a plan is that is no longer at a path: a text that says nothing.
   *
   * @param path absolute
   * @throws {GitError}
   */
  async nothingAt(path: string): Promise<Version> {
    const commit = await this.commits?.of(path);
    return this.version(path, "", this.workspacesOf(commit), commit);
  }

  private async version(path: string, text: string, workspaces: Workspaces, commit?: Commit): Promise<Version> {
    const workspace = await workspaces.load(path, text);
    const files = [workspace.file, ...workspace.catalogs];
    const sources = new Map(files.map(({ uri, text }) => [uri, new SourceText(this.shown(pathOf(uri), commit), text)]));
    const sourceOf = async (uri: string) => sources.get(uri) ?? new SourceText(this.shown(pathOf(uri), commit), "");
    const configProblems = commit ? [] : (await workspaces.surroundingsOf(path)).configProblems;
    const at = (other: Commit) => this.loadFrom(other, path);
    return { checked: new CheckedPlan(workspace), sourceOf, configProblems, ...(commit ? { commit, at } : {}) };
  }

  /** Does the configuration leave a plan alone? */
  async ignores(path: string): Promise<boolean> {
    return this.workspacesOf(await this.commits?.of(path)).ignores(path);
  }

  /** How reports name a file: `main:plans/a.aiplan`, as git does, where it is from a commit. */
  private shown(path: string, commit: Commit | undefined): string {
    const inCommit = commit?.repository.pathInCommits(path);
    return inCommit === undefined ? shownPath(path, this.options.cwd) : `${commit?.ref}:${inCommit}`;
  }

  private workspacesOf(commit: Commit | undefined): Workspaces {
    if (!commit) return this.onDisk;
    const { top, isBare } = commit.repository;
    const options = isBare ? { root: top, ...this.options } : this.options;
    const known = this.byCommit.get(commit) ?? new Workspaces(options, commit);
    this.byCommit.set(commit, known);
    return known;
  }
}

export function isVersion(loaded: LoadedVersion): loaded is Version {
  return loaded !== "missing" && "checked" in loaded;
}
