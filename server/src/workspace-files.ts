import type { Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { sep } from "node:path";
import type { ReadOutcome, ReadProblem } from "@aiplan/core";
import { URI, Utils } from "vscode-uri";
import type { FolderEntry } from "./host.ts";
import { type Found, KnownFiles } from "./known-files.ts";
import { readProblem, readTextFile } from "./read-file.ts";

/** Files on disk. Anything but `file:` is unreachable. */
export class WorkspaceFiles extends KnownFiles {
  protected async find(uri: string, root: string): Promise<Found> {
    const place = await findOnDisk(uri, root);
    if ("problem" in place) return place;
    const { path, status } = place;
    return { path, status: { isFile: status.isFile(), modified: status.mtimeMs, size: status.size } };
  }

  /** The core finds its own words for what is wrong. */
  protected async readFound(path: string): Promise<ReadOutcome> {
    const file = await readTextFile(path);
    return "text" in file ? file : { problem: file.problem };
  }

  async exists(uri: string): Promise<boolean> {
    const { scheme, fsPath } = URI.parse(uri);
    if (scheme !== "file") return false;
    return stat(fsPath).then(
      () => true,
      () => false,
    );
  }

  /** What a folder holds, sorted by name. */
  async list(uri: string, root: string): Promise<readonly FolderEntry[]> {
    const folder = await findOnDisk(uri, root, "may be the root");
    if ("problem" in folder) return [];
    const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => []);
    const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const found = await Promise.all(
      sorted.map(async (entry): Promise<FolderEntry[]> => {
        if (!entry.isSymbolicLink()) return [{ name: entry.name, isFolder: entry.isDirectory() }];
        const real = await findOnDisk(Utils.joinPath(URI.parse(uri), entry.name).toString(), root);
        return "problem" in real ? [] : [{ name: entry.name, isFolder: real.status.isDirectory(), isLink: true }];
      }),
    );
    return found.flat();
  }
}

type OnDisk = { readonly path: string; readonly status: Stats } | { readonly problem: ReadProblem };

/** The real place of a file, all symbolic links followed, if that is below the root. */
async function findOnDisk(uri: string, root: string, itself?: "may be the root"): Promise<OnDisk> {
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
