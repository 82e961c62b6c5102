import { existsSync } from "node:fs";
import { basename } from "node:path";
import { type PlanFile, readPlanFile } from "@aiplan/core";
import { diskFiles } from "../check/files.ts";
import { findFiles } from "../check/find-files.ts";
import { uriOf } from "../file-uri.ts";
import type { Commit } from "./commit.ts";

/** The paths of plans that only one side has, by their kind and `name`. */
type Lonely = Promise<ReadonlyMap<string, string>>;

/**
 * Follows plans that were moved between a commit and another one, or the files as they are. It is the `name` that stays the
 * same when a file is renamed, however much is changed with it.
 */
export class Moves {
  private gone: Lonely | undefined;
  private come: Lonely | undefined;

  /** @param after undefined for the files as they are */
  constructor(
    private readonly before: Commit,
    private readonly after?: Commit,
  ) {}

  /**
   * Where a plan was before that is new at its path.
   *
   * @returns an absolute path, undefined where there was none of this name that is no longer where it was
   */
  earlierPath(file: PlanFile): Promise<string | undefined> {
    this.gone ??= this.onlyIn(this.before, this.after);
    return pathOf(file, this.gone);
  }

  /** Where a plan is now that is no longer where it was; absolute, undefined where it is nowhere. */
  laterPath(file: PlanFile): Promise<string | undefined> {
    this.come ??= this.onlyIn(this.after, this.before);
    return pathOf(file, this.come);
  }

  private async onlyIn(side: Commit | undefined, other: Commit | undefined): Lonely {
    const { repository } = this.before;
    const found = new Map<string, string>();
    const paths = await this.plansOf(side);
    const others = new Set(other ? await this.plansOf(other) : []);
    for (const path of paths) {
      if (other ? others.has(path) : existsSync(path)) continue;
      const text = await (side ?? diskFiles).read(path, repository.top);
      const key = "text" in text ? keyOf(readPlanFile(uriOf(path), text.text)) : undefined;
      if (key === undefined) continue;
      // Of several with one name, the one whose file has that name.
      if (!found.has(key) || key.endsWith(` ${basename(path, ".aiplan")}`)) found.set(key, path);
    }
    return found;
  }

  /** Absolute paths. */
  private async plansOf(side: Commit | undefined): Promise<string[]> {
    const { repository } = this.before;
    if (side) return (await side.plansBelow("")).map((path) => repository.pathOnDisk(path));
    return (await findFiles([repository.top], repository.top)).files.map(({ path }) => path);
  }
}

async function pathOf(file: PlanFile, lonely: Lonely): Promise<string | undefined> {
  const key = keyOf(file);
  return key === undefined ? undefined : (await lonely).get(key);
}

function keyOf({ kind, root }: PlanFile): string | undefined {
  const name = root.get("name")?.value;
  return name === undefined ? undefined : `${kind} ${name}`;
}
