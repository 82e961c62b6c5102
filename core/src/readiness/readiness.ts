import { isDueBy, type Stage } from "../language/types.ts";
import type { Principle } from "../principles/index.ts";
import type { Finding, SilencedFinding } from "../rules/finding.ts";
import { CheckedPlan } from "../workspace/checked-plan.ts";
import { isIgnored } from "../workspace/ignored.ts";
import { onceFor } from "../workspace/once-for.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { certainty } from "./certainty.ts";
import { withoutDrafts } from "./drafts.ts";
import { earnedStage, findingsIn, isReadable } from "./earned.ts";
import { itemsOf } from "./items.ts";
import { judge, seen } from "./judgements.ts";
import { Musts } from "./musts.ts";
import { nextSteps } from "./next-steps.ts";
import { principlesOf } from "./principles-of.ts";
import { blockersIn, raise } from "./raised.ts";
import { byPrinciple, pointsOf, shareOf, wholePoints } from "./score.ts";
import { Wants } from "./wants.ts";

export type PrincipleStatus =
  /** Nothing stands against it. */
  | "met"
  | "partly"
  /** Nothing of what is due is there. */
  | "missing"
  /** A plan at this stage need not speak of it yet. */
  | "not-yet-due";

/** A rule that stays silent because something due is not there. */
export interface Unjudged {
  /** The id of the rule. */
  readonly rule: string;
  /** The path of what it lacks, such as `load.peak`. */
  readonly lacks: string;
}

/** How a plan stands on one of the principles. */
export interface PrincipleStanding {
  readonly principle: Principle;
  readonly status: PrincipleStatus;
  /** The stage from which on a plan must say something about it. */
  readonly dueFrom: Stage;
  /** 0 to 1, of what counts for the score; 1 where it is met, or not due yet. */
  readonly share: number;
  /** What stands against it, the heaviest first. */
  readonly findings: readonly Finding[];
  /** Ignored by a comment or switched off by the configuration: it counts as not met. */
  readonly silenced: readonly SilencedFinding[];
  /** Risks that somebody accepts until a day, by a waiver: they count as not met. */
  readonly accepted: readonly Finding[];
  /** Checks that could not be made: they count as not met. */
  readonly unjudged: readonly Unjudged[];
}

/** A change that brings the plan forward. */
export interface NextStep {
  /** What is to be settled, in a few words. */
  readonly title: string;
  /**
   * Points of the score, to a tenth, that it gains once its finding and the others like it are settled for good: what could not
   * be judged before then holds.
   */
  readonly gain: number;
  /** It stands between the plan and its stage. */
  readonly blocks: boolean;
  /** The first of its findings; its preferred fix is the one to offer. */
  readonly finding: Finding;
  /** How many findings like it are to be settled as well. */
  readonly others: number;
}

/** Where a plan stands. */
export interface Readiness {
  /** The stage it is judged at: the one it claims, or is supposed to. */
  readonly stage: Stage;
  /** The one it claims, where that can be read. */
  readonly claimed: Stage | undefined;
  /** The last stage up to which nothing stands in its way; undefined where it is not even a whole proposal. */
  readonly earned: Stage | undefined;
  /** Nothing stands between the plan and the stage it is judged at, and all of it can be read. */
  readonly isReady: boolean;
  /** A whole number, 0 to 100, by the method of `SCORE_METHOD`; 100 only where all that is due is met. */
  readonly score: number;
  /** What stands between the plan and that stage, the heaviest first. */
  readonly blockers: readonly Finding[];
  /** All of the principles, in their order. */
  readonly principles: readonly PrincipleStanding[];
  /** The few changes that gain most, the best first. */
  readonly next: readonly NextStep[];
}

/**
 * Where a plan stands at its stage. The same files and the same configuration give the same from one day to the next, until a
 * waiver ends: other dates are compared only with one that the configuration sets.
 *
 * @returns undefined for a catalog, which is never judged, and for a file that is ignored or refused
 */
export const readinessOf = onceFor((workspace: Workspace): Readiness | undefined => {
  const { file, config } = workspace;
  if (file.kind === "catalog" || file.refusal || isIgnored(config, file.uri)) return undefined;
  const { only: _, ...wholeConfig } = config;
  const checked = new CheckedPlan({ ...workspace, config: wholeConfig });
  const counted = seen(withoutDrafts(checked.workspace));
  const judged = judge(counted);
  const found = [...judged.writing, ...judged.sense].flatMap(({ looks }) => looks.flatMap(({ findings }) => findings));
  const unopened = raise(found, counted);
  // What is a placeholder, or can't be read, has a finding of its own, and is not said to be missing besides.
  const raised = file.problems.length > 0 ? raise(findingsIn(checked), checked) : unopened;
  const isCertain = certainty(judged.writing, counted);
  const musts = new Musts(counted, isCertain);
  const items = byPrinciple(itemsOf(counted, judged, musts, new Wants(counted, musts, isCertain)));
  const standings = principlesOf(checked, raised, items);
  const blockers = blockersIn(raised, checked);
  const canRead = isReadable(workspace);
  const isClear = canRead && blockersIn(unopened, counted).length === 0;
  const isReady = canRead && isClear && blockers.length === 0;
  const pointsWith = (those: typeof items, clear: boolean) =>
    pointsOf(
      standings
        .filter(({ dueFrom }) => isDueBy(dueFrom, file.stage))
        .map(({ principle }) => shareOf(those.get(principle.id) ?? [])),
      clear,
    );
  const points = wholePoints(pointsWith(items, isClear));
  const isWhole = isReady && raised.every(({ finding, silenced }) => !silenced && !finding.accepted);
  return {
    stage: file.stage,
    claimed: file.root.get("stage")?.value,
    earned: earnedStage(checked.workspace, blockers),
    isReady,
    score: isWhole ? points : Math.min(99, points),
    blockers,
    principles: standings,
    next: nextSteps(raised, { counted, musts, items, pointsWith, isClear, blockers: new Set(blockers) }),
  };
});
