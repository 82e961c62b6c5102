import type { EventKind, Timeline, TimelineEvent } from "@aiplan/core";
import type { ReportPlace } from "../../data/index.ts";
import { EVENT_KIND_NAMES, timelineTable } from "../../tables/index.ts";
import { count } from "../../text/words.ts";
import { icon } from "../icons.ts";
import { type Content, html, type Markup } from "../markup.ts";
import { words } from "../places.ts";
import type { View } from "../view.ts";
import { type Drawing, percent } from "./picture.ts";
import { type TimeScale, timeScale } from "./time-scale.ts";

/** Of one event; the table names them by their kinds as well. */
const KIND_NAMES: Readonly<Record<EventKind, string>> = {
  ...EVENT_KIND_NAMES,
  milestone: "Milestone",
  gap: "Gap to close",
  rollout: "Rollout step",
};

/** Shapes about the middle of a box of 16 by 16. */
const SHAPES: Readonly<Record<EventKind, Markup>> = {
  milestone: html`<path d="M8 1l7 7-7 7-7-7z" fill="currentColor"/>`,
  agreed: html`<circle cx="8" cy="8" r="5.5" fill="currentColor"/>`,
  evidence: html`<path d="M8 2l6.5 12h-13z" fill="currentColor"/>`,
  gap: html`<path d="M3 3h10v10H3z" fill="none" stroke="currentColor" stroke-width="2"/>`,
  rollout: html`<path d="M3 3h10v10H3z" fill="currentColor"/>`,
  benchmark: html`<circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="2"/>`,
  until: html`<path d="M3 3l10 10m0-10L3 13" stroke="currentColor" stroke-width="2"/>`,
};

type Event = TimelineEvent<ReportPlace>;

/** All dates of a plan, one below the other, each at its place in time. */
export function timelinePicture(timeline: Timeline<ReportPlace>, view: View): Drawing {
  const { events, today } = timeline;
  const days = events.flatMap(({ day, until }) => (until ? [day, until.day] : [day]));
  const scale = timeScale(today ? [...days, today.day] : days);
  const at = today && scale.share(today.day);
  const drawn = html`<div class="timeline">
<div class="axis"><svg class="track" height="20" aria-hidden="true" focusable="false">${scale.ticks.map(({ share, label }) => tickLabel(share, label))}</svg></div>
<ol>${events.map((event) => row(event, scale, at, view))}</ol></div>`;
  const lead = html`${count(events.length, "date")}${
    events.length > 1 && html` from ${events[0]!.date} to ${events[events.length - 1]!.date}`
  }.${today && html` The dashed line is ${today.date}, the day the plan is judged on.`}`;
  return {
    lead,
    drawn,
    tables: [timelineTable(timeline)],
  };
}

function row(event: Event, scale: TimeScale, today: number | undefined, view: View): Markup {
  const { kind, date, label, computed, at, day, until } = event;
  const from = scale.share(day);
  const lasts = until && scale.share(until.day) - from;
  return html`<li class="event-${kind}">
<p class="date">${date}</p>
<p class="what">${words(label, at, view)} <span class="kind">${icon("event", SHAPES[kind])}${KIND_NAMES[kind]}${computed !== undefined && ", computed"}</span></p>
<svg class="track" height="24" aria-hidden="true" focusable="false">${scale.ticks.map(({ share }) => rule("tick", share))}${
    today !== undefined && rule("today", today)
  }${lasts !== undefined && html`<rect class="lasts" x="${percent(from)}" width="${percent(lasts)}" y="8" height="8"/>`}<svg class="event" x="${percent(from)}" overflow="visible"><g transform="translate(-8 4)">${SHAPES[kind]}</g></svg></svg>
</li>`;
}

function rule(name: string, share: number): Markup {
  return html`<line class="${name}" x1="${percent(share)}" x2="${percent(share)}" y1="0" y2="100%"/>`;
}

/** Written to the right of its line, where there is room for it. */
function tickLabel(share: number, label: string): Content {
  return share <= 0.8 && html`<text x="${percent(share)}" y="14">${label}</text>`;
}
