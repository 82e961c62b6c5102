import type { ReadOutcome, ReadProblem } from "@aiplan/core";
import type { FolderEntry } from "./host.ts";

/** How a file or folder stands. */
export interface FileStatus {
  readonly isFile: boolean;
  /** In milliseconds; 0 where nobody knows. */
  readonly modified: number;
  readonly size: number;
}

/** Where a file really is and how it stands there, or why it can't be had. */
export type Found = { readonly path: string; readonly status: FileStatus } | { readonly problem: ReadProblem };

interface Looked {
  readonly root: string;
  /** In milliseconds, by `performance.now()`. */
  readonly at: number;
  readonly found: Promise<Found>;
}

interface Remembered {
  /** Where the file really is: a symbolic link may lead to another one by now. */
  readonly path: string;
  readonly modified: number;
  readonly size: number;
  readonly outcome: ReadOutcome;
}

/** What may be otherwise at the next try though the file is the same. */
const FOR_NOW: ReadonlySet<ReadProblem> = new Set(["unreadable", "unreachable"]);

/** Files that are read only below the folder they belong to, and not again while they stay the same. */
export abstract class KnownFiles {
  private readonly looked = new Map<string, Looked>();
  private readonly remembered = new Map<string, Remembered>();

  /** @param trusted for how many milliseconds a file is taken to be as it was, unless {@link forget} says otherwise */
  constructor(private readonly trusted = 0) {}

  /** Finds a file that lies below the folder `root`. Never rejects. */
  protected abstract find(uri: string, root: string): Promise<Found>;
  /** Reads what was found. Never rejects. */
  protected abstract readFound(path: string): Promise<ReadOutcome>;
  /** What a folder holds, if it lies below the folder `root`. Never rejects. */
  abstract list(uri: string, root: string): Promise<readonly FolderEntry[]>;
  /** Is there a file or folder? Never rejects. */
  abstract exists(uri: string): Promise<boolean>;

  /**
   * @param uri of a file
   * @param root the URI of the folder below which the file must lie once symbolic links are followed
   */
  async read(uri: string, root: string): Promise<ReadOutcome> {
    const found = await this.look(uri, root);
    if ("problem" in found) {
      this.remembered.delete(uri);
      return found;
    }
    const { path, status } = found;
    const known = this.remembered.get(uri);
    if (known?.path === path && known.modified === status.modified && known.size === status.size) return known.outcome;
    const outcome = await this.readFound(path);
    if ("problem" in outcome && FOR_NOW.has(outcome.problem)) this.remembered.delete(uri);
    else this.remembered.set(uri, { path, modified: status.modified, size: status.size, outcome });
    return outcome;
  }

  /** Why a file could not be opened; undefined where there is one. Parameters as for {@link read}. */
  async probe(uri: string, root: string): Promise<ReadProblem | undefined> {
    const found = await this.look(uri, root);
    if ("problem" in found) return found.problem;
    return found.status.isFile ? undefined : "not-a-file";
  }

  /** To be called when a file or a folder has changed, come or gone. */
  forget(uri: string): void {
    // A file may change within the moment that its time of change names, and some file systems know no such time.
    for (const map of [this.looked, this.remembered])
      for (const known of map.keys()) if (known === uri || known.startsWith(`${uri}/`)) map.delete(known);
  }

  /** Lets go of what is remembered of files that are not among these. */
  keepOnly(uris: ReadonlySet<string>): void {
    for (const map of [this.looked, this.remembered]) for (const uri of map.keys()) if (!uris.has(uri)) map.delete(uri);
  }

  private look(uri: string, root: string): Promise<Found> {
    const known = this.looked.get(uri);
    const at = performance.now();
    if (known?.root === root && at - known.at < this.trusted) return known.found;
    const found = this.find(uri, root);
    this.looked.set(uri, { root, at, found });
    return found;
  }
}
