import { applyEdits, type TextEdit } from "../edits/text-edit.ts";
import { lineStart, nextLine } from "../edits/text-lines.ts";
import { layOut, type Style } from "../format/layout.ts";
import type { Part } from "../format/parts.ts";
import { type Piece, piecesOf } from "../format/pieces.ts";
import { PartsReader } from "../format/read-parts.ts";
import { sameContents } from "../format/same-contents.ts";
import { whiteSpaceEdits } from "../format/white-space-edits.ts";
import { Written } from "../format/written.ts";
import type { Span } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";

export interface FormatOptions {
  /** How many spaces a level is indented by. */
  readonly tabSize: number;
}

/** Who indents by more has another thing in mind. */
const WIDEST = 16;
/** How often the outcome is laid out again at most: what stood below something may then stand alone. */
const MOST_PASSES = 20;

/**
 * Tidies the white space of a plan: indentation, the spaces around its marks, blanks at the ends of lines, the end of the
 * file. Nothing else changes, and lines stay lines. A section that can't be read stays as it is, and so do columns of
 * values and of comments that were aligned.
 *
 * @param span only the lines that it touches are changed
 */
export function format(file: PlanFile, { tabSize }: FormatOptions, span?: Span): TextEdit[] {
  const text = new Formatter(file, tabSize);
  return text.edits(span) ?? (span && text.edits(span, { indents: false })) ?? [];
}

/**
 * What can be tidied in a line when its author goes on to the next one: blanks at its end, tabs before it, spaces that are
 * missing after a comma or a colon. Its author may have a reason for all else, which shows in lines that are not yet there.
 *
 * @param offset in the new line
 */
export function formatTyped(file: PlanFile, { tabSize }: FormatOptions, offset: number): TextEdit[] {
  const line = lineStart(file.text, offset);
  if (line === 0) return [];
  const finished = { start: lineStart(file.text, line - 1), end: line - 1 };
  return new Formatter(file, tabSize).edits(finished, { indents: false, gentle: true }) ?? [];
}

/** A text that is laid out in one way or another. */
class Formatter {
  private readonly text: string;
  private readonly step: number;
  private readonly isWhole: boolean;
  private readonly pieces: readonly Piece[];
  private readonly parts: readonly Part[];

  constructor(
    private readonly file: PlanFile,
    tabSize: number,
  ) {
    this.text = file.text;
    this.step = Math.min(WIDEST, Math.max(1, Math.floor(tabSize) || 2));
    const whole = piecesOf(this.text, this.step, true);
    const parts = readParts(this.text, whole);
    this.isWhole = parts.every(({ kind }) => kind !== "verbatim");
    this.pieces = this.isWhole ? whole : piecesOf(this.text, this.step, false);
    this.parts = this.isWhole ? parts : readParts(this.text, this.pieces);
  }

  /** Undefined where the text would say something else. */
  edits(span?: Span, { indents = true, gentle = false } = {}): TextEdit[] | undefined {
    const { text, parts } = this;
    if (this.file.refusal?.reason === "several-documents" || parts.length === 0) return [];
    const lines = span && { start: lineStart(text, span.start), end: nextLine(text, lastOf(text, span)) };
    const isInside = (offset: number) => !lines || (lines.start <= offset && offset < lines.end);
    let written = Written.read(text, parts, this.step, ({ start }) => isInside(start));
    const style = { ...styleOf(parts, written, this.step), indents };
    let isSettled = false;
    for (let pass = 0; !isSettled && pass < MOST_PASSES; pass++) {
      const columns = layOut(parts, written, style);
      isSettled = columns.every((column, index) => column === written.column(index));
      written = written.moved(columns);
    }
    if (!isSettled) return undefined;
    const atEnd = !lines || lines.end >= text.length;
    const edits = whiteSpaceEdits(this.file, parts, written, { isInside, atEnd, gentle });
    if (edits.length === 0) return edits;
    const after = applyEdits(text, edits);
    return sameContents(text, this.pieces, after, piecesOf(after, this.step, this.isWhole)) ? edits : undefined;
  }
}

function readParts(text: string, pieces: readonly Piece[]): readonly Part[] {
  const reader = new PartsReader(text);
  for (const piece of pieces) reader.add(piece);
  return reader.parts;
}

/** The last offset of a span: what ends where a line starts does not touch it. */
function lastOf(text: string, { start, end }: Span): number {
  return end > start && lineStart(text, end) === end ? end - 1 : end;
}

/** Lists stand as most lists of the file do: below their keys, or to the right of them. */
function styleOf(parts: readonly Part[], written: Written, step: number): Pick<Style, "step" | "listStep"> {
  let below = 0;
  let right = 0;
  for (const [index, { kind, spot }] of parts.entries()) {
    const list = spot?.of;
    if (kind !== "dash" || list?.first !== index || list.parent?.kind !== "map") continue;
    if (written.column(index) === written.column(list.parent.first)) below++;
    else right++;
  }
  return { step, listStep: below > right ? 0 : step };
}
