import type { Excerpt } from "../report/file-report.ts";
import type { Range } from "../report/source-text.ts";
import { type Cell, cellsOf, endOf, isPlain } from "./display-width.ts";

export interface FrameOptions {
  /** In columns of the terminal, the numbers of the lines included. */
  readonly width: number;
  /** Colours the carets. */
  readonly mark: (text: string) => string;
  /** Colours what is not the author's text. */
  readonly dim: (text: string) => string;
}

/** The lines around a place with carets under it; where it covers several lines, under the first of them. */
export function codeFrame(
  { firstLine, lines, cut }: Excerpt,
  { start, end }: Range,
  { width, mark, dim }: FrameOptions,
): string[] {
  const lineText = (number: number) => lines[number - firstLine] ?? "";
  const lastLine = end.line > start.line && end.character === 0 ? end.line - 1 : end.line;
  const lineEnd = end.line > start.line ? lineText(start.line).trimEnd().length : end.character - cut;
  const cells = cellsOf(lineText(start.line));
  const from = cells.find((cell) => cell.end > start.character - cut)?.column ?? endOf(cells);
  const last = cells.findLast((cell) => cell.start < lineEnd);
  const to = Math.max(from + 1, last ? last.column + last.width : 0);

  const numberWidth = String(start.line + 2).length;
  const gutter = (label: string) => dim(`${label.padStart(numberWidth)} │`);
  const room = Math.max(20, width - numberWidth - 3);
  // A span that does not fit in begins a third into the part that is shown.
  const left = to <= room ? 0 : Math.max(0, from - Math.floor(room / 3));
  const shown = (line: string) =>
    left === 0 && cut === 0 && isPlain(line) && line.length <= room
      ? line
      : windowOf(cellsOf(line), left, room, cut > 0);
  const textOf = (number: number) => `${gutter(String(number + 1))} ${shown(lineText(number))}`;

  const carets = mark("^".repeat(Math.min(to, left + room) - from));
  const rest = lastLine > start.line ? dim(` … to line ${lastLine + 1}`) : "";
  // Beside a part from the middle of a line, the middle of another says nothing.
  const isShown = (number: number) => number >= 0 && left === 0 && cut === 0 && lineText(number).trim() !== "";
  return [
    ...(isShown(start.line - 1) ? [textOf(start.line - 1)] : []),
    textOf(start.line).trimEnd(),
    `${gutter("")} ${" ".repeat(from - left)}${carets}${rest}`,
    ...(isShown(start.line + 1) ? [textOf(start.line + 1)] : []),
  ];
}

/** The columns of a line that there is room for, with an ellipsis in place of what is cut off. */
function windowOf(cells: readonly Cell[], left: number, room: number, isCut: boolean): string {
  const cutsLeft = cells.length > 0 && (left > 0 || isCut);
  const cutsRight = endOf(cells) > left + room;
  const [first, end] = [left + (cutsLeft ? 1 : 0), left + room - (cutsRight ? 1 : 0)];
  const shown = cells.filter(({ column, width }) => column >= first && column + width <= end);
  // A wide character that stands half inside is left out, and blanks keep the columns.
  const blanks = " ".repeat(Math.max(0, (shown[0]?.column ?? first) - first));
  return `${cutsLeft ? "…" : ""}${blanks}${shown.map(({ text }) => text).join("")}${cutsRight ? "…" : ""}`;
}
