import type { Alarm, CalledReview, Escalation, Figure, Paged, PagingPath } from "@aiplan/core";
import type { ReportPlace } from "../../data/index.ts";
import { count, grouped } from "../../text/words.ts";
import { type Content, html, type Markup } from "../markup.ts";
import { words } from "../places.ts";
import type { View } from "../view.ts";
import type { Drawing } from "./picture.ts";

type Path = PagingPath<ReportPlace>;
type Told = Paged<ReportPlace>;

const ENDS: Readonly<Record<NonNullable<Path["ends"]>, string>> = {
  "dead-end": "It ends here: the path that it hands over to is not defined.",
  ring: "It leads back to people who were told before: there is nobody further up.",
  cut: "It goes on; what follows is not shown.",
};

/** Which alarms lead to whom, and how soon each must answer. */
export function escalationPicture({ alarms, paths, reviews }: Escalation<ReportPlace>, view: View): Drawing {
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
    table: {
      caption: "Who is told on each escalation path",
      columns: [
        { title: "Path" },
        { title: "Hours" },
        { title: "Alarms" },
        { title: "Who" },
        { title: "By" },
        { title: "After", isNumber: true },
        { title: "Must answer within", isNumber: true },
      ],
      rows: paths.flatMap((path) =>
        path.chain.map((told) => [
          path.id,
          path.hours && HOURS[path.hours],
          alarms
            .filter((alarm) => alarm.path?.text === path.id)
            .map(({ id }) => id)
            .join(", "),
          told.role?.text ?? "not said",
          told.via,
          told.after && minutes(told.after),
          told.within?.text,
        ]),
      ),
    },
  };
}

const HOURS = { business: "business hours only", "24x7": "day and night" } as const;

function lane(path: Path, alarms: readonly Alarm<ReportPlace>[], view: View): Markup {
  return html`<section class="lane"><h3>${words(path.id, path.at, view)}${path.hours && html` <span class="kind">${HOURS[path.hours]}</span>`}</h3>
<div class="flow"><div><p class="small">Alarms</p>${
    alarms.length > 0
      ? html`<ul class="alarms">${alarms.map((alarm) => alarmItem(alarm, view))}</ul>`
      : html`<p>None leads here directly.</p>`
  }</div>
<div><p class="small">Who is told</p><ol class="chain">${path.chain.map((told) => toldItem(told, path, view))}</ol>${
    path.ends && html`<p class="ends"><strong>${ENDS[path.ends]}</strong></p>`
  }</div></div></section>`;
}

function alarmItem(
  { id, metric, condition, severity, does, reviews, at, source }: Alarm<ReportPlace>,
  view: View,
): Markup {
  const what =
    source === "out-of-bounds"
      ? "an input outside the operating limits"
      : [metric?.text, condition].filter(Boolean).join(" ");
  const marks = [severity, does && `then ${does}`, reviews.length > 0 && `calls for ${reviews.join(", ")}`]
    .filter(Boolean)
    .join(", ");
  return html`<li><strong>${words(id, at, view)}</strong>: ${what}${marks !== "" && html` <span class="kind">${marks}</span>`}</li>`;
}

function toldItem({ role, contact, via, within, after, at, path }: Told, { id }: Path, view: View): Markup {
  const by = [via && `by ${via}`, contact].filter(Boolean).join(", ");
  return html`<li><span class="after">${after ? (after.value === 0 ? "at once" : `after ${minutes(after)}`) : "then"}</span>
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

/** "90 min" is read as "1 h 30 min". */
function minutes({ value }: Figure<ReportPlace>): string {
  if (value < 60) return `${grouped(value)} min`;
  const [days, hours, rest] = [Math.floor(value / 1440), Math.floor((value % 1440) / 60), value % 60];
  return [days > 0 && `${grouped(days)} d`, hours > 0 && `${hours} h`, rest > 0 && `${grouped(rest)} min`]
    .filter(Boolean)
    .join(" ");
}
