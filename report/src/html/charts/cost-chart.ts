import { compact } from "../../text/words.ts";
import { html, type Markup } from "../markup.ts";
import { type ChartOption, draw, type Size } from "./draw.ts";

type Point = readonly [volume: number, money: number];

export interface CostChart {
  readonly curves: readonly (readonly Point[])[];
  readonly value: readonly Point[] | undefined;
  readonly ceiling: number | undefined;
  readonly points: readonly { readonly shape: PointShape; readonly at: Point }[];
}

export type PointShape = "triangle" | "circle" | "rect";

/** Lines of one colour differ by their dashes: a legend shows the same, and repeats them where there are more lines. */
export const DASHES: readonly (readonly number[])[] = [[], [10, 4], [4, 4], [2, 3], [12, 3, 2, 3], [16, 6]];

const SIZES = { wide: { width: 680, height: 320 }, narrow: { width: 320, height: 260 } } as const;

/** Costs by volume, with the value beside them, the ceiling across and the volumes that the plan speaks of. */
export function costChart(chart: CostChart): Markup {
  const drawn = (size: Size) => draw(chart, size, optionOf);
  return html`<div class="only-wide">${drawn(SIZES.wide)}</div><div class="only-narrow">${drawn(SIZES.narrow)}</div>`;
}

function optionOf({ curves, value, ceiling, points }: CostChart): ChartOption {
  const axis = {
    type: "value" as const,
    splitNumber: 4,
    axisLine: { show: true, lineStyle: { color: "var(--soft)" } },
    axisLabel: { color: "var(--soft)", fontSize: 12, hideOverlap: true, formatter: compact },
  };
  const line = (data: readonly Point[], color: string, width: number, dash: readonly number[]) => ({
    type: "line" as const,
    clip: false,
    silent: true,
    showSymbol: false,
    lineStyle: { color, width, type: dash.length > 0 ? [...dash] : ("solid" as const) },
    data: data.map((point) => [...point]),
  });
  const farthest = Math.max(...[...curves, value ?? []].flat().map(([volume]) => volume));
  return {
    grid: { left: 56, right: 24, top: 16, bottom: 30 },
    xAxis: {
      ...axis,
      axisLabel: { ...axis.axisLabel, showMaxLabel: false },
      min: 0,
      max: farthest,
      splitLine: { show: false },
      axisTick: { show: true },
    },
    yAxis: { ...axis, splitLine: { lineStyle: { color: "var(--line)" } } },
    series: [
      ...curves.map((curve, index) => line(curve, "var(--series-1)", 2, DASHES[index % DASHES.length]!)),
      ...(value ? [line(value, "var(--series-2)", 3, [])] : []),
      ...(ceiling === undefined
        ? []
        : [
            line(
              [
                [0, ceiling],
                [farthest, ceiling],
              ],
              "var(--bad)",
              1.5,
              [6, 3],
            ),
          ]),
      ...points.map(({ shape, at }) => ({
        ...line([at], "var(--ink)", 0, []),
        showSymbol: true,
        symbol: shape,
        symbolSize: 11,
        itemStyle: { color: "var(--ink)", borderColor: "var(--paper)", borderWidth: 1.5 },
      })),
    ],
  };
}
