import type { language, Pictures, PrincipleId, PrincipleStatus } from "@aiplan/core";
import type { ReportAccepted, ReportFinding, ReportPlace, ReportSilenced } from "./report-finding.ts";

/**
 * All that a report of one plan shows, as plain data that JSON holds without loss: what `aiplan report --format json`
 * prints, what the language server sends and what every view takes its figures from.
 */
export interface PlanReport extends PlanHead {
  readonly kind: "plan";
  readonly readiness: ReportReadiness;
  /** What can be drawn of it. */
  readonly pictures: Pictures<ReportPlace>;
}

/** Which plan a report is of. */
export interface PlanHead {
  /** As people read it: see {@link ReportFinding.path}. */
  readonly path: string;
  /** What an editor opens; left out where a report is to be shared. */
  readonly uri?: string;
  /** The name that the plan gives itself, else that of its file without the ending. */
  readonly name: string;
  readonly title?: string;
  /** The id of the role that answers for the plan. */
  readonly owner?: string;
  /** The day of go-live, as `2026-07-06`. */
  readonly goLive?: string;
  /** The day that dates were judged by, where there is one. */
  readonly asOf?: string;
}

export interface ReportReadiness {
  /** The stage that the plan is judged at. */
  readonly stage: language.Stage;
  /** The stage that it claims, if any. */
  readonly claimed?: language.Stage;
  /** The last stage that nothing stands in the way of; none where it does not earn even that of a proposal. */
  readonly earned?: language.Stage;
  /** Nothing stands between the plan and the stage that it is judged at, and all of it can be read. */
  readonly isReady: boolean;
  /** 0 to 100, a whole number. */
  readonly score: number;
  /** What stands between the plan and the stage it is judged at, heaviest first. */
  readonly blockers: readonly ReportFinding[];
  /** All 18, in their order. */
  readonly principles: readonly ReportPrinciple[];
  /** The few changes that gain most, best first. */
  readonly next: readonly ReportNextStep[];
}

export type ReportStatus = PrincipleStatus;

export interface ReportPrinciple {
  readonly id: PrincipleId;
  /** 1 to 18. */
  readonly number: number;
  readonly title: string;
  /** What it asks for, in two or three sentences. */
  readonly what: string;
  readonly status: ReportStatus;
  /** The stage from which a plan must say something about it. */
  readonly dueFrom: language.Stage;
  /** 0 to 1, of what counts for the score. */
  readonly share: number;
  /** What stands against it, heaviest first. */
  readonly findings: readonly ReportFinding[];
  /** Ignored or switched off: counts as not met. */
  readonly silenced: readonly ReportSilenced[];
  readonly accepted: readonly ReportAccepted[];
  /** Rules that could not judge, and the key that they lack, such as `load.peak`: counts as not met. */
  readonly unjudged: readonly { readonly rule: string; readonly lacks: string }[];
  /** The page of the principle: a URL, where there is one to open. */
  readonly page?: string;
}

export interface ReportNextStep {
  /** What to do, in a few words. */
  readonly title: string;
  /** How many points of the score it gains. */
  readonly gain: number;
  /** It stands between the plan and its stage. */
  readonly blocks: boolean;
  /** Where to begin: its first fix is the one to offer. */
  readonly finding: ReportFinding;
  /** How many findings like it must be settled as well for the gain. */
  readonly others: number;
}
