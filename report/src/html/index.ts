/** Reports as HTML: pure functions from plain data to texts. */

import type { PlanReport, Portfolio } from "../data/index.ts";
import { page } from "./page.ts";
import { portfolioContents } from "./portfolio.ts";
import { reportContents } from "./report-body.ts";
import { STYLE } from "./style/index.ts";

/**
 * The report of a plan as one file, to read in a browser, to print and to pass on.
 *
 * @param index the path of the page of all plans from the folder of this one, where there is one
 */
export function reportHtml(report: PlanReport, index?: string): string {
  return page(`${report.title ?? report.name}: readiness report`, reportContents(report, "file", index));
}

/**
 * The same for the body of a webview. There are no styles and no handlers in it, so that a policy may forbid them:
 * {@link reportStyle} goes into an element of its own. What leads to a place in a file is a button with `data-place`, the
 * JSON of `{ uri, range }`. The ids of elements stay the same when a plan changes.
 */
export function reportBody(report: PlanReport): string {
  return reportContents(report, "webview").text;
}

/** Where many plans stand, as one file. */
export function portfolioHtml(portfolio: Portfolio): string {
  return page("Where plans stand", portfolioContents(portfolio));
}

/** The style of all of them: light and dark by what the browser, or VS Code, says. */
export const reportStyle: string = STYLE;
