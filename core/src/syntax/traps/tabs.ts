import type { SyntaxFinding, TextChange, Trap } from "./finding.ts";
import { hide } from "./hide.ts";
import { type Line, lineAt, linesAfter } from "./lines.ts";
import { surroundings } from "./surroundings.ts";

/** A tab in the indentation. Every line that starts with one is mended at once: they have one cause, the editor. */
export const tabTrap: Trap = ({ error, text }) => {
  const line = indentedByTab(text, error.start);
  if (!line || !/INDENT|BLOCK_AS_IMPLICIT_KEY/.test(error.code)) return undefined;
  const lines = [line, ...linesAfter(text, line.start)];
  const run = lines.slice(0, lines.findIndex((each) => !tabs(text, each)) >>> 0);
  const affected = lines.filter((each) => run.includes(each) || text[each.start] === "\t");
  const step = " ".repeat(smallestIndent(text) ?? 2);
  const at = text.indexOf("\t", line.start);
  const finding: SyntaxFinding = {
    rule: "yaml-syntax",
    start: at,
    end: at + /^\t+/.exec(text.slice(at, line.end))![0].length,
    message: "This line is indented with a tab. YAML needs spaces here: replace each tab with spaces.",
    fix: {
      title: "Indent with spaces instead of tabs",
      changes: affected.map((each) => changed(text, each, (indent) => indent.replaceAll("\t", step))),
    },
  };
  const inBrackets = surroundings(text, line.start).open.length > 0;
  if (!inBrackets && smallestIndent(text) !== undefined) return { ...finding, ...hide(text, affected) };
  return { ...finding, repair: between(text, affected) };
};

/** The line of the error, or the next one where the error points at the line end before it. */
function indentedByTab(text: string, offset: number): Line | undefined {
  const line = lineAt(text, offset);
  if (tabs(text, line)) return line;
  const [next] = linesAfter(text, offset);
  return next && offset >= line.end && tabs(text, next) ? next : undefined;
}

function tabs(text: string, line: Line): boolean {
  return text.slice(line.start, line.start + line.indent).includes("\t");
}

/** The least number of spaces that a line of the text is indented by, where any is by spaces alone. */
function smallestIndent(text: string): number | undefined {
  let smallest: number | undefined;
  for (const match of text.matchAll(/^( +)[^\s#]/gm)) smallest = Math.min(smallest ?? Infinity, match[1]!.length);
  return smallest;
}

function changed(text: string, line: Line, change: (indent: string) => string): TextChange {
  const end = line.start + line.indent;
  return { start: line.start, end, newText: change(text.slice(line.start, end)) };
}

/** One change of the same length for all of the lines: a space for each tab. */
function between(text: string, lines: readonly Line[]): TextChange {
  const start = lines[0]!.start;
  const last = lines.at(-1)!;
  const end = last.start + last.indent;
  let newText = "";
  let at = start;
  for (const line of lines) {
    newText += text.slice(at, line.start) + " ".repeat(line.indent);
    at = line.start + line.indent;
  }
  return { start, end, newText };
}
