import { type Dirent, readdir, statSync } from "node:fs";
import { resolve } from "node:path";
import type { language } from "@aiplan/core";
import { readProblem } from "@aiplan/server/read-file";
import { glob } from "tinyglobby";
import { shownPath } from "../shown-path.ts";

/** Folders that hold no plans of this project, however deep. */
const SKIPPED = ["**/node_modules/**", "**/.git/**"];

const NO_PLANS = "There are no plans (files that end in .aiplan) in this folder or below it.";

/** A file to be checked. */
export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** As reports show it. */
  readonly shown: string;
  /** Somebody asked for this very file, not for the folder it is in. */
  readonly named: boolean;
  /** There was a plan here that claimed this stage, at the commit that plans are held against. */
  readonly removed?: language.Stage;
}

/** A path that cannot be checked, and a sentence that says why. */
export interface FileProblem {
  readonly shown: string;
  readonly message: string;
  /** Absolute, where there is no plan at that path. */
  readonly gone?: string;
}

export interface FoundFiles {
  /** Each file once, in the order of their shown paths, whatever order they were named in. */
  readonly files: readonly FoundFile[];
  readonly problems: readonly FileProblem[];
}

/**
 * Finds what is to be checked: a file is taken as it is, whatever its name; a folder means all plans below it.
 * Symbolic links found in a folder are not followed, for they may lead in circles or out of it.
 */
export async function findFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>();
  const problems: FileProblem[] = [];
  for (const named of paths) {
    const path = resolve(cwd, named);
    const shown = shownPath(path, cwd);
    try {
      if (!statSync(path).isDirectory()) {
        files.set(path, { path, shown, named: true });
        continue;
      }
    } catch (error) {
      const { problem, message } = readProblem(error);
      const advice = /[*?[{]/.test(named)
        ? " Patterns are left to the shell: name a folder for all plans below it."
        : "";
      problems.push({ shown, message: message + advice, ...(problem === "not-found" ? { gone: path } : {}) });
      continue;
    }
    const below = await findPlans(path);
    for (const folder of below.unreadable)
      problems.push({ shown: shownPath(folder.path, cwd), message: readProblem(folder.error).message });
    for (const plan of below.plans)
      if (!files.has(plan)) files.set(plan, { path: plan, shown: shownPath(plan, cwd), named: false });
    if (below.plans.length === 0 && below.unreadable.length === 0)
      problems.push({
        shown,
        message: NO_PLANS + (path === cwd ? " `aiplan init` writes one to begin with." : ""),
        gone: path,
      });
  }
  return { files: [...files.values()].sort(byShownPath), problems: problems.sort(byShownPath) };
}

interface Below {
  readonly plans: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly error: Error }[];
}

async function findPlans(folder: string): Promise<Below> {
  const unreadable: { path: string; error: Error }[] = [];
  const plans = await glob("**/*.aiplan", {
    cwd: folder,
    ignore: SKIPPED,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    // Editors take the ending in any case, too.
    caseSensitiveMatch: false,
    // A folder that cannot be read is skipped without a word otherwise, and its plans would pass as checked.
    fs: { readdir: readdirNoting((path, error) => unreadable.push({ path: resolve(folder, path), error })) },
  });
  return { plans: plans.map((plan) => resolve(folder, plan)), unreadable };
}

function readdirNoting(note: (path: string, error: Error) => void): typeof readdir {
  const noting = (path: string, options: { withFileTypes: true }, done: (error: Error | null, all: Dirent[]) => void) =>
    readdir(path, options, (error, entries) => {
      if (error) note(path, error);
      done(error, entries);
    });
  return noting as typeof readdir;
}

export function byShownPath(a: { readonly shown: string }, b: { readonly shown: string }): number {
  return a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0;
}
