import type { ReportNextStep, ReportReadiness } from "../data/index.ts";
import { count, grouped } from "../text/words.ts";
import { findingList, fixButton } from "./findings.ts";
import { html, type Markup } from "./markup.ts";
import { pageLink, placeLink } from "./places.ts";
import { prose } from "./prose.ts";
import type { View } from "./view.ts";

/** The few changes that gain most, best first. */
export function nextSteps({ next, stage, score }: ReportReadiness, view: View): Markup {
  if (next.length === 0)
    return html`<p>${score === 100 ? "Nothing is left to do for this stage." : "No single change would raise the score now."}</p>`;
  return html`<ol class="next">${next.map((step) => nextStep(step, stage, view))}</ol>`;
}

function nextStep({ title, gain, blocks, finding, others }: ReportNextStep, stage: string, view: View): Markup {
  const rest = withoutTitle(finding.message, title);
  return html`<li>
<div><h3>${prose(title)}</h3>
${rest !== "" && html`<p>${prose(rest)}</p>`}
<p class="where">${placeLink(finding, view)} <code>${pageLink(finding.rule, finding.page)}</code>${
    others > 0 && html` <span>with ${count(others, "more like it", "more like it")}</span>`
  }${blocks && html` <strong class="blocks">Stands in the way of ${stage}</strong>`}${fixButton(finding, view)}</p></div>
${gain > 0 && html`<p class="gain"><strong>+${grouped(gain)}</strong> ${gain === 1 ? "point" : "points"}${others > 0 && html`<br><span class="small">for all ${grouped(others + 1)}</span>`}</p>`}
</li>`;
}

/** A step is often called by the first words of its message, which need not be said twice. */
function withoutTitle(message: string, title: string): string {
  if (!message.startsWith(title)) return message;
  const rest = message.slice(title.length).replace(/^[.:;,]\s*/, "");
  return rest.slice(0, 1).toUpperCase() + rest.slice(1);
}

/** What stands between the plan and its stage, heaviest first. */
export function blockers({ blockers, stage, isReady }: ReportReadiness, view: View): Markup {
  if (blockers.length > 0) return findingList(blockers, view);
  return html`<p>${isReady ? `Nothing stands in the way of ${stage}.` : "Part of the plan cannot be read. What is wrong with it is found first."}</p>`;
}
