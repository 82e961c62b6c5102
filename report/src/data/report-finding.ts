import type { Severity } from "@aiplan/core";

/** As editors and the Language Server Protocol count: zero-based, `character` in UTF-16 code units. */
export interface ReportPosition {
  readonly line: number;
  readonly character: number;
}

/** A place in a file, which need not be that of the plan. */
export interface ReportPlace {
  /** As people read it: relative to the folder that the report was asked for in, with forward slashes. */
  readonly path: string;
  /** What an editor opens; left out where a report is to be shared, for it names folders of whoever made it. */
  readonly uri?: string;
  /** `end` is exclusive. */
  readonly range: { readonly start: ReportPosition; readonly end: ReportPosition };
}

/** What a rule has to say, as plain data. All texts may hold anything that a plan holds. */
export interface ReportFinding extends ReportPlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** What the message says is wrong, without the consequence and the advice that follow. */
  readonly headline: string;
  /** The titles of its fixes, best first. */
  readonly fixes: readonly string[];
  /** The page of the rule: a URL, where there is one to open. */
  readonly page?: string;
}

/** A finding that nobody is shown elsewhere, and what silences it. */
export interface ReportSilenced extends ReportFinding {
  readonly by:
    | { readonly kind: "comment"; readonly reason: string }
    /** With the path of the configuration that switches its rule off. */
    | { readonly kind: "configuration"; readonly path?: string };
}

/** A finding whose risk somebody has accepted until a day, by a waiver in the plan. */
export interface ReportAccepted extends ReportFinding {
  readonly accepted: { readonly approver: string; readonly reason: string; readonly expires: string };
}
