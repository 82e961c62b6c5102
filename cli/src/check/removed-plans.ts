import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { isLivePlan } from "@aiplan/core";
import { isVersion, Side } from "../diff/side.ts";
import { Commits } from "../git/commits.ts";
import { Moves } from "../git/moves.ts";
import { GitError } from "../git/run-git.ts";
import { shownPath } from "../shown-path.ts";
import type { FoundFile } from "./find-files.ts";
import type { WorkspaceOptions } from "./workspace-of.ts";

/** A plan that is gone, though its system was in use. */
export interface RemovedPlan extends FoundFile {
  /** What it claimed. */
  readonly removed: NonNullable<FoundFile["removed"]>;
}

/** The plans of systems in use that there were below paths when a branch parted from a REF, and that are nowhere now. */
export async function removedPlans(
  ref: string,
  paths: readonly string[],
  options: WorkspaceOptions,
): Promise<RemovedPlan[]> {
  const commits = new Commits(ref, "parting");
  const side = new Side(options, commits);
  const found = new Map<string, RemovedPlan>();
  for (const named of paths) {
    const path = resolve(options.cwd, named);
    const commit = await commits.of(path);
    const { repository } = commit;
    const inCommit = repository.pathInCommits(path);
    if (inCommit === undefined) continue;
    const moves = new Moves(commit);
    for (const plan of await commit.plansBelow(inCommit)) {
      const onDisk = repository.pathOnDisk(plan);
      if (existsSync(onDisk) || found.has(onDisk) || (await side.ignores(onDisk))) continue;
      const version = await loadFrom(side, onDisk);
      if (!isVersion(version)) continue;
      const { file } = version.checked;
      const removed = file.root.get("stage")?.value;
      if (removed === undefined || !isLivePlan(file) || (await moves.laterPath(file)) !== undefined) continue;
      found.set(onDisk, { path: onDisk, shown: shownPath(onDisk, options.cwd), named: false, removed });
    }
  }
  return [...found.values()];
}

/** What a partial clone lacks is not looked for: nobody asked for this plan. */
async function loadFrom(side: Side, path: string) {
  try {
    return await side.load(path);
  } catch (error) {
    if (error instanceof GitError) return "missing";
    throw error;
  }
}
