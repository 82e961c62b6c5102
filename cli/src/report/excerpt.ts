import type { Excerpt } from "./file-report.ts";
import type { Range, SourceText } from "./source-text.ts";

/** Of a longer line only the part around the place is kept; in UTF-16 code units. */
const LONGEST_LINE = 2000;

/** The line on which a place begins, with those before and after it. */
export function excerptOf(source: SourceText, { start }: Range): Excerpt {
  const cut = source.line(start.line).length > LONGEST_LINE ? Math.max(0, start.character - LONGEST_LINE / 4) : 0;
  const firstLine = Math.max(0, start.line - 1);
  const lines = [];
  for (let number = firstLine; number <= start.line + 1; number++)
    lines.push(source.line(number).slice(cut, cut + LONGEST_LINE));
  return { firstLine, lines, cut };
}
