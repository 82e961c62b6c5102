import { MOMENTS, type Moment, type TargetScale, type Targets } from "@aiplan/core";
import type { ReportPlace } from "../data/index.ts";
import type { Cell, Table } from "./table.ts";

type Scale = TargetScale<ReportPlace>;

export const MOMENT_NAMES: Readonly<Record<Moment, string>> = {
  baseline: "Before",
  "pilot-exit": "End of pilot",
  "month-1": "Month 1",
  "month-6": "Month 6",
};

export const DIRECTION_NAMES = { higher: "higher", lower: "lower", target: "close to the target" } as const;

export function targetsTable({ metrics }: Targets<ReportPlace>): Table {
  const moments = MOMENTS.filter((moment) =>
    metrics.some(({ planned }) => planned.some((one) => one.moment === moment)),
  );
  const hasSlices = metrics.some(({ worstSlice }) => worstSlice);
  const isMeasured = metrics.some(({ measured }) => measured.length > 0);
  return {
    caption: "What each metric is to reach",
    columns: [
      { title: "Metric" },
      { title: "Better is" },
      ...moments.map((moment) => ({ title: MOMENT_NAMES[moment], isNumber: true })),
      ...(hasSlices ? [{ title: "Worst slice", isNumber: true }] : []),
      ...(isMeasured ? [{ title: "Measured" }] : []),
    ],
    rows: metrics.map((scale) => [
      { text: scale.metric, at: scale.at },
      scale.direction && DIRECTION_NAMES[scale.direction],
      ...moments.map((moment): Cell => scale.planned.find((one) => one.moment === moment)),
      ...(hasSlices ? [scale.worstSlice] : []),
      ...(isMeasured ? [measuredInWords(scale) || undefined] : []),
    ]),
  };
}

/** "Month 1: 3.4 h (target missed)". */
function measuredInWords({ measured }: Scale): string {
  return measured
    .map(({ moment, text, isMissed }) => {
      const verdict = isMissed === undefined ? "" : isMissed ? " (target missed)" : " (target met)";
      return `${MOMENT_NAMES[moment]}: ${text}${verdict}`;
    })
    .join("; ");
}
