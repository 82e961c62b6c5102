import { align, readAlignment } from "./alignment.ts";
import { commentColumn, Levels } from "./comment-column.ts";
import type { Collection, Part } from "./parts.ts";
import type { Written } from "./written.ts";

/** How far what is inside stands to the right of what it is in. */
export interface Style {
  readonly step: number;
  /** The same for the hyphens of a list under its key: many write them below the key itself. */
  readonly listStep: number;
  /** Otherwise lines begin where they do. */
  readonly indents: boolean;
}

/** Where things stand, and where they are to stand. Of a part that does not move the two are the same. */
export interface Layout {
  readonly parts: readonly Part[];
  readonly style: Style;
  readonly written: Written;
  /** The columns that the parts done so far are to have. */
  readonly columns: number[];
  readonly levels: Levels;
  /** The columns of the items of blocks, as far as they were asked for. */
  readonly blocks: Map<Collection, number>;
  /** Of texts over several lines, by their heads: the column furthest to the left of their further lines. */
  readonly margins: Map<number, number>;
}

/** Gives each part its column, in the order of the text: of what comes later nothing but where it stands is known. */
export function layOut(parts: readonly Part[], written: Written, style: Style): number[] {
  const layout: Layout = {
    parts,
    style,
    written,
    columns: [],
    levels: new Levels(),
    blocks: new Map(),
    margins: new Map(),
  };
  const alignment = readAlignment(parts, written);
  for (const [index, part] of parts.entries()) {
    const { columns } = layout;
    if (part.kind === "verbatim") layout.levels.clear();
    if (written.startsLine(index)) columns.push(wantedColumn(layout, index));
    else if (!written.moves(index)) columns.push(written.column(index));
    else columns.push(endOf(layout, index - 1) + spaces(layout, index, alignment.kept));
    const isLevel = written.startsLine(index) || parts[index - 1]?.kind === "dash";
    if (isLevel && !/comment|more|block|verbatim/.test(part.kind))
      layout.levels.add(written.column(index), columns[index]!);
  }
  align(layout.columns, alignment, parts, written);
  return layout.columns;
}

/** The column of a part that begins its line. What a comment goes with may come after it. */
export function wantedColumn(layout: Layout, index: number): number {
  const { parts, written, columns, style } = layout;
  const part = parts[index]!;
  if (!style.indents || !written.moves(index)) return written.column(index);
  if (part.kind === "comment") return commentColumn(layout, index);
  if (part.kind === "marker") return 0;
  if (part.kind === "more" || part.kind === "block") return furtherLine(layout, index);
  const { spot } = part;
  if (!spot) return written.column(index);
  const { of, as } = spot;
  if (of.kind !== "flow") {
    if (as === "item") return blockColumn(layout, of);
    return blockColumn(layout, of) + (of.kind === "list" ? 2 : style.step);
  }
  const element = elementColumn(layout, of);
  if (as === "close") {
    const base = lineColumn(layout, of.first);
    // Those who write the bracket below what is inside go on to do so.
    const wasDeeper = written.column(index) > written.column(contentOfLine(layout, of.first));
    return wasDeeper ? element : base;
  }
  return as === "value" && columns.length > 0 ? element + style.step : element;
}

function blockColumn(layout: Layout, collection: Collection): number {
  const known = layout.blocks.get(collection);
  if (known !== undefined) return known;
  const column = newColumn(layout, collection);
  layout.blocks.set(collection, column);
  return column;
}

function newColumn(layout: Layout, collection: Collection): number {
  const { written, style } = layout;
  const { parent } = collection;
  if (!parent) return 0;
  // Items stand in one column: they move together, or not at all.
  if (!style.indents || !written.movesWhole(collection)) return written.column(collection.first);
  const around = blockColumn(layout, parent);
  if (parent.kind === "list") return around + 2;
  return around + (collection.kind === "list" ? style.listStep : style.step);
}

/** The column of what begins a line between brackets. */
function elementColumn(layout: Layout, flow: Collection): number {
  const { written, columns, style } = layout;
  const first = flow.first + 1;
  // Below the first of them, where that follows the bracket and the others were there.
  if (first <= flow.last && !written.startsLine(first) && layout.parts[first]!.kind !== "comment") {
    const isBelow = flow.items.some(
      (item) => written.startsLine(item) && written.column(item) === written.column(first),
    );
    if (isBelow && columns[flow.first] !== undefined) return columns[first] ?? columns[flow.first]! + 1;
  }
  return lineColumn(layout, flow.first) + style.step;
}

/** The first part of a line that is no hyphen. */
function contentOfLine({ parts, written }: Layout, index: number): number {
  let first = written.lineOf(index);
  while (first < index && parts[first]!.kind === "dash") first++;
  return first;
}

function lineColumn(layout: Layout, index: number): number {
  return layout.columns[contentOfLine(layout, index)] ?? 0;
}

/** Further lines of a text keep their place below one another. */
function furtherLine(layout: Layout, index: number): number {
  const { parts, written, style } = layout;
  const part = parts[index]!;
  const head = part.head!;
  if (part.kind === "block") {
    const content = contentOfLine(layout, head);
    if (!written.movesText(head)) return written.column(index);
    return layout.columns[content]! + (isValueOfList(parts[content]!) ? 0 : style.step);
  }
  const least = layout.margins.get(head) ?? marginOf(layout, head);
  const isBelow = least === written.column(head);
  const target = isBelow ? layout.columns[head]! : lineColumn(layout, head) + style.step;
  return target + written.column(index) - least;
}

function marginOf({ parts, written, margins }: Layout, head: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = head + 1; parts[at]?.kind === "more" && parts[at]!.head === head; at++)
    least = Math.min(least, written.column(at));
  margins.set(head, least);
  return least;
}

function isValueOfList({ spot }: Part): boolean {
  return spot?.of.kind === "list" && spot.as === "value";
}

function endOf({ parts, columns }: Layout, index: number): number {
  const part = parts[index]!;
  return columns[index]! + part.end - part.start;
}

/** How many spaces stand before a part that follows another on its line. */
function spaces(layout: Layout, index: number, kept: ReadonlySet<number>): number {
  const { parts, written, columns } = layout;
  const part = parts[index]!;
  const before = parts[index - 1]!;
  const width = written.width(index);
  const end = endOf(layout, index - 1);
  const start = contentOfLine(layout, index - 1);
  const shift = columns[start]! - written.column(start);
  if (part.kind === "comment")
    // Trailing comments below one another stay where they are, whatever becomes of the lines before them.
    return Math.max(1, kept.has(index) ? written.column(index) - end : width);
  if (before.kind === "marker" || part.cut) return width;
  if (before.kind === "colon" && /close|comma/.test(part.kind)) return Math.min(width, 1);
  if (before.kind === "property" && /close|comma|colon/.test(part.kind)) return Math.min(width, 1);
  if (part.kind === "close" || part.kind === "comma") return 0;
  if (part.kind === "colon") return /scalar|close/.test(before.kind) ? 0 : Math.min(width, 1);
  if (before.kind === "open") return 0;
  if (before.kind === "dash") {
    const { of, as } = part.spot!;
    return as === "item" && of.first === index ? Math.max(1, blockColumn(layout, of) - end) : 1;
  }
  if (/colon|comma/.test(before.kind)) return kept.has(index) ? Math.max(1, written.column(index) + shift - end) : 1;
  if (before.kind === "property") return 1;
  return width;
}
