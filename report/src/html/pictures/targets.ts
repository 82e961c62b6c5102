import { type MeasuredFigure, MOMENTS, type MomentFigure, type TargetScale, type Targets } from "@aiplan/core";
import type { ReportPlace } from "../../data/index.ts";
import { DIRECTION_NAMES, targetsTable } from "../../tables/index.ts";
import { compact, count, grouped } from "../../text/words.ts";
import { type ChartPoint, targetChart } from "../charts/target-chart.ts";
import { html, type Markup } from "../markup.ts";
import { words } from "../places.ts";
import type { View } from "../view.ts";
import type { Drawing } from "./picture.ts";

type Scale = TargetScale<ReportPlace>;

/** What each metric is to reach and when, each on its own scale. */
export function targetsPicture(targets: Targets<ReportPlace>, view: View): Drawing {
  const { metrics } = targets;
  const missed = metrics.flatMap(({ measured }) => measured).filter(({ isMissed }) => isMissed === true).length;
  const isMeasured = metrics.some(({ measured }) => measured.length > 0);
  const lead = html`${count(metrics.length, "metric")}, each on its own scale, which need not begin at zero. Line and dots: what is planned.${
    isMeasured &&
    html` Diamonds: what was measured${missed > 0 ? `; ${count(missed, "target")} missed` : ", no target missed"}.`
  }`;
  const drawn = html`<ul class="multiples">${metrics.map((scale) => multiple(scale, view))}</ul>`;
  return {
    lead,
    drawn,
    tables: [targetsTable(targets)],
  };
}

function multiple(scale: Scale, view: View): Markup {
  const { metric, direction, unit, planned, measured, worstSlice, at } = scale;
  const points = [...planned, ...measured];
  const says = [unit, direction && `${DIRECTION_NAMES[direction]} is better`].filter(Boolean).join(", ");
  return html`<li><h3>${words(metric, at, view)}</h3><p class="small">${says}</p>
${targetChart({
  moments: MOMENTS.filter((moment) => points.some((point) => point.moment === moment)),
  planned: planned.map(chartPoint),
  measured: measured.map(chartPoint),
})}${worstSlice && html`<p class="small">Worst slice: ${worstSlice.text}</p>`}</li>`;
}

/** As the plan writes it, where that is short enough to stand beside others. */
const LONGEST_LABEL = 8;

function chartPoint({
  moment,
  value,
  text,
  isMissed,
}: MomentFigure<ReportPlace> & MeasuredFigure<ReportPlace>): ChartPoint {
  const label = [text, grouped(value)].find(({ length }) => length <= LONGEST_LABEL) ?? compact(value);
  return { moment, value, label, ...(isMissed === true && { isMissed }) };
}
