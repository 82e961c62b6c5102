import { isAbsolute, relative, sep } from "node:path";

/** A path as reports show it: relative to the current folder, with forward slashes on every system. */
export function shownPath(path: string, cwd: string): string {
  const shown = relative(cwd, path);
  return (shown === "" || isAbsolute(shown) ? path : shown).replaceAll(sep, "/");
}
