import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatch, structuredPatch } from "diff";
import picocolors from "picocolors";
import { visible } from "../format/display-width.ts";
import { withoutCommands } from "../format/without-commands.ts";

/** Texts that differ in more lines are shown whole, one after the other: comparing them would take minutes. */
const MOST_DIFFERENCES = 4000;

/**
 * How two texts of a file differ, as `git apply` and `patch -p1` read it. What a terminal would obey is replaced: YAML
 * allows none of it, so the difference of a plan that can be read stays exact, but for lines that begin as a command to a
 * CI server.
 *
 * @param path as reports show it
 */
export function unifiedDiff(path: string, before: string, after: string, colours: boolean): string {
  const [from, to] = [`a/${visible(path)}`, `b/${visible(path)}`];
  const options = { context: 3, maxEditLength: MOST_DIFFERENCES };
  const patch =
    structuredPatch(from, to, before, after, undefined, undefined, options) ?? wholly(from, to, before, after);
  const paint = picocolors.createColors(colours);
  const lines = formatPatch(patch, FILE_HEADERS_ONLY).split("\n").map(shown);
  return lines
    .map((line, index) => {
      if (index < 2) return paint.bold(line);
      if (line.startsWith("@@")) return paint.cyan(line);
      return line.startsWith("+") ? paint.green(line) : line.startsWith("-") ? paint.red(line) : line;
    })
    .join("\n");
}

/** Tabs, and the carriage return of a line end, are obeyed by no terminal in a way that could mislead. */
function shown(line: string): string {
  const end = line.endsWith("\r") ? "\r" : "";
  const parts = line.slice(0, line.length - end.length).split("\t");
  return withoutCommands(parts.map(visible).join("\t")) + end;
}

function wholly(from: string, to: string, before: string, after: string): StructuredPatch {
  const [old, now] = [linesOf(before), linesOf(after)];
  const marked = (sign: string, lines: readonly string[]) =>
    lines.flatMap((line) =>
      line.endsWith("\n") ? [sign + line.slice(0, -1)] : [sign + line, "\\ No newline at end of file"],
    );
  const lines = [...marked("-", old), ...marked("+", now)];
  const hunk = { oldStart: 1, oldLines: old.length, newStart: 1, newLines: now.length, lines };
  return { oldFileName: from, newFileName: to, oldHeader: undefined, newHeader: undefined, hunks: [hunk] };
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/).filter((line) => line !== "");
}
