import type { Moment } from "@aiplan/core";
import { MOMENT_NAMES } from "../../tables/index.ts";
import type { Markup } from "../markup.ts";
import { type ChartOption, draw } from "./draw.ts";

export interface TargetChart {
  /** In the order of time: those that there is a number for. */
  readonly moments: readonly Moment[];
  readonly planned: readonly ChartPoint[];
  readonly measured: readonly ChartPoint[];
}

export interface ChartPoint {
  readonly moment: Moment;
  readonly value: number;
  /** What is written at the point; short, for points may be close. */
  readonly label: string;
  readonly isMissed?: boolean;
}

/** What is planned as a line, what was measured as diamonds, each with its number. */
export function targetChart(chart: TargetChart): Markup {
  return draw(chart, { width: 280, height: 180 }, optionOf);
}

function optionOf({ moments, planned, measured }: TargetChart): ChartOption {
  const names = moments.map((moment) => MOMENT_NAMES[moment]);
  const at = (points: readonly ChartPoint[]) =>
    moments.map((moment) => points.find((point) => point.moment === moment));
  const expected = at(planned);
  const found = at(measured);
  // Numbers of one moment stand away from each other; a number alone stands away from its line.
  const isAbove = (point: ChartPoint, other: ChartPoint | undefined, otherwise: boolean) =>
    other === undefined || point.value === other.value ? otherwise : point.value > other.value;
  const isPeak = (point: ChartPoint) => {
    const { before, after } = stepsAt(planned, point);
    return (before ?? 0) - (after ?? 0) >= 0;
  };
  return {
    grid: { left: 40, right: 40, top: 30, bottom: 62 },
    xAxis: {
      type: "category",
      data: names,
      boundaryGap: false,
      offset: 34,
      axisLine: { lineStyle: { color: "var(--line)" } },
      axisTick: { show: false },
      axisLabel: { color: "var(--soft)", fontSize: 12, interval: 0 },
    },
    yAxis: { type: "value", show: false, ...rangeOf([...planned, ...measured]) },
    series: [
      {
        type: "line",
        clip: false,
        silent: true,
        connectNulls: true,
        symbol: "circle",
        symbolSize: 8,
        lineStyle: { color: "var(--series-1)", width: 2 },
        itemStyle: { color: "var(--series-1)" },
        data: expected.map((point, index) => ({
          value: point?.value ?? "-",
          label: labelOf(
            point,
            point !== undefined && isAbove(point, found[index], isPeak(point)),
            "var(--ink)",
            planned,
          ),
        })),
      },
      {
        type: "line",
        clip: false,
        silent: true,
        symbol: "diamond",
        symbolSize: 12,
        lineStyle: { width: 0 },
        itemStyle: { color: "var(--series-2)" },
        data: found.map((point, index) => ({
          value: point?.value ?? "-",
          label: labelOf(
            point,
            point !== undefined && isAbove(point, expected[index], !isPeak(expected[index] ?? point)),
            "var(--series-2)",
            [],
          ),
        })),
      },
    ],
  };
}

/** By how much the line rises to a point and from it. */
function stepsAt(line: readonly ChartPoint[], point: ChartPoint): { before?: number; after?: number } {
  const index = line.indexOf(point);
  const [before, after] = [line[index - 1], line[index + 1]];
  return {
    ...(before && { before: point.value - before.value }),
    ...(after && { after: after.value - point.value }),
  };
}

/** @param line that the number stands away from, where that rises or falls through its point */
function labelOf(point: ChartPoint | undefined, isAbove: boolean, color: string, line: readonly ChartPoint[]) {
  const text = point && (point.isMissed ? `${point.label}\nmissed` : point.label);
  const { before = 0, after = 0 } = point ? stepsAt(line, point) : {};
  const rises = before > 0 && after > 0;
  const falls = before < 0 && after < 0;
  const align = rises || falls ? (rises === isAbove ? "right" : "left") : "center";
  return {
    align: align as "right" | "left" | "center",
    show: point !== undefined,
    position: isAbove ? ("top" as const) : ("bottom" as const),
    color,
    fontSize: 12,
    // A rim lets it be read where it lies on its line.
    textBorderColor: "var(--paper)",
    textBorderWidth: 3,
    formatter: () => text ?? "",
  };
}

/** From the least to the most; a line through equal numbers is level. */
function rangeOf(points: readonly ChartPoint[]): { min: number; max: number } {
  const values = points.map(({ value }) => value);
  const [min, max] = [Math.min(...values), Math.max(...values)];
  return min < max ? { min, max } : { min: min - 1, max: max + 1 };
}
