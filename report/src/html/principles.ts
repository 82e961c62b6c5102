import type { ReportPrinciple } from "../data/index.ts";
import { count, STATUS_NAMES } from "../text/words.ts";
import { asideList, findingList } from "./findings.ts";
import { statusIcon } from "./icons.ts";
import { html, type Markup } from "./markup.ts";
import { pageLink } from "./places.ts";
import { prose } from "./prose.ts";
import type { View } from "./view.ts";

/** All principles in their order, each with what stands against it folded below. */
export function principles(all: readonly ReportPrinciple[], view: View): Markup {
  return html`<div class="principles">${all.map((principle) => section(principle, view))}</div>`;
}

function section(principle: ReportPrinciple, view: View): Markup {
  const { number, title, status, what, page, findings } = principle;
  return html`<details class="principle ${status}" id="principle-${number}"><summary>
<span class="number">${number}</span><h3>${title}</h3>
<span class="tally">${tally(principle)}</span>
<span class="status">${statusIcon(status)}<strong class="status-${status}">${STATUS_NAMES[status]}</strong></span>
</summary>
<div class="body"><p>${prose(what)}${page !== undefined && html` <span class="read-more">${pageLink("Read more", page)}</span>`}</p>
${findings.length > 0 && findingList(findings, view)}${asideList(principle, view)}</div></details>`;
}

/** How much stands against it, in a few words. */
function tally({ status, dueFrom, findings, silenced, accepted, unjudged }: ReportPrinciple): string {
  if (status === "not-yet-due" && findings.length === 0) return `from ${dueFrom} on`;
  return [
    findings.length > 0 && count(findings.length, "finding"),
    silenced.length > 0 && `${silenced.length} silenced`,
    accepted.length > 0 && count(accepted.length, "accepted risk"),
    unjudged.length > 0 && `${unjudged.length} not judged`,
  ]
    .filter(Boolean)
    .join(", ");
}
