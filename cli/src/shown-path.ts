import { isAbsolute, relative, sep } from "node:path";

/** A path as reports show it: relative to the current folder, which is `.`, with forward slashes on every system. */
export function shownPath(path: string, cwd: string): string {
  const shown = relative(cwd, path);
  return (isAbsolute(shown) ? path : shown || ".").replaceAll(sep, "/");
}
