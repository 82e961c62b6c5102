import assert from "node:assert/strict";
import { applyEdits, type Moved, movedBy, normalUri, type PlanFile, readPlanFile, renameFiles } from "@aiplan/core";
import { type Files, ROOT } from "./check.ts";

/** The URI of a path below the workspace folder. */
export const uriOf = (path: string) => normalUri(`${ROOT}/${path.split("/").map(encodeURIComponent).join("/")}`);

/** The files after a move: plans are changed as the editor changes them, and then files get their new paths. */
export async function moveFiles(
  files: Files,
  ...moves: readonly (readonly [from: string, to: string])[]
): Promise<Files> {
  const moved: Moved[] = moves.map(([from, to]) => ({ from: uriOf(from), to: uriOf(to) }));
  const paths = new Map(Object.keys(files).map((path) => [uriOf(path), path]));
  const edits = await renameFiles(plansIn(files), {
    moves: moved,
    rootOf: async () => ROOT,
    probe: async (uri) => (paths.has(uri) ? undefined : "not-found"),
  });
  const result = Object.entries(files).map(([path, text]) => {
    const { from, to } = movedBy(moved, uriOf(path));
    const own = edits.filter(({ uri }) => uri === from);
    return [decodeURIComponent(to).slice(ROOT.length + 1), applyEdits(text, own)];
  });
  return Object.fromEntries(result);
}

/** Moves files, and back again: every byte is what it was. Returns what they were in between. */
export async function moveThereAndBack(
  files: Files,
  ...moves: readonly (readonly [from: string, to: string])[]
): Promise<Files> {
  const there = await moveFiles(files, ...moves);
  const back = await moveFiles(there, ...moves.map(([from, to]) => [to, from] as const).reverse());
  assert.deepEqual(back, files, `not the same after ${JSON.stringify(moves)} and back`);
  return there;
}

export function plansIn(files: Files): PlanFile[] {
  const plans = Object.entries(files).filter(([path]) => path.endsWith(".aiplan"));
  return plans.map(([path, text]) => readOnce(uriOf(path), text));
}

const read = new Map<string, PlanFile>();

/** Most files stay as they are when one is moved. */
function readOnce(uri: string, text: string): PlanFile {
  const key = `${uri}\n${text}`;
  const file = read.get(key) ?? readPlanFile(uri, text);
  read.set(key, file);
  return file;
}
