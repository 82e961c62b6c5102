import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { CONFIG_FILE } from "@aiplan/core";

/**
 * The nearest folder upwards that holds a repository, else the topmost that holds a configuration: the language server
 * looks for configurations up to the same folder.
 */
export function findRoot(folder: string, cwd: string): string {
  const folders = [...upwards(folder)];
  const found =
    folders.find((one) => existsSync(join(one, ".git"))) ??
    folders.findLast((one) => existsSync(join(one, CONFIG_FILE)));
  // A plan that was named by a path out of the current folder may still import what lies beside it.
  return found ?? (isBelow(folder, cwd) ? cwd : folder);
}

/** A folder, the folder it is in, and so on up to that of the system. */
export function* upwards(folder: string): Generator<string> {
  for (let last = ""; folder !== last; folder = dirname(folder)) {
    yield folder;
    last = folder;
  }
}

/** Is the path that of the folder or of something in it? Both are absolute. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The path of a plan by way of the root, where either was named by way of a symbolic link. */
export function pathBelow(path: string, root: string): string {
  if (isBelow(path, root)) return path;
  try {
    const [realPath, realRoot] = [
      join(realpathSync(dirname(path)), path.slice(dirname(path).length)),
      realpathSync(root),
    ];
    return isBelow(realPath, realRoot) ? join(root, relative(realRoot, realPath)) : path;
  } catch {
    return path;
  }
}
