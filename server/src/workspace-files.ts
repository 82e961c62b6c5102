import type { Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { sep } from "node:path";
import type { ReadOutcome, ReadProblem } from "@aiplan/core";
import { URI, Utils } from "vscode-uri";
import type { FolderEntry } from "./host.ts";
import { type FileText, readProblem, readTextFile } from "./read-file.ts";

/** Where a file really is and how it stands there, or why it can't be had. */
type Found = { readonly path: string; readonly status: Stats } | { readonly problem: ReadProblem };

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

/** Files on disk, read only below the folder they belong to, and not again while they stay the same. */
export class WorkspaceFiles {
  private readonly looked = new Map<string, Looked>();
  private readonly remembered = new Map<string, Remembered>();

  /** @param trusted for how many milliseconds a file is taken to be as it was, unless {@link forget} says otherwise */
  constructor(private readonly trusted = 0) {}

  /**
   * @param uri of a file; anything but `file:` is unreachable
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
    if (known?.path === path && known.modified === status.mtimeMs && known.size === status.size) return known.outcome;
    const outcome = outcomeOf(await readTextFile(path));
    // To be allowed to read a file does not change it.
    if ("problem" in outcome && outcome.problem === "unreadable") this.remembered.delete(uri);
    else this.remembered.set(uri, { path, modified: status.mtimeMs, size: status.size, outcome });
    return outcome;
  }

  /** Why a file could not be opened; undefined where there is one. Parameters as for {@link read}. */
  async probe(uri: string, root: string): Promise<ReadProblem | undefined> {
    const found = await this.look(uri, root);
    if ("problem" in found) return found.problem;
    return found.status.isFile() ? undefined : "not-a-file";
  }

  async exists(uri: string): Promise<boolean> {
    const { scheme, fsPath } = URI.parse(uri);
    if (scheme !== "file") return false;
    return stat(fsPath).then(
      () => true,
      () => false,
    );
  }

  /** What a folder holds, sorted by name. Parameters as for {@link read}. */
  async list(uri: string, root: string): Promise<readonly FolderEntry[]> {
    const folder = await find(uri, root, "may be the root");
    if ("problem" in folder) return [];
    const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => []);
    const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const found = await Promise.all(
      sorted.map(async (entry): Promise<FolderEntry[]> => {
        if (!entry.isSymbolicLink()) return [{ name: entry.name, isFolder: entry.isDirectory() }];
        const real = await find(Utils.joinPath(URI.parse(uri), entry.name).toString(), root);
        return "problem" in real ? [] : [{ name: entry.name, isFolder: real.status.isDirectory(), isLink: true }];
      }),
    );
    return found.flat();
  }

  /** To be called when a file or a folder has changed, come or gone. */
  forget(uri: string): void {
    for (const known of this.looked.keys()) if (known === uri || known.startsWith(`${uri}/`)) this.looked.delete(known);
  }

  keepOnly(uris: ReadonlySet<string>): void {
    for (const known of [this.looked, this.remembered])
      for (const uri of known.keys()) if (!uris.has(uri)) known.delete(uri);
  }

  private look(uri: string, root: string): Promise<Found> {
    const known = this.looked.get(uri);
    const at = performance.now();
    if (known?.root === root && at - known.at < this.trusted) return known.found;
    const found = find(uri, root);
    this.looked.set(uri, { root, at, found });
    return found;
  }
}

/** The real place of a file, all symbolic links followed, if that is below the root. */
async function find(uri: string, root: string, itself?: "may be the root"): Promise<Found> {
  const [file, folder] = [URI.parse(uri), URI.parse(root)];
  if (file.scheme !== "file" || folder.scheme !== "file") return { problem: "unreachable" };
  try {
    const [path, base] = await Promise.all([realpath(file.fsPath), realpath(folder.fsPath)]);
    const isBelow = path.startsWith(base.endsWith(sep) ? base : base + sep);
    if (!isBelow && !(itself && path === base)) return { problem: "outside" };
    return { path, status: await stat(path) };
  } catch (error) {
    return { problem: readProblem(error).problem };
  }
}

/** The core finds its own words for what is wrong. */
function outcomeOf(file: FileText): ReadOutcome {
  return "text" in file ? file : { problem: file.problem };
}
