// What a client may ask beyond the Language Server Protocol, and is told if it says so: `reports: true` in its
// `initializationOptions`. Nothing here is needed to edit plans.

/** Asks where a plan stands. Answered with a `PlanReport`, or null where a document is no open plan or is not judged. */
export const REPORT = "aiplan/report";

export interface ReportParams {
  readonly textDocument: { readonly uri: string };
}

/**
 * Tells a client that reports may have changed of plans that it has not edited itself: another file, the settings or the
 * folders have. It has no parameters. After its own edits a client asks unasked.
 */
export const REPORTS_CHANGED = "aiplan/reportsChanged";
