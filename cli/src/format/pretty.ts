import picocolors from "picocolors";
import { findingText } from "./finding-text.ts";
import type { Format, FormatOptions } from "./format.ts";
import { summaryText } from "./summary-text.ts";
import { withoutCommands } from "./without-commands.ts";

/** For people at a terminal: each finding with the lines it is about, and a closing line in plain words. */
export function prettyFormat(options: FormatOptions): Format {
  const paint = picocolors.createColors(options.colours);
  const textOf = findingText(options);
  return {
    needs: { excerpts: true },
    start: () => "",
    file: ({ findings }) =>
      findings
        .map((finding) => `${textOf(finding)}\n`)
        .join("")
        .replace(/^.+$/gm, withoutCommands),
    end: (summary) => {
      const sentence = summaryText(summary);
      const { error, warning } = summary.findings;
      const colour =
        error > 0 ? paint.red : warning > 0 ? paint.yellow : summary.unreadable > 0 ? paint.red : paint.green;
      return `${paint.bold(colour(sentence))}\n`;
    },
  };
}
