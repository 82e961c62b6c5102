import picocolors from "picocolors";
import type { FileReport } from "../report/file-report.ts";
import { byPrinciple } from "./by-principle.ts";
import { visible } from "./display-width.ts";
import { findingText } from "./finding-text.ts";
import type { Format, FormatOptions } from "./format.ts";
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
  const fileText = ({ path, findings }: FileReport) => [
    paint.underline(visible(path)) + paint.dim(`  ${countsText(countsOf(findings))}`),
    ...byPrinciple(findings).flatMap(({ title, findings }) => [
      heading(title, findings.length),
      ...findings.map((finding) => textOf(finding).trimEnd()),
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
