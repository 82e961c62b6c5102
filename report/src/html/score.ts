import type { ReportPrinciple, ReportReadiness } from "../data/index.ts";
import { STATUS_NAMES } from "../text/words.ts";
import type { Markup } from "./markup.ts";
import { tableOf } from "./pictures/picture.ts";
import type { View } from "./view.ts";

/** How the score comes about: the method, and what each principle brings in. */
export function scoreSection({ principles, score }: ReportReadiness, view: View): Markup {
  return tableOf(
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
  );
}

function shareOf({ status, share, dueFrom }: ReportPrinciple): string {
  return status === "not-yet-due" ? `counts from ${dueFrom} on` : `${Math.round(share * 100)}%`;
}
