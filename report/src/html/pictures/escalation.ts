import type { Alarm, CalledReview, Escalation, Paged, PagingPath } from "@aiplan/core";
import type { ReportPlace } from "../../data/index.ts";
import { alarmInWords, alarmsTable, ENDS_IN_WORDS, HOURS_NAMES, pathsTable } from "../../tables/index.ts";
import { count } from "../../text/words.ts";
import { type Content, html, type Markup } from "../markup.ts";
import { words } from "../places.ts";
import type { View } from "../view.ts";
import type { Drawing } from "./picture.ts";

type Path = PagingPath<ReportPlace>;
type Told = Paged<ReportPlace>;

/** Which alarms lead to whom, and how soon each must answer. */
export function escalationPicture(escalation: Escalation<ReportPlace>, view: View): Drawing {
  const { alarms, paths, reviews } = escalation;
  const known = new Set(paths.map(({ id }) => id));
  const pathless = alarms.filter(({ path }) => path === undefined || !known.has(path.text));
  const drawn = html`<div class="escalation">${paths.map((path) =>
    lane(
      path,
      alarms.filter(({ path: to }) => to?.text === path.id),
      view,
    ),
  )}${pathless.length > 0 && html`<section class="lane"><h3>Alarms without an escalation path</h3><ul class="alarms">${pathless.map((alarm) => alarmItem(alarm, view))}</ul></section>`}${
    reviews.length > 0 && reviewList(reviews, alarms, view)
  }</div>`;
  return {
    lead: html`${count(alarms.length, "alarm")}, ${count(paths.length, "escalation path")}. Times count from the alarm.`,
    drawn,
    tables: [alarmsTable(escalation), pathsTable(escalation)],
  };
}

function lane(path: Path, alarms: readonly Alarm<ReportPlace>[], view: View): Markup {
  return html`<section class="lane"><h3>${words(path.id, path.at, view)}${path.hours && html` <span class="kind">${HOURS_NAMES[path.hours]}</span>`}</h3>
<div class="flow"><div><p class="small">Alarms</p>${
    alarms.length > 0
      ? html`<ul class="alarms">${alarms.map((alarm) => alarmItem(alarm, view))}</ul>`
      : html`<p>None leads here directly.</p>`
  }</div>
<div><p class="small">Who is told</p><ol class="chain">${path.chain.map((told) => toldItem(told, path, view))}</ol>${
    path.ends && html`<p class="ends"><strong>${ENDS_IN_WORDS[path.ends]}</strong></p>`
  }</div></div></section>`;
}

function alarmItem(alarm: Alarm<ReportPlace>, view: View): Markup {
  const { id, severity, does, reviews, at } = alarm;
  const marks = [severity, does && `then ${does}`, reviews.length > 0 && `calls for ${reviews.join(", ")}`]
    .filter(Boolean)
    .join(", ");
  return html`<li><strong>${words(id, at, view)}</strong>: ${alarmInWords(alarm)}${marks !== "" && html` <span class="kind">${marks}</span>`}</li>`;
}

function toldItem({ role, contact, via, within, after, at, path }: Told, { id }: Path, view: View): Markup {
  const by = [via && `by ${via}`, contact].filter(Boolean).join(", ");
  return html`<li><span class="after">${after?.text ?? "then"}</span>
<div><strong>${words(role?.text ?? "nobody named", role?.at ?? at, view)}</strong>${path !== id && html` <span class="kind">path ${path}</span>`}${
    by !== "" && html` <span class="by">${by}</span>`
  }${within && html`<br><span class="small">must answer within ${within.text}</span>`}</div></li>`;
}

function reviewList(
  reviews: readonly CalledReview<ReportPlace>[],
  alarms: readonly Alarm<ReportPlace>[],
  view: View,
): Content {
  return html`<section class="lane"><h3>Reviews that alarms call for</h3><ul class="alarms">${reviews.map(
    ({ id, chair, atLatestEvery, at }) => {
      const calledBy = alarms.filter((alarm) => alarm.reviews.includes(id)).map((alarm) => alarm.id);
      const facts = [
        calledBy.length > 0 && `called by ${calledBy.join(", ")}`,
        chair && `chaired by ${chair.text}`,
        atLatestEvery && `at the latest every ${atLatestEvery.text}`,
      ].filter(Boolean);
      return html`<li><strong>${words(id, at, view)}</strong>${facts.length > 0 && `: ${facts.join("; ")}`}</li>`;
    },
  )}</ul></section>`;
}
