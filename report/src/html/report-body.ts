import type { PlanReport } from "../data/index.ts";
import { count } from "../text/words.ts";
import { headline } from "./headline.ts";
import { type Content, html, type Markup } from "./markup.ts";
import { blockers, nextSteps } from "./next-steps.ts";
import { drawPictures } from "./pictures/index.ts";
import { principles } from "./principles.ts";
import { scoreSection } from "./score.ts";
import type { View } from "./view.ts";

/**
 * The whole report of a plan: what to do comes first, then why, then the pictures of what is planned.
 *
 * @param index the path of the page of all plans, where there is one
 */
export function reportContents(report: PlanReport, view: View, index?: string): Markup {
  const { readiness } = report;
  const { drawn, absent } = drawPictures(report.pictures, view);
  const blocking = readiness.blockers.length;
  const sections = [
    section("next", "Do next", nextSteps(readiness, view)),
    section(
      "blockers",
      blocking > 0 ? `What stands in the way: ${count(blocking, "finding")}` : "What stands in the way",
      blockers(readiness, view),
    ),
    section("principles", `The ${readiness.principles.length} principles`, principles(readiness.principles, view)),
  ];
  return html`<div class="report">
${headline(report, index)}
<nav aria-label="Contents"><ul>
<li><a href="#next">Do next</a></li><li><a href="#blockers">What stands in the way</a></li><li><a href="#principles">Principles</a></li>
${drawn.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
<li><a href="#score">Score</a></li>
</ul></nav>
<main>
${sections}
${drawn.map(({ markup }) => markup)}
${absent.length > 0 && html`<p class="absent">Not drawn, because the plan says too little for it: ${absent.join(", ")}.</p>`}
${section("score", "How the score comes about", scoreSection(readiness, view))}
</main>
</div>`;
}

function section(id: string, title: Content, contents: Markup): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${contents}</section>`;
}
