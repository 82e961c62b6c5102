import type { Figure, Ladder, LadderGate, LadderStep } from "@aiplan/core";
import type { ReportPlace } from "../../data/index.ts";
import { ladderTable } from "../../tables/index.ts";
import { count } from "../../text/words.ts";
import { type Content, html, type Markup } from "../markup.ts";
import { words } from "../places.ts";
import type { View } from "../view.ts";
import { type Drawing, percent } from "./picture.ts";

type Step = LadderStep<ReportPlace>;

/** The steps of a rollout from the first to the last: traffic grows, review shrinks, and between them what must be true. */
export function ladderPicture(ladder: Ladder<ReportPlace>, view: View): Drawing {
  const { steps } = ladder;
  const drawn = html`<ol class="ladder">${steps.map((step, index) => rung(step, index > 0, view))}</ol>`;
  const lead = html`${count(steps.length, "step")}. Each later one begins when its gate is met: more traffic, less review by people.`;
  return {
    lead,
    drawn,
    tables: [ladderTable(ladder)],
  };
}

function rung(step: Step, hasGate: boolean, view: View): Markup {
  const { name, at, isCurrent, gates, minDuration } = step;
  const when = [begins(step), minDuration && `at least ${minDuration.text}`].filter(Boolean).join(", ");
  return html`<li${isCurrent && html` aria-current="step"`}>
${hasGate && html`<div class="gate"><strong>Gate</strong> ${gates.length > 0 ? html`<ul>${gates.map((gate) => html`<li>${words(gateWords(gate), gate.at, view)}</li>`)}</ul>` : "none: nothing must be true before this step"}</div>`}
<div class="rung"><p><strong>${words(name, at, view)}</strong>${isCurrent && html` <span class="tag">current step</span>`}${when !== "" && html`<br><span class="small">${when}</span>`}</p>
<div>${bar("traffic", "Traffic", step.traffic)}${step.mirror && bar("mirror", "Mirrored", step.mirror)}</div>
<div>${bar("review", "Review", step.review)}</div></div></li>`;
}

function bar(name: string, label: string, figure: Figure<ReportPlace> | undefined): Content {
  return html`<p class="measure"><span>${label}</span> <strong>${figure ? figure.text : "not given"}</strong></p>
<svg class="bar ${name}" height="10" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="10"/>${
    figure && html`<rect class="amount" width="${percent(figure.value / 100)}" height="10"/>`
  }</svg>`;
}

function begins({ begins }: Step): string | undefined {
  if (!begins) return undefined;
  return begins.how === "earliest" ? `${begins.date} at the earliest` : `${begins.how} ${begins.date}`;
}

function gateWords({ metric, condition }: LadderGate<ReportPlace>): string {
  return [metric, condition].filter(Boolean).join(" ") || "not yet written";
}
