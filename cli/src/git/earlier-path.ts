import { existsSync } from "node:fs";
import { basename } from "node:path";
import { type PlanFile, readPlanFile } from "@aiplan/core";
import { uriOf } from "../file-uri.ts";
import type { Commit } from "./commit.ts";

/** The paths, as commits name them, of plans that are no longer where they were, by their `name`. */
const movedPlans = new WeakMap<Commit, Promise<ReadonlyMap<string, string>>>();

/**
 * Where a plan was at a commit that has nothing at its path: the plan of the same `name` that is no longer where it was.
 * The name is what stays the same when a file is renamed, however much is changed with it.
 *
 * @returns an absolute path, undefined where there is no such plan
 */
export async function earlierPath(file: PlanFile, commit: Commit): Promise<string | undefined> {
  const name = file.root.get("name")?.value;
  if (name === undefined) return undefined;
  const known = movedPlans.get(commit) ?? findMoved(commit);
  movedPlans.set(commit, known);
  const path = (await known).get(`${file.kind} ${name}`);
  return path === undefined ? undefined : commit.repository.pathOnDisk(path);
}

async function findMoved(commit: Commit): Promise<Map<string, string>> {
  const { repository } = commit;
  const found = new Map<string, string>();
  for (const path of await commit.plansBelow("")) {
    const onDisk = repository.pathOnDisk(path);
    if (existsSync(onDisk)) continue;
    const text = await commit.read(onDisk, repository.top);
    const file = "text" in text ? readPlanFile(uriOf(onDisk), text.text) : undefined;
    const name = file?.root.get("name")?.value;
    const key = `${file?.kind} ${name}`;
    // Of several with one name, the one whose file has that name.
    if (name !== undefined && (!found.has(key) || basename(path) === `${name}.aiplan`)) found.set(key, path);
  }
  return found;
}
