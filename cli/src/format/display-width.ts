import { visible } from "@aiplan/report/text";

export { visible };

/** A character as a reader sees it, and the columns it takes in a terminal. */
export interface Cell {
  readonly text: string;
  /** Where it begins, in columns. */
  readonly column: number;
  readonly width: number;
  /** UTF-16 offsets into the line, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

const TAB_WIDTH = 4;

/** East Asian Wide and Fullwidth (Unicode 16, EastAsianWidth.txt), but for emoji. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[0-9#*]\ufe0f?\u20e3)/u;
/** Marks and joiners that stand alone take no room. */
const EMPTY = /^[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]+$/u;
/** Letters of Latin, punctuation and lines of boxes: each is one UTF-16 unit, and takes one column. Most texts have no others. */
const PLAIN = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2500-\u257f]*$/;

/** Does the text take as many columns as it has UTF-16 units, each shown as it is? */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

let segmenter: Intl.Segmenter | undefined;

/** The characters of a line as a terminal shows them; tabs become spaces up to the next stop. */
export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  if (isPlain(line)) {
    for (let at = 0; at < line.length; at++)
      cells.push({ text: line.charAt(at), column: at, width: 1, start: at, end: at + 1 });
    return cells;
  }
  let column = 0;
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  for (const { segment: text, index: start } of segmenter.segment(line)) {
    const shown = text === "\t" ? " ".repeat(TAB_WIDTH - (column % TAB_WIDTH)) : visible(text);
    const width = text === "\t" ? shown.length : widthOfCharacter(shown);
    cells.push({ text: shown, column, width, start, end: start + text.length });
    column += width;
  }
  return cells;
}

/** How many columns a text takes in a terminal. */
export function displayWidth(text: string): number {
  return isPlain(text) ? text.length : endOf(cellsOf(text));
}

/** The column after the last character. */
export function endOf(cells: readonly Cell[]): number {
  const last = cells.at(-1);
  return last ? last.column + last.width : 0;
}

function widthOfCharacter(text: string): number {
  if (EMPTY.test(text)) return 0;
  return WIDE.test(text) || EMOJI.test(text) ? 2 : 1;
}
