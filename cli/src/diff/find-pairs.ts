import { resolve } from "node:path";
import { findFiles } from "../check/find-files.ts";
import type { Commits } from "../git/commits.ts";
import { realPath } from "../git/real-path.ts";
import { shownPath } from "../shown-path.ts";

/** A plan of one or both of two sides. */
export interface FoundPair {
  /** Absolute. */
  readonly path: string;
  readonly shown: string;
}

export interface FoundPairs {
  /** Each once, in the order of their shown paths. */
  readonly pairs: readonly FoundPair[];
  /** Paths where neither side has a plan, or that cannot be read, and sentences that say so. */
  readonly problems: readonly { readonly shown: string; readonly message: string }[];
}

/**
 * Finds the plans below paths on two sides.
 *
 * @param after undefined for the files as they are
 * @throws {GitError}
 */
export async function findPairs(
  paths: readonly string[],
  { before, after }: { readonly before: Commits; readonly after: Commits | undefined },
  cwd: string,
): Promise<FoundPairs> {
  const pairs = new Map<string, FoundPair>();
  const problems: { shown: string; message: string }[] = [];
  const add = (path: string) => {
    const real = realPath(path);
    if (!pairs.has(real)) pairs.set(real, { path, shown: shownPath(path, cwd) });
  };
  for (const named of paths) {
    const path = resolve(cwd, named);
    const known = pairs.size;
    const now = after ? undefined : await findFiles([named], cwd);
    for (const file of now?.files ?? []) add(file.path);
    for (const commits of [before, ...(after ? [after] : [])])
      for (const plan of await plansAt(commits, path)) add(plan);
    for (const { shown, message, gone } of now?.problems ?? [])
      if (gone === undefined) problems.push({ shown, message });
    const refs = [before, after].flatMap((commits) => commits?.ref ?? []).join(" nor at ");
    if (pairs.size === known && !problems.some(({ shown }) => shown === shownPath(path, cwd)))
      problems.push({
        shown: shownPath(path, cwd),
        message: after ? `There are no plans here, neither at ${refs}.` : `There are no plans here, now or at ${refs}.`,
      });
  }
  return { pairs: [...pairs.values()].sort((a, b) => (a.shown < b.shown ? -1 : 1)), problems };
}

async function plansAt(commits: Commits, path: string): Promise<string[]> {
  const commit = await commits.of(path);
  const inCommit = commit.repository.pathInCommits(path);
  if (inCommit === undefined) return [];
  return (await commit.plansBelow(inCommit)).map((plan) => commit.repository.pathOnDisk(plan));
}
