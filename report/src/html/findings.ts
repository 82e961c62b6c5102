import type { ReportFinding, ReportPrinciple } from "../data/index.ts";
import { SEVERITY_NAMES } from "../text/words.ts";
import { severityIcon } from "./icons.ts";
import { type Content, html, type Markup, unchanged } from "./markup.ts";
import { pageLink, placeLink } from "./places.ts";
import { prose } from "./prose.ts";
import type { View } from "./view.ts";

/** Longer lists are folded: what comes first is the heaviest. */
const SHOWN = 8;

/** Findings, heaviest first; of many the rest is folded away. */
export function findingList(findings: readonly ReportFinding[], view: View): Markup {
  const items = findings.map((finding) => html`<li>${findingText(finding, view)}</li>`);
  // Folding away one or two saves nothing.
  if (items.length <= SHOWN + 2) return html`<ol class="findings">${items}</ol>`;
  return html`<ol class="findings">${items.slice(0, SHOWN)}</ol>
<details class="more"><summary>${items.length - SHOWN} more</summary>
<ol class="findings" start="${SHOWN + 1}">${items.slice(SHOWN)}</ol></details>`;
}

/** What is silenced and what is accepted stands apart from what is found, with who says so and why. */
export function asideList({ silenced, accepted, unjudged }: ReportPrinciple, view: View): Markup {
  return html`${accepted.map((finding) => {
    const { approver, reason, expires } = finding.accepted;
    return aside("Accepted risk", finding, html`Accepted by ${approver} until ${expires}: ${reason}`, view);
  })}${silenced.map((finding) => aside("Silenced, counts as not met", finding, silencer(finding.by), view))}${
    unjudged.length > 0 &&
    html`<div class="aside"><p><strong>Cannot be judged, counts as not met</strong></p>
<ul>${unjudged.map(({ rule, lacks }) => html`<li><code>${rule}</code> needs <code>${lacks}</code></li>`)}</ul></div>`
  }`;
}

function aside(heading: string, finding: ReportFinding, why: Content, view: View): Markup {
  return html`<div class="aside"><p><strong>${heading}</strong></p>${findingText(finding, view)}<p class="why">${why}</p></div>`;
}

function silencer(by: ReportPrinciple["silenced"][number]["by"]): Content {
  if (by.kind === "comment") return html`By a comment in the plan: ${by.reason || "no reason is given"}`;
  return html`Its rule is switched off${by.path !== undefined && html` in <span class="place">${by.path}</span>`}`;
}

/** What was found, how heavy it is, and where. */
export function findingText(finding: ReportFinding, view: View): Markup {
  const { severity, message, rule, page, fixes } = finding;
  return html`<p class="finding">${severityIcon(severity)}<strong class="severity-${severity}">${SEVERITY_NAMES[severity]}</strong> ${prose(message)}</p>
<p class="where">${placeLink(finding, view)} <code>${pageLink(rule, page)}</code>${
    fixes[0] !== undefined && html` <span class="fix">Fix: ${prose(fixes[0])}</span>`
  }${fixButton(finding, view)}</p>`;
}

/** In an editor a click applies the fix that is offered first. The script of the view reads which one from `data-fix`. */
export function fixButton({ rule, fixes: [fix], uri, range }: ReportFinding, view: View): Content {
  if (fix === undefined || uri === undefined || view !== "webview") return undefined;
  return html` <button type="button" class="apply" data-place="${JSON.stringify({ uri, range })}" data-rule="${rule}" data-fix="${unchanged(fix)}" aria-label="Apply the fix: ${fix}" title="${fix}">Fix</button>`;
}
