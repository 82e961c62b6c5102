import type { PlanHead, ReportNextStep, ReportReadiness, ReportStatus } from "./plan-report.ts";
import type { ReportFinding } from "./report-finding.ts";

/** Where many plans stand, as plain data: what `aiplan report --format json` prints for a folder. */
export interface Portfolio {
  readonly kind: "portfolio";
  /** The day that dates were judged by, where it is one for all plans. */
  readonly asOf?: string;
  /** What needs attention comes first. */
  readonly plans: readonly PortfolioRow[];
  /** What is missing in most plans comes first. */
  readonly gaps: {
    /** Principles that plans don't meet although they are due. */
    readonly principles: readonly PortfolioGap[];
    /** Rules that stand between plans and the stages that they are judged at. */
    readonly rules: readonly PortfolioGap[];
  };
  /** What could not be read, and why, as sentences. */
  readonly unreadable: readonly { readonly path: string; readonly message: string }[];
  /** How many files were left out: catalogs have no readiness, and what the configuration ignores is left alone. */
  readonly leftOut: { readonly catalogs: number; readonly ignored: number };
}

/** One plan in a line. All figures are those of its own report. */
export interface PortfolioRow
  extends PlanHead,
    Pick<ReportReadiness, "stage" | "claimed" | "earned" | "isReady" | "score"> {
  /** How many findings stand between the plan and the stage it is judged at. */
  readonly blockers: number;
  readonly firstBlocker?: ReportFinding;
  readonly next?: ReportNextStep;
  /** How many of the 18 principles have each status. */
  readonly principles: Readonly<Record<ReportStatus, number>>;
  /** The path of its own report from the folder of this one, with forward slashes, where there is one beside it. */
  readonly report?: string;
}

/** What several plans lack. */
export interface PortfolioGap {
  /** Of a principle or of a rule. */
  readonly id: string;
  /** What it asks for, in a few words or one sentence. */
  readonly title: string;
  /** In how many plans. */
  readonly plans: number;
  readonly page?: string;
}
