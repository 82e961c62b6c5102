import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { LARGEST_FILE } from "@aiplan/server/host";
import { upwards } from "../check/places.ts";
import { Commit } from "./commit.ts";
import { ObjectReader } from "./object-reader.ts";
import { isFolder, realPath } from "./real-path.ts";
import { complaintOf, GitError, runGit } from "./run-git.ts";

/** A git repository on disk: its commits are read, nothing is ever written. */
export class Repository {
  /** What its commits hold. */
  readonly objects: ObjectReader;
  private readonly tops = new Map<string, string | undefined>();
  private readonly commits = new Map<string, Commit>();
  private headId: Promise<string | undefined> | undefined;

  private constructor(
    /** The real path of the top folder of its working tree; of a bare repository, its own. */
    readonly top: string,
    readonly isBare: boolean,
    private readonly isShallow: boolean,
  ) {
    this.objects = new ObjectReader(top, LARGEST_FILE);
  }

  /**
   * Opens the repository that a file or folder is in, which may be gone.
   *
   * @param path absolute
   * @throws {GitError}
   */
  static async open(path: string): Promise<Repository> {
    const folder = Repository.folderOf(path);
    const { exitCode, stdout, stderr } = await runGit(folder, [
      "rev-parse",
      "--is-bare-repository",
      "--is-shallow-repository",
      "--show-cdup",
    ]);
    if (exitCode !== 0) throw new GitError(openProblem(folder, stderr));
    const [isBare, isShallow, up = ""] = stdout.split("\n");
    return new Repository(realPath(resolve(folder, up)), isBare === "true", isShallow === "true");
  }

  /** A folder from which the repository is found that a file or folder is in: the same for all of one repository. */
  static folderOf(path: string): string {
    return topOf(path) ?? nearestFolder(realPath(path));
  }

  /**
   * The commit that a REF names: a branch, a tag, an id, or what else git understands.
   *
   * @throws {GitError} where there is none
   */
  async commit(ref: string): Promise<Commit> {
    if (ref.startsWith("-") || ref.trim() === "" || /[\u0000-\u001f\u007f]/.test(ref))
      throw new GitError(`\`${ref}\` cannot be a REF: name a branch, a tag or a commit, such as main or v1.2.`);
    const id = await this.idOf(ref);
    if (id === undefined) throw new GitError(await this.refProblem(ref));
    return this.commitWithId(id, ref);
  }

  /**
   * @param id its full hash
   * @param ref what reports call it
   */
  commitWithId(id: string, ref: string): Commit {
    const known = this.commits.get(`${ref} ${id}`) ?? new Commit(this, ref, id);
    this.commits.set(`${ref} ${id}`, known);
    return known;
  }

  /** The commit that is checked out; undefined where there is none yet. */
  async head(): Promise<Commit | undefined> {
    this.headId ??= this.idOf("HEAD");
    const id = await this.headId;
    return id === undefined ? undefined : this.commitWithId(id, "HEAD");
  }

  /** The last commit that a commit and the one that is checked out have in common; without such a one, the commit itself. */
  async partingFrom(commit: Commit): Promise<Commit> {
    const { exitCode, stdout } = await this.git("merge-base", commit.id, "HEAD");
    const id = stdout.trim();
    return exitCode === 0 && id !== commit.id ? this.commitWithId(id, commit.ref) : commit;
  }

  /** Runs git at the top of this repository. */
  git(...args: readonly string[]) {
    return runGit(this.top, args);
  }

  /**
   * The path of a file as commits name it; undefined where it belongs to another repository, such as a submodule, or to
   * none.
   *
   * @param path absolute
   */
  pathInCommits(path: string): string | undefined {
    const real = realPath(path);
    const below = relative(this.top, real);
    if (isAbsolute(below) || below === ".." || below.startsWith(`..${sep}`)) return undefined;
    if (!this.isBare && below !== "" && this.topAbove(dirname(real)) !== this.top) return undefined;
    return below.replaceAll(sep, "/");
  }

  /** The absolute path of a file that commits name so. */
  pathOnDisk(path: string): string {
    return join(this.top, path);
  }

  private topAbove(folder: string): string | undefined {
    if (!this.tops.has(folder)) this.tops.set(folder, topOf(folder));
    return this.tops.get(folder);
  }

  private async idOf(ref: string): Promise<string | undefined> {
    const { exitCode, stdout } = await this.git(
      "rev-parse",
      "--verify",
      "--quiet",
      "--end-of-options",
      `${ref}^{commit}`,
    );
    const id = stdout.trim();
    return exitCode === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
  }

  private async refProblem(ref: string): Promise<string> {
    const { stdout } = await this.git("rev-list", "-n", "1", "--all");
    if (stdout.trim() === "") return "This repository has no commits yet, so there is nothing to compare with.";
    if ((await this.idOf(`origin/${ref}`)) !== undefined)
      return `There is no commit \`${ref}\` in this repository. Did you mean \`origin/${ref}\`?`;
    const fetch = this.isShallow
      ? " This is a shallow clone, which leaves most commits out: fetch it first, such as with `fetch-depth: 0` in actions/checkout."
      : "";
    return `There is no commit \`${ref}\` in this repository.${fetch}`;
  }
}

/** The nearest folder upwards that is the top of a working tree. */
function topOf(path: string): string | undefined {
  return [...upwards(realPath(path))].find((folder) => existsSync(join(folder, ".git")));
}

function nearestFolder(path: string): string {
  return [...upwards(path)].find(isFolder) ?? dirname(process.execPath);
}

function openProblem(folder: string, stderr: string): string {
  if (stderr.includes("dubious ownership"))
    return `Git does not trust this repository, for it belongs to another user. If you do: git config --global --add safe.directory ${folder}`;
  if (/not a git repository/i.test(stderr)) return "This is in no git repository, so there is no REF to compare with.";
  return `Git could not read this repository: ${complaintOf(stderr)}.`;
}
