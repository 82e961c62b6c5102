import type { Cost, CostCurve, OperatingPoint } from "@aiplan/core";
import type { ReportPlace } from "../../data/index.ts";
import { costTable, POINT_NAMES, reviewTable } from "../../tables/index.ts";
import { costChart, DASHES, type PointShape } from "../charts/cost-chart.ts";
import { type Content, html, type Markup } from "../markup.ts";
import type { Drawing } from "./picture.ts";

type Point = OperatingPoint<ReportPlace>;

const SHAPES: Readonly<Record<Point["name"], PointShape>> = { pilot: "triangle", average: "circle", "month 6": "rect" };

const SHAPE_MARKS: Readonly<Record<PointShape, Markup>> = {
  triangle: html`<path d="M14 1l6 10H8z" fill="currentColor"/>`,
  circle: html`<circle cx="14" cy="6" r="5.5" fill="currentColor"/>`,
  rect: html`<path d="M9 1h10v10H9z" fill="currentColor"/>`,
};

/** What the system costs and earns a month, by how much it has to do and how much of that people review. */
export function costPicture(cost: Cost<ReportPlace>): Drawing {
  const { curves, value, ceiling, points, unit, volumeUnit } = cost;
  const drawn = html`<p class="small axis-title">${unit}</p>${costChart({
    curves: curves.map((curve) => curve.points),
    value,
    ceiling: ceiling?.value,
    points: points.map(({ name, volume, cost }) => ({ shape: SHAPES[name], at: [volume.value, cost.value] })),
  })}<p class="small axis-title end">${volumeUnit}</p>
<ul class="legend">${curves.map((curve, index) => html`<li>${line("series-1", 2, DASHES[index % DASHES.length]!)}${curveName(curve)}</li>`)}${
    value && html`<li>${line("series-2", 3, [])}Value</li>`
  }${ceiling && html`<li>${line("bad", 1.5, [6, 3])}Ceiling, ${ceiling.text}</li>`}${points.map(
    (point) => html`<li>${mark(SHAPE_MARKS[SHAPES[point.name]])}${POINT_NAMES[point.name]}</li>`,
  )}</ul>
<ul class="readings">${points.map((point) => html`<li>${reading(point)}</li>`)}</ul>`;
  return {
    lead: lead(cost),
    drawn,
    tables: [costTable(cost), reviewTable(cost)].flatMap((table) => table ?? []),
  };
}

function lead({ ceiling, points, lacksReview }: Cost<ReportPlace>): Content {
  const over = points.filter(({ exceeds }) => exceeds === true).map(({ name }) => name);
  const said =
    ceiling === undefined
      ? "No ceiling is given."
      : over.length > 0
        ? `Above the ceiling: ${over.join(", ")}.`
        : "Below the ceiling at each volume that the plan speaks of.";
  return `${said}${lacksReview ? " What people cost who review is not in it: the true cost is higher." : ""}`;
}

function reading({ name, volume, step, review, cost, value, net, exceeds }: Point): Content {
  const reviewed = [review && `${review.text} reviewed`, step && `step ${step}`].filter(Boolean).join(", ");
  return html`<strong>${POINT_NAMES[name]}</strong>: ${volume.text}${reviewed !== "" && ` (${reviewed})`} cost ${cost.text}${
    value && html`, bring in ${value.text}${net && html`, which leaves ${net.text}`}`
  }.${exceeds === true && html` <strong class="over">Above the ceiling.</strong>`}`;
}

function curveName({ review, steps }: CostCurve<ReportPlace>): string {
  const named = steps.length > 0 ? ` (${steps.join(", ")})` : "";
  return review ? `Cost with ${review.text} reviewed${named}` : "Cost without review";
}

function line(color: string, width: number, dash: readonly number[]): Markup {
  return mark(
    html`<line x1="0" x2="28" y1="6" y2="6" stroke="var(--${color})" stroke-width="${width}" stroke-dasharray="${dash.join(" ") || "none"}"/>`,
  );
}

function mark(shape: Markup): Markup {
  return html`<svg class="mark" viewBox="0 0 28 12" width="28" height="12" aria-hidden="true" focusable="false">${shape}</svg>`;
}
