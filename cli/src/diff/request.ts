import { statSync } from "node:fs";
import { resolve } from "node:path";

/** What is to be compared, as it was asked for. */
export type DiffRequest =
  /** Two versions that are named one by one. */
  | { readonly kind: "two"; readonly before: NamedVersion; readonly after: NamedVersion }
  /** All plans below paths: as they were at a commit, and at another or as they are. */
  | { readonly kind: "all"; readonly before: string; readonly rest: readonly string[] };

/** A file as it is, or as it was at a commit. */
export interface NamedVersion {
  /** As it was written on the command line. */
  readonly name: string;
  readonly path: string;
  readonly ref?: string;
}

/**
 * Reads `FILE FILE`, with `REF:path` in place of each, `REF:path` alone, and `REF [REF] [paths]`. What is a file is taken
 * for one, whatever else it may be.
 *
 * @param cwd absolute
 * @returns a sentence where nothing can be made of them
 */
export function readRequest(words: readonly string[], cwd: string): DiffRequest | string {
  const [first = "", ...rest] = words;
  const before = versionNamed(first, cwd);
  if (!before) return { kind: "all", before: first, rest };
  const [second, third] = rest;
  if (third !== undefined) return "Two versions can be compared, not more.";
  if (second !== undefined) {
    // What is no file will be said to be none.
    return { kind: "two", before, after: versionNamed(second, cwd) ?? { name: second, path: second } };
  }
  if (before.ref !== undefined) return { kind: "two", before, after: { name: before.path, path: before.path } };
  return `Say what ${first} is to be compared with: another file, or REF:path, such as main:${first}.`;
}

function versionNamed(name: string, cwd: string): NamedVersion | undefined {
  if (isFile(resolve(cwd, name))) return { name, path: name };
  const [, ref, path] = /^((?:\{[^}]*\}|[^:{])+):(.+)$/s.exec(name) ?? [];
  return ref === undefined || path === undefined ? undefined : { name, path, ref };
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
