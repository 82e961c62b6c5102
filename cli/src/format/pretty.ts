import picocolors from "picocolors";
import type { FileReport, ReportedFinding } from "../report/file-report.ts";
import { byPrinciple } from "./by-principle.ts";
import { visible } from "./display-width.ts";
import { findingText, placeText } from "./finding-text.ts";
import type { Format, FormatOptions } from "./format.ts";
import { shortly, textAt } from "./listed.ts";
import { countsOf, countsText, summaryText } from "./summary-text.ts";
import { withoutCommands } from "./without-commands.ts";
import { wrap } from "./wrap.ts";

/**
 * For people at a terminal: for each file, principle by principle, the findings with the lines they are about, and a
 * closing line in plain words.
 */
export function prettyFormat(options: FormatOptions): Format {
  const paint = picocolors.createColors(options.colours);
  const textOf = findingText(options);
  const heading = (title: string, findings: number) =>
    wrap(`── ${title} (${findings})`, options.width).map(paint.bold).join("\n");
  const listOf = (findings: readonly ReportedFinding[]) => {
    if (findings.length === 0) return [];
    const places = findings.map(({ place }) => placeText(place));
    const column = Math.max(...places.map((place) => place.length));
    const lines = findings.map((finding, index) => {
      const place = places[index]!;
      const [text = "", more] = wrap(visible(textAt(finding)), Math.max(20, options.width - column - 6));
      const shown = more === undefined ? text : `${text} …`;
      return `  ${paint.cyan(place)}${" ".repeat(column - place.length)}  ${shown}`;
    });
    return ["", `  and ${findings.length} more:`, ...lines];
  };
  const fileText = ({ path, findings }: FileReport) => [
    paint.underline(visible(path)) + paint.dim(`  ${countsText(countsOf(findings))}`),
    ...byPrinciple(findings).flatMap(({ title, findings }) => [
      heading(title, findings.length),
      ...shortly(findings).map(({ finding, others }) => [textOf(finding).trimEnd(), ...listOf(others)].join("\n")),
    ]),
  ];
  return {
    needs: { excerpts: true },
    start: () => "",
    file: (report) =>
      report.findings.length === 0 ? "" : `${fileText(report).join("\n\n")}\n\n`.replace(/^.+$/gm, withoutCommands),
    end: (summary) => {
      const sentence = summaryText(summary);
      const { error, warning } = summary.findings;
      const colour =
        error > 0 ? paint.red : warning > 0 ? paint.yellow : summary.unreadable > 0 ? paint.red : paint.green;
      return `${paint.bold(colour(sentence))}\n`;
    },
  };
}
