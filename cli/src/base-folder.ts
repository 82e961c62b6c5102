import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { shownPath } from "./shown-path.ts";

/**
 * The folder that a repository begins in, seen from the current folder; without a repository, the current folder. Paths
 * from there are the same wherever in the repository the command was started: what forges ask for.
 *
 * @param cwd absolute
 * @returns an absolute path
 */
export function baseFolder(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return cwd;
  }
}

/**
 * Turns paths as reports show them into paths from the {@link baseFolder}, with forward slashes.
 *
 * @param cwd absolute
 */
export function fromBase(cwd: string): (shown: string) => string {
  const base = baseFolder(cwd);
  return base === cwd ? (shown) => shown : (shown) => shownPath(resolve(cwd, shown), base);
}
