import { lstatSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isBelow } from "../check/places.ts";
import { WrittenFile, writeProblem } from "../written-file.ts";
import type { PlannedFile } from "./planned-files.ts";

/** Is something at the path, even if it is a symbolic link to nothing? */
export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Does the path lead out of the folder, by `..`, as an absolute path or through a symbolic link? Both absolute. */
export function leadsOut(path: string, folder: string): boolean {
  if (!isBelow(path, folder)) return true;
  let nearest = dirname(path);
  while (!isThere(nearest)) nearest = dirname(nearest);
  try {
    return !isBelow(realpathSync(nearest), realpathSync(folder));
  } catch {
    return true;
  }
}

/**
 * Writes all of the files or none: each is written beside its place first, and put there once all are whole.
 *
 * @param cwd absolute
 * @returns which one could not be written and why, as a sentence
 */
export async function writeFiles(
  files: readonly PlannedFile[],
  cwd: string,
): Promise<{ readonly path: string; readonly problem: string } | undefined> {
  const drafts: WrittenFile[] = [];
  let path = "";
  try {
    for (const file of files) {
      path = file.path;
      const draft = await WrittenFile.open(resolve(join(cwd, file.path)));
      drafts.push(draft);
      await draft.write(file.text);
    }
    for (const draft of drafts) await draft.finish();
    return undefined;
  } catch (error) {
    for (const draft of drafts) draft.discard();
    return { path, problem: writeProblem(error) };
  }
}
