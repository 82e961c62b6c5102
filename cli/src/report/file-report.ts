import type { Severity } from "@aiplan/core";
import type { Range } from "./source-text.ts";

/**
 * What was found in one file. Plain data: it can be sent from a worker, and nothing in it needs the text of the plan.
 */
export interface FileReport {
  /** As reports show it: relative to the current folder, with forward slashes. */
  readonly path: string;
  readonly kind: "plan" | "catalog";
  /** What the plan claims, or is judged as. */
  readonly stage: string;
  readonly findings: readonly ReportedFinding[];
}

/** A place in a file, which need not be the one that the report is about. */
export interface ReportedPlace {
  /** As reports show it. */
  readonly path: string;
  readonly range: Range;
}

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: ReportedPlace;
  readonly related: readonly { readonly place: ReportedPlace; readonly message: string }[];
  /** Best first. */
  readonly fixes: readonly ReportedFix[];
  /** A waiver accepts it until a given day. */
  readonly accepted?: true;
  /** The rule itself failed: nothing is known of what it looks for. */
  readonly ruleFailed?: true;
  /** The lines around its place, where the format asked for them. */
  readonly excerpt?: Excerpt;
}

export interface ReportedFix {
  readonly title: string;
  /** Empty where the format did not ask for them. */
  readonly edits: readonly (ReportedPlace & { readonly newText: string })[];
}

/** Some lines of a file. */
export interface Excerpt {
  /** The number of the first of them, counted from zero. */
  readonly firstLine: number;
  /** Without their line ends; of very long lines only a part. */
  readonly lines: readonly string[];
  /** How many UTF-16 code units are cut off at the start of each line. */
  readonly cut: number;
}

/** What a report holds only for formats that ask for it. */
export interface Needs {
  readonly edits?: boolean;
  readonly excerpts?: boolean;
}
