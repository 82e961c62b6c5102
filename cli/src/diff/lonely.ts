import { isLivePlan } from "@aiplan/core";
import { Moves } from "../git/moves.ts";
import { realPath } from "../git/real-path.ts";
import { compare, onlyOne } from "./compare.ts";
import type { PlanDiff } from "./plan-diff.ts";
import { isVersion, type Side, type Version } from "./side.ts";

/** A version of a plan whose path the other side has nothing at. */
export interface Lonely {
  /** Absolute. */
  readonly path: string;
  readonly shown: string;
  readonly version: Version;
}

/** What has become of plans that only one side has at their paths: they were moved, which their names tell, or are new or gone. */
export class LonelyPlans {
  private readonly byTop = new Map<string, Moves>();

  constructor(
    private readonly before: Side,
    private readonly after: Side,
    private readonly cwd: string,
  ) {}

  /** @throws {GitError} */
  async *compare(
    gone: readonly Lonely[],
    come: readonly Lonely[],
  ): AsyncGenerator<{ readonly shown: string; readonly plan: PlanDiff }> {
    const followed = new Set<string>();
    for (const { path, shown, version } of come) {
      const earlier = await (await this.movesAt(path)).earlierPath(version.checked.file);
      const before = earlier === undefined || followed.has(earlier) ? "missing" : await this.before.load(earlier);
      if (!isVersion(before)) {
        yield { shown, plan: await onlyOne(version, "after") };
        continue;
      }
      followed.add(earlier as string);
      yield { shown, plan: await this.moved(before, version) };
    }
    const known = new Set(come.map(({ path }) => realPath(path)));
    for (const { path, shown, version } of gone) {
      if (followed.has(realPath(path))) continue;
      const later = await (await this.movesAt(path)).laterPath(version.checked.file);
      // A plan among those that have come was followed to where it really was.
      const after = later === undefined || known.has(later) ? "missing" : await this.after.load(later);
      yield { shown, plan: isVersion(after) ? await this.moved(version, after) : await this.removed(path, version) };
    }
  }

  private async moved(before: Version, after: Version): Promise<PlanDiff> {
    return { ...(await compare(before, after, this.cwd)), isMoved: true };
  }

  /** The rules have something to say of it where its system is in use. */
  private async removed(path: string, version: Version): Promise<PlanDiff> {
    const plan = await onlyOne(version, "before");
    if (!isLivePlan(version.checked.file)) return plan;
    const { findings } = await compare(version, await this.after.nothingAt(path), this.cwd);
    return { ...plan, findings };
  }

  private async movesAt(path: string): Promise<Moves> {
    const [before, after] = [await this.before.commits?.of(path), await this.after.commits?.of(path)];
    if (!before) throw new Error("Only what was at a commit can be looked for elsewhere.");
    const { top } = before.repository;
    const known = this.byTop.get(top) ?? new Moves(before, after);
    this.byTop.set(top, known);
    return known;
  }
}
