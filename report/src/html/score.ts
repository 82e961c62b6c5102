import { SCORE_METHOD } from "@aiplan/core";
import type { ReportPrinciple, ReportReadiness } from "../data/index.ts";
import { count, STATUS_NAMES } from "../text/words.ts";
import { html, type Markup } from "./markup.ts";
import { tableOf } from "./pictures/picture.ts";
import { prose } from "./prose.ts";
import type { View } from "./view.ts";

/** How the score comes about: the method, and what each principle brings in. */
export function scoreSection({ principles, score }: ReportReadiness, view: View): Markup {
  const due = principles.filter(({ status }) => status !== "not-yet-due");
  const average = due.reduce((sum, { share }) => sum + share, 0) / Math.max(1, due.length);
  return html`<div class="method">${SCORE_METHOD.map((sentences) => html`<p>${prose(sentences)}</p>`)}
<p>Of this plan ${percent(average)} of what is due is met, on average over ${count(due.length, "principle")}.</p></div>${tableOf(
    {
      caption: `What counts for the score of ${score}`,
      columns: [{ title: "Principle" }, { title: "Status" }, { title: "Share met", isNumber: true }],
      rows: principles.map((principle) => [
        `${principle.number} ${principle.title}`,
        STATUS_NAMES[principle.status],
        shareOf(principle),
      ]),
    },
    view,
  )}`;
}

function shareOf({ status, share, dueFrom }: ReportPrinciple): string {
  return status === "not-yet-due" ? `counts from ${dueFrom} on` : percent(share);
}

/** Down to a whole number, as the score: nothing that is unmet rounds away. */
function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-6)}%`;
}
