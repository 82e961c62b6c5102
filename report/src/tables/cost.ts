import type { Cost, OperatingPoint } from "@aiplan/core";
import type { ReportPlace } from "../data/index.ts";
import { grouped } from "../text/words.ts";
import { listed, type Table } from "./table.ts";

export const POINT_NAMES: Readonly<Record<OperatingPoint["name"], string>> = {
  pilot: "Pilot",
  average: "Average load",
  "month 6": "Month 6",
};

export function costTable({ points, ceiling }: Cost<ReportPlace>): Table {
  const hasValue = points.some(({ value }) => value);
  return {
    caption: "What it costs a month at the volumes that the plan speaks of",
    columns: [
      { title: "At" },
      { title: "Volume", isNumber: true },
      { title: "Step" },
      { title: "Reviewed", isNumber: true },
      { title: "Cost", isNumber: true },
      ...(ceiling ? [{ title: "Ceiling", isNumber: true }] : []),
      ...(hasValue
        ? [
            { title: "Value", isNumber: true },
            { title: "Value less cost", isNumber: true },
          ]
        : []),
    ],
    rows: points.map(({ name, volume, step, review, cost, exceeds, value, net }) => [
      { text: POINT_NAMES[name], ...(volume.at ? { at: volume.at } : {}) },
      volume,
      step,
      review,
      exceeds ? `${cost.text} (above the ceiling)` : cost,
      ...(ceiling ? [ceiling] : []),
      ...(hasValue ? [value, net] : []),
    ]),
  };
}

/** By how much of the output people review; only where nothing of it is unknown. */
export function reviewTable({ curves, volumeUnit, unit, ceiling }: Cost<ReportPlace>): Table | undefined {
  const [, end] = curves[0]?.points ?? [];
  if (!end || curves.length < 2) return undefined;
  return {
    caption: `What ${rounded(end[0])} ${volumeUnit} cost by how much of them is reviewed`,
    columns: [
      { title: "Reviewed", isNumber: true },
      { title: "Cost", isNumber: true },
      { title: "Steps that review so much" },
    ],
    rows: curves.map(({ review, steps, points }) => {
      const money = points.at(-1)?.[1] ?? 0;
      const isAbove = ceiling !== undefined && money > ceiling.value;
      return [review, `${rounded(money)} ${unit}${isAbove ? " (above the ceiling)" : ""}`, listed(steps)];
    }),
  };
}

/** Whole: nobody plans by the cent. */
function rounded(value: number): string {
  return grouped(Math.round(value));
}
