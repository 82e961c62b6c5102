import { randomUUID } from "node:crypto";
import { accessSync, constants, rmSync, statSync } from "node:fs";
import { type FileHandle, mkdir, open, rename } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What the system keeps here are no files, whatever they lead to. */
const SYSTEM = /^\/(?:dev\/(?!shm\/)|proc\/)/;

/**
 * A file that is written piece by piece and is there only when it is whole: until then its text is in a file of another
 * name beside it, which goes away with the process. A symbolic link is replaced, not followed.
 */
export class WrittenFile {
  private constructor(
    private readonly path: string,
    private readonly draft: string,
    private readonly handle: FileHandle,
  ) {
    process.once("exit", this.discard);
  }

  /**
   * Makes the folder of the file where it is not there. Rejects where nothing can be written: see {@link writeProblem}.
   *
   * @param path absolute
   */
  static async open(path: string): Promise<WrittenFile> {
    // A device or a pipe would be replaced by the file, and so would the link that standard output has there.
    if (SYSTEM.test(path)) throw new NotAFile("device or a pipe");
    const before = statSync(path, { throwIfNoEntry: false });
    if (before && !before.isFile()) throw new NotAFile(before.isDirectory() ? "folder" : "device or a pipe");
    if (before) accessSync(path, constants.W_OK);
    await mkdir(dirname(path), { recursive: true });
    const draft = join(dirname(path), `.aiplan-${randomUUID()}.tmp`);
    const file = new WrittenFile(path, draft, await open(draft, "wx", before ? 0o600 : 0o666));
    // The umask is for new files only. Whoever is not its owner's equal writes a file of their own.
    if (before) await file.handle.chown(before.uid, before.gid).catch(() => {});
    if (before) await file.handle.chmod(before.mode & 0o777);
    return file;
  }

  async write(text: string): Promise<void> {
    await this.handle.appendFile(text);
  }

  /** Puts the file in its place. */
  async finish(): Promise<void> {
    await this.handle.close();
    await rename(this.draft, this.path);
    process.off("exit", this.discard);
  }

  /** Leaves nothing of it behind, and what was at its place as it was. */
  readonly discard = (): void => {
    process.off("exit", this.discard);
    rmSync(this.draft, { force: true });
    this.handle.close().catch(() => {});
  };
}

/**
 * Writes a file, whole or not at all.
 *
 * @param path absolute
 * @returns why it could not be done, as a sentence
 */
export async function writeWhole(path: string, text: string): Promise<string | undefined> {
  let file: WrittenFile | undefined;
  try {
    file = await WrittenFile.open(path);
    await file.write(text);
    await file.finish();
    return undefined;
  } catch (error) {
    file?.discard();
    return writeProblem(error);
  }
}

class NotAFile extends Error {
  constructor(readonly what: string) {
    super(what);
  }
}

/** Why a file could not be written, as a sentence for the person who named it. */
export function writeProblem(error: unknown): string {
  if (error instanceof NotAFile) return `This is a ${error.what}, not a file.`;
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case "EACCES":
    case "EPERM":
      return "You are not allowed to write this (no permission).";
    case "EROFS":
      return "Nothing can be written there: the file system is read-only.";
    case "EEXIST":
    case "ENOTDIR":
      return "Its folder cannot be made: a part of the path is a file.";
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return "There is no room left.";
    case "ENAMETOOLONG":
      return "This name is too long.";
    default:
      return `This could not be written (${code ?? String(error)}).`;
  }
}
