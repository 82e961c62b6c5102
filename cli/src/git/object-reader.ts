import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { complaintOf, GitError, startGit, startProblem } from "./run-git.ts";

/** What is found under the name of an object. */
export type FoundObject =
  | {
      readonly kind: "file";
      readonly id: string;
      readonly size: number /** Left out where it is too large. */;
      readonly bytes?: Buffer;
    }
  | { readonly kind: "folder" }
  /** A symbolic link to a place out of the repository, or one that leads back to itself. */
  | { readonly kind: "outside" | "loop" }
  /** There is no such path, or the repository lacks the object. */
  | { readonly kind: "missing" };

/**
 * Reads objects of a repository through one process of git, started when first needed. It keeps no process of ours
 * alive, and ends with it.
 */
export class ObjectReader {
  private git: ChildProcessWithoutNullStreams | undefined;
  private output: OutputReader | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** @param largest in bytes; what is larger is read past */
  constructor(
    private readonly folder: string,
    private readonly largest: number,
  ) {}

  /**
   * Reads what is at a name such as `<commit>:<path>`; symbolic links are followed within the repository.
   *
   * @throws {GitError}
   */
  read(name: string): Promise<FoundObject> {
    const answer = this.last.then(() => this.ask(name));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private async ask(name: string): Promise<FoundObject> {
    // Names are told apart by lines.
    if (/[\n\0]/.test(name)) return { kind: "missing" };
    const git = this.start();
    for (const part of [git, git.stdin, git.stdout, git.stderr]) ref(part);
    try {
      git.stdin.write(`${name}\n`);
      return await this.answer();
    } finally {
      for (const part of [git, git.stdin, git.stdout, git.stderr]) unref(part);
    }
  }

  private start(): ChildProcessWithoutNullStreams {
    if (this.git) return this.git;
    this.git = startGit(this.folder, ["cat-file", "--batch", "--follow-symlinks"]);
    this.output = new OutputReader(this.git);
    return this.git;
  }

  private async answer(): Promise<FoundObject> {
    const output = this.output as OutputReader;
    const line = await output.line();
    const [, first = "", second = "", length] = /^(\S+)(?: (\S+))?(?: (\d+))?$/.exec(line) ?? [];
    if (length !== undefined) {
      const size = Number(length);
      const bytes = await output.bytes(size, second === "blob" && size <= this.largest);
      await output.bytes(1, false);
      if (second === "tree") return { kind: "folder" };
      return { kind: "file", id: first, size, ...(bytes ? { bytes } : {}) };
    }
    if (/^(?:symlink|dangling|loop|notdir)$/.test(first) && second !== "") {
      await output.bytes(Number(second) + 1, false);
      return { kind: first === "symlink" ? "outside" : first === "loop" ? "loop" : "missing" };
    }
    return { kind: "missing" };
  }
}

/** The output of a process, by lines and numbers of bytes. */
class OutputReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);
  private complaint = "";
  private problem: GitError | undefined;

  constructor(git: ChildProcessWithoutNullStreams) {
    this.chunks = git.stdout[Symbol.asyncIterator]();
    git.on("error", (error) => {
      this.problem = startProblem(error);
    });
    git.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.complaint = (this.complaint + text).slice(-2000);
    });
    // That it has ended shows in its output.
    git.stdin.on("error", () => {});
  }

  async line(): Promise<string> {
    let end = this.rest.indexOf(0x0a);
    while (end < 0) {
      this.rest = Buffer.concat([this.rest, await this.next()]);
      end = this.rest.indexOf(0x0a);
    }
    const line = this.rest.toString("utf8", 0, end);
    this.rest = this.rest.subarray(end + 1);
    return line;
  }

  /** @returns undefined where they are not to be kept */
  async bytes(count: number, keep: boolean): Promise<Buffer | undefined> {
    const kept: Buffer[] = [];
    for (let left = count; left > 0; ) {
      if (this.rest.length === 0) this.rest = await this.next();
      const part = this.rest.subarray(0, left);
      this.rest = this.rest.subarray(part.length);
      left -= part.length;
      if (keep) kept.push(part);
    }
    return keep ? Buffer.concat(kept, count) : undefined;
  }

  private async next(): Promise<Buffer> {
    const { done, value } = await this.chunks.next();
    if (!done) return value;
    throw this.problem ?? new GitError(`Git ended before it had read everything: ${complaintOf(this.complaint)}.`);
  }
}

/** Processes and their pipes can be told whether ours is to wait for them. */
function ref(part: object): void {
  (part as { ref?: () => void }).ref?.();
}

function unref(part: object): void {
  (part as { unref?: () => void }).unref?.();
}
