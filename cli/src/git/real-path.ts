import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * The real path of a folder; the path of a file by way of the real folder that it is in. Neither need be there any more.
 * A file that is a symbolic link is an entry of its own in git, and stays one here.
 *
 * @param path absolute
 */
export function realPath(path: string): string {
  const folder = dirname(path);
  if (folder === path) return path;
  try {
    if (isFolder(path)) return realpathSync(path);
    return join(realpathSync(folder), basename(path));
  } catch {
    return join(realPath(folder), basename(path));
  }
}

/** Is there a folder at a path? */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
