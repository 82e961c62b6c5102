import { LineChart, type LineSeriesOption } from "echarts/charts";
import { GridComponent, type GridComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { Markup } from "../markup.ts";

use([LineChart, GridComponent, SVGRenderer]);

export type ChartOption = ComposeOption<LineSeriesOption | GridComponentOption>;

/** In pixels; a chart gets smaller where there is less room, and never larger. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** More charts than a report has: with fewer, a report with more would be drawn anew as a whole each time. */
const MOST_KEPT = 1000;
const kept = new Map<string, Markup>();

/**
 * Draws a chart as SVG. Colours are variables of the style (`var(--line)`), so that one drawing serves light and dark.
 *
 * @param shown all that the chart depends on: while a plan is edited hardly any chart changes, and drawing takes long
 * @param optionOf what the library is to draw; labels must come from functions, for in texts it replaces what is in braces
 */
export function draw<Shown>(shown: Shown, size: Size, optionOf: (shown: Shown) => ChartOption): Markup {
  const key = JSON.stringify([shown, size]);
  const drawn = kept.get(key) ?? drawNew(optionOf(shown), size);
  kept.delete(key); // the oldest is first, and this is the newest now
  kept.set(key, drawn);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return drawn;
}

function drawNew(option: ChartOption, size: Size): Markup {
  const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: "inherit" }, ...option });
    return new Markup(withoutStyles(chart.renderToSVGString()));
  } finally {
    chart.dispose();
  }
}

/**
 * A strict content security policy forbids styles in attributes and elements. The library escapes texts, so that what is
 * replaced here is never a part of one.
 */
function withoutStyles(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>|<defs\s*>\s*<\/defs>/g, "")
    .replace(/ (?:class|ecmeta_\w+|xmlns:xlink|baseProfile|version)="[^"]*"/g, "")
    .replace(/ style="([^"]*)"/g, (_, style: string) => ` ${style.replace(/([\w-]+):([^;]*);?/g, '$1="$2" ').trim()}`)
    .replace(/^<svg /, '<svg class="chart" aria-hidden="true" focusable="false" ')
    .replace(/>\s+</g, "><");
}
