import { resolve } from "node:path";
import type { FileProblem } from "../check/find-files.ts";
import { shownPath } from "../shown-path.ts";
import { ChangedSince } from "./changed-since.ts";
import { Commits } from "./commits.ts";
import { GitError } from "./run-git.ts";

/**
 * Why a REF names no commit where the paths are, as a line for the terminal; undefined where it does. Found out before
 * anything is checked, so that a misspelt REF is said once and not for every plan.
 */
export async function problemWithRef(ref: string, paths: readonly string[], cwd: string): Promise<string | undefined> {
  const commits = new Commits(ref, "parting");
  for (const named of paths) {
    const path = resolve(cwd, named);
    try {
      await commits.of(path);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      return `${shownPath(path, cwd)}: ${error.message}`;
    }
  }
  return undefined;
}

/** What is wrong with paths, without those of plans that there were at a REF: to delete a plan is no error. */
export async function withoutDeleted(problems: readonly FileProblem[], ref: string): Promise<FileProblem[]> {
  const since = new ChangedSince(ref);
  const kept: FileProblem[] = [];
  for (const problem of problems)
    if (problem.gone === undefined || !(await since.hadPlans(problem.gone))) kept.push(problem);
  return kept;
}
