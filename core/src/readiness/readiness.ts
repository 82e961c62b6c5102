import { isDueBy, type Stage } from "../language/types.ts";
import type { Principle } from "../principles/index.ts";

import { everyRule, ruleById } from "../rules/every-rule.ts";
import type { Finding, SilencedFinding } from "../rules/finding.ts";
import { rules } from "../rules/registry.ts";
import { runAllRules } from "../rules/run.ts";
import { isIgnored } from "../workspace/ignored.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { dueFrom } from "./due-from.ts";
import { blockersAt, earnedStage, isReadable } from "./earned.ts";
import { nextSteps } from "./next-steps.ts";
import { principlesOf } from "./principles-of.ts";

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
  /** What to do, in a few words: the title of the fix, else what is wrong. */
  readonly title: string;
  /** Points of the score that it gains for certain, once its finding and the others like it are settled. */
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
 * Where a plan stands at its stage. The same files and the same configuration always give the same; today's date changes
 * nothing, only a date that the configuration sets.
 *
 * @returns undefined for a catalog, which is never judged, and for a file that is ignored or refused
 */
export function readinessOf(workspace: Workspace): Readiness | undefined {
  const { file, config } = workspace;
  if (file.kind === "catalog" || file.refusal || isIgnored(config, file.uri)) return undefined;
  const { only: _, ...wholeConfig } = config;
  const whole: Workspace = { ...workspace, config: wholeConfig };
  const outcome = runAllRules(whole, rules, everyRule);
  const blockers = blockersAt(whole, outcome);
  const isReady = blockers.length === 0 && isReadable(whole);
  const standings = principlesOf(whole, outcome);
  const due = standings.filter(({ principle }) => isDueBy(dueFrom(principle.id), file.stage));
  const share = due.reduce((sum, standing) => sum + standing.share, 0) / due.length;
  const points = Math.floor(80 * share + (isReady ? 20 : 0) + 1e-9);
  const claimed = file.root.get("stage")?.value;
  return {
    stage: file.stage,
    claimed,
    earned: earnedStage(whole),
    isReady,
    score: outcome.silenced.length > 0 ? Math.min(99, points) : points,
    blockers,
    principles: standings,
    next: nextSteps(outcome.findings, new Set(blockers), ruleById),
  };
}
