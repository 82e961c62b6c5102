import { CheckedPlan, type Finding, type SilencedFinding, type Workspace } from "@aiplan/core";
import { judge } from "../diff/judge.ts";
import { sentencesOf } from "../diff/not-compared.ts";
import { Side } from "../diff/side.ts";
import { dateOfChange } from "../git/change-date.ts";
import type { Commit } from "../git/commit.ts";
import { Commits } from "../git/commits.ts";
import { Moves } from "../git/moves.ts";
import type { SourceOf } from "../report/report-of.ts";
import type { WorkspaceOptions } from "./workspace-of.ts";

/** What there is to say of a plan beside an earlier version of it. */
export interface Compared {
  readonly findings: readonly Finding[];
  readonly silenced: readonly SilencedFinding[];
  /** What could not be compared, and why: sentences. */
  readonly notCompared: readonly string[];
}

const NOTHING: Compared = { findings: [], silenced: [], notCompared: [] };

/** Holds plans against what they were at a commit. */
export class Against {
  private readonly commits: Commits;
  private readonly before: Side;
  private readonly moves = new Map<Commit, Moves>();

  constructor(
    private readonly ref: string,
    options: WorkspaceOptions,
  ) {
    this.commits = new Commits(ref, "parting");
    this.before = new Side(options, this.commits);
  }

  /**
   * @param path absolute
   * @param now the plan as it is at that path
   * @param sourceNow the text of it and of its catalogs
   * @throws {GitError}
   */
  async compare(path: string, now: Workspace, sourceNow: SourceOf): Promise<Compared> {
    const commit = await this.commits.of(path);
    let before = await this.before.load(path);
    if (before === "missing") {
      const earlier = await this.movesSince(commit).earlierPath(now.file);
      before = earlier === undefined ? "missing" : await this.before.load(earlier);
    }
    // A plan that is new can't have been weakened.
    if (before === "missing") return NOTHING;
    if ("message" in before)
      return { ...NOTHING, notCompared: [`This was not compared with ${this.ref}: ${before.message}`] };
    const { findings, silenced, notCompared } = await judge(
      before,
      new CheckedPlan(now),
      await dateOfChange(now, commit),
    );
    // A place in a plan that was moved since cannot be shown: its file is there no more, or is another one.
    const known = new Set([now.file, ...now.catalogs].map(({ uri }) => uri));
    const shown = (finding: Finding): Finding => ({
      ...finding,
      related: finding.related.filter(({ place }) => known.has(place.uri)),
    });
    return {
      findings: findings.map(shown),
      silenced: silenced.map(({ finding, by }) => ({ finding: shown(finding), by })),
      notCompared: await sentencesOf(notCompared, { before: before.sourceOf, after: sourceNow }),
    };
  }

  private movesSince(commit: Commit): Moves {
    const known = this.moves.get(commit) ?? new Moves(commit);
    this.moves.set(commit, known);
    return known;
  }
}
