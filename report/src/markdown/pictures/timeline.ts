import { EVENT_KINDS, type Timeline, type TimelineEvent } from "@aiplan/core";
import type { ReportPlace } from "../../data/index.ts";
import { EVENT_KIND_NAMES } from "../../tables/index.ts";
import { mermaidLabel } from "../../text/index.ts";
import { type Block, mermaid } from "../blocks.ts";

type Event = TimelineEvent<ReportPlace>;

/** More lines than these are no picture any more. */
const MOST_EVENTS = 60;

/** The dates of a plan as a Gantt chart, a section for each kind. */
export function timelineDiagram({ events }: Timeline<ReportPlace>): Block {
  const shown = events.slice(0, MOST_EVENTS);
  return mermaid([
    "gantt",
    "  accTitle: Dates of the plan",
    "  dateFormat YYYY-MM-DD",
    "  axisFormat %b %Y",
    "  todayMarker off",
    ...EVENT_KINDS.flatMap((kind) => {
      const own = shown.filter((event) => event.kind === kind);
      return own.length > 0 ? [`  section ${EVENT_KIND_NAMES[kind]}`, ...own.map(task)] : [];
    }),
  ]);
}

/** What lasts is a bar; what does not is a diamond. */
function task(event: Event): string {
  const { day, until } = event;
  const lasts = until && until.day > day ? `${dateOf(day)}, ${dateOf(until.day)}` : `milestone, ${dateOf(day)}, 0d`;
  return `  ${mermaidLabel(nameOf(event))} :${lasts}`;
}

/** Of what there may be several of, with what tells them apart. */
function nameOf({ kind, label, detail }: Event): string {
  return detail !== undefined && (kind === "evidence" || kind === "gap") ? `${label}: ${detail}` : label;
}

/** `2026-07-06`, made from the number: no word of a plan stands outside of a label. */
function dateOf(day: number): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/** Of a day. */
const MILLISECONDS = 86_400_000;
