import { constants, type Stats } from "node:fs";
import { open, realpath, stat } from "node:fs/promises";
import { sep } from "node:path";
import type { ReadOutcome, ReadProblem } from "@aiplan/core";
import { URI } from "vscode-uri";

/** Larger files are no catalogs or configurations; in bytes. */
const LARGEST = 5_000_000;

/** Opening a named pipe that nobody writes to would wait for ever. Not known on Windows. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

interface Remembered {
  readonly modified: number;
  readonly size: number;
  readonly outcome: ReadOutcome;
}

/** Files on disk, read only below the folder they belong to, and not again while they stay the same. */
export class WorkspaceFiles {
  private readonly remembered = new Map<string, Remembered>();
  private readonly utf8 = new TextDecoder("utf-8", { fatal: true });

  /**
   * @param uri of a file; anything but `file:` is unreachable
   * @param root the URI of the folder below which the file must lie once symbolic links are followed
   */
  async read(uri: string, root: string): Promise<ReadOutcome> {
    const [file, folder] = [URI.parse(uri), URI.parse(root)];
    if (file.scheme !== "file" || folder.scheme !== "file") return { problem: "unreachable" };
    try {
      const [path, base] = await Promise.all([realpath(file.fsPath), realpath(folder.fsPath)]);
      if (!path.startsWith(base.endsWith(sep) ? base : base + sep)) return { problem: "outside" };
      const status = await stat(path);
      const known = this.remembered.get(uri);
      if (known?.modified === status.mtimeMs && known.size === status.size) return known.outcome;
      const outcome = await this.readFile(path, status);
      this.remembered.set(uri, { modified: status.mtimeMs, size: status.size, outcome });
      return outcome;
    } catch (error) {
      this.remembered.delete(uri);
      return { problem: problemOf(error) };
    }
  }

  async exists(uri: string): Promise<boolean> {
    const { scheme, fsPath } = URI.parse(uri);
    if (scheme !== "file") return false;
    return stat(fsPath).then(
      () => true,
      () => false,
    );
  }

  keepOnly(uris: ReadonlySet<string>): void {
    for (const uri of this.remembered.keys()) if (!uris.has(uri)) this.remembered.delete(uri);
  }

  private async readFile(path: string, status: Stats): Promise<ReadOutcome> {
    if (!status.isFile()) return { problem: "not-a-file" };
    if (status.size > LARGEST) return { problem: "too-large" };
    const file = await open(path, READ_AT_ONCE);
    try {
      const bytes = await file.readFile();
      // It may have grown since it was looked at.
      if (bytes.length > LARGEST) return { problem: "too-large" };
      if (bytes.includes(0)) return { problem: "not-text" };
      return { text: this.utf8.decode(bytes) };
    } finally {
      await file.close();
    }
  }
}

function problemOf(error: unknown): ReadProblem {
  if (error instanceof TypeError) return "not-text";
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return "not-found";
  return code === "EISDIR" ? "not-a-file" : "unreadable";
}
