import { type PlanDate, type ReadProblem, readDate } from "@aiplan/core";
import { decodeText, type FileText } from "@aiplan/server/decode-text";
import { diskFiles, type Files } from "../check/files.ts";
import { pathOf } from "../file-uri.ts";
import type { FoundObject } from "./object-reader.ts";
import type { Repository } from "./repository.ts";
import { complaintOf, GitError } from "./run-git.ts";

/**
 * The files of a repository as they were at a commit. What belongs to another repository, such as a submodule, or to
 * none, is read from the disk as it is now.
 */
export class Commit implements Files {
  /** @param id its full hash */
  constructor(
    readonly repository: Repository,
    /** As it was named. */
    readonly ref: string,
    readonly id: string,
  ) {}

  /** @throws {GitError} where the repository lacks what the commit holds */
  async read(path: string, root: string): Promise<FileText> {
    const inCommit = this.repository.pathInCommits(path);
    if (inCommit === undefined) return diskFiles.read(path, root);
    const found = await this.find(inCommit);
    if (found.kind !== "file") return problemOf(found, this.ref);
    if (found.bytes) return decodeText(found.bytes);
    return { problem: "too-large", message: `This is too large at ${this.ref}; files of up to 5 MB are read.` };
  }

  /** @throws {GitError} as {@link read} */
  async probe(path: string, root: string): Promise<ReadProblem | undefined> {
    const inCommit = this.repository.pathInCommits(path);
    if (inCommit === undefined) return diskFiles.probe(path, root);
    const found = await this.find(inCommit);
    return found.kind === "file" ? undefined : problemOf(found, this.ref).problem;
  }

  /**
   * What is at a path as commits name it.
   *
   * @throws {GitError} as {@link read}
   */
  async find(path: string): Promise<FoundObject> {
    if (path === "") return { kind: "folder" };
    const found = await this.repository.objects.read(`${this.id}:${path}`);
    if (found.kind !== "missing") return found;
    const [entry] = await this.list(path);
    if (entry === undefined) return found;
    const byId = /[\n\0]/.test(path) ? await this.findById(entry) : found;
    if (byId.kind !== "missing") return byId;
    // Git has one word for a path that there is not and for an object that a partial clone has left out.
    throw new GitError(
      `The repository lacks what \`${path}\` was at ${this.ref}: it is a partial clone, or part of it is lost. Fetch it first, such as with git show ${this.ref}:${path}`,
    );
  }

  /** Git is asked for objects line by line: what has a line break in its name is asked for by its id. */
  private async findById(entry: string): Promise<FoundObject> {
    const [, mode, id = ""] = /^(\d+) \w+ ([0-9a-f]+)\t/.exec(entry) ?? [];
    // Nobody gives such a name to a link.
    return mode === "120000" ? { kind: "outside" } : this.repository.objects.read(id);
  }

  /** The paths of all files at or below a path, without submodules and symbolic links. */
  async filesBelow(path: string): Promise<string[]> {
    return (await this.list(path, "-r")).flatMap((entry) => /^100\d+ blob [0-9a-f]+\t(.+)$/s.exec(entry)?.[1] ?? []);
  }

  /** The paths of all plans at or below a path, without those of libraries. */
  async plansBelow(path: string): Promise<string[]> {
    const files = await this.filesBelow(path);
    return files.filter((file) => file === path || (/\.aiplan$/i.test(file) && !/(?:^|\/)node_modules\//.test(file)));
  }

  /** The day of the commit, where its committer was. */
  date(): Promise<PlanDate | undefined> {
    return this.dateOf(this.id);
  }

  /** The day of the last commit, up to this one, that changed one of the files at absolute paths. */
  async lastChange(paths: readonly string[]): Promise<PlanDate | undefined> {
    const inCommits = paths.flatMap((path) => this.repository.pathInCommits(path) ?? []);
    return inCommits.length === 0 ? undefined : this.dateOf(this.id, "--", ...inCommits);
  }

  /** The commits after another one, up to this one, that changed one of the files at URIs, from the last, with their days. */
  async changesSince(earlier: Commit, uris: ReadonlySet<string>): Promise<{ commit: Commit; day: PlanDate }[]> {
    const inCommits = [...uris].flatMap((uri) => this.repository.pathInCommits(pathOf(uri)) ?? []);
    if (inCommits.length === 0) return [];
    const { stdout } = await this.repository.git(
      ...["rev-list", "--format=%H %cs", this.id, `^${earlier.id}`, "--", ...inCommits],
    );
    return stdout.split("\n").flatMap((line) => {
      const [, id, day] = /^([0-9a-f]{40,64}) (\S+)$/.exec(line) ?? [];
      const { date } = readDate(day ?? "");
      return id && date ? [{ commit: this.repository.commitWithId(id, this.ref), day: date }] : [];
    });
  }

  private async dateOf(...commits: readonly string[]): Promise<PlanDate | undefined> {
    const { stdout } = await this.repository.git("rev-list", "-n", "1", "--format=%cs", ...commits);
    return readDate(stdout.trim().split("\n").at(-1) ?? "").date;
  }

  private async list(path: string, ...flags: readonly string[]): Promise<string[]> {
    const paths = path === "" ? [] : ["--", path];
    const { exitCode, stdout, stderr } = await this.repository.git(
      "ls-tree",
      "-z",
      "--full-tree",
      ...flags,
      this.id,
      ...paths,
    );
    if (exitCode !== 0) throw new GitError(`The files at ${this.ref} could not be listed: ${complaintOf(stderr)}.`);
    return stdout.split("\0").filter((entry) => entry !== "");
  }
}

function problemOf({ kind }: FoundObject, ref: string): { readonly problem: ReadProblem; readonly message: string } {
  switch (kind) {
    case "folder":
      return { problem: "not-a-file", message: `At ${ref}, this is a folder, not a file.` };
    case "outside":
      return { problem: "outside", message: `At ${ref}, this is a symbolic link that leads out of the repository.` };
    case "loop":
      return { problem: "unreadable", message: `At ${ref}, this is a symbolic link that leads back to itself.` };
    default:
      return { problem: "not-found", message: `There is no such file at ${ref}.` };
  }
}
