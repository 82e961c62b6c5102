import type { Span } from "../syntax/nodes.ts";
import type { Collection, Part } from "./parts.ts";

/** How parts stand in a text: their lines, which stay, and their columns, which may change. Columns count from 0. */
export class Written {
  private readonly rows = new Map<Collection, boolean>();
  private readonly texts = new Map<number, boolean>();

  private constructor(
    private readonly parts: readonly Part[],
    private readonly columns: readonly number[],
    /** The first part of the line of each part. */
    private readonly lines: readonly number[],
    private readonly breaks: readonly number[],
    private readonly movable: readonly boolean[],
  ) {}

  /**
   * @param tab how far apart the stops of tabs are
   * @param moves whether a part may be moved
   */
  static read(text: string, parts: readonly Part[], tab: number, moves: (part: Span) => boolean): Written {
    const [columns, lines, breaks]: number[][] = [[], [], []];
    let end = text.startsWith("\uFEFF") ? 1 : 0;
    let column = 0;
    for (const [index, part] of parts.entries()) {
      const gap = text.slice(end, part.start);
      const newline = gap.lastIndexOf("\n");
      const isFirst = newline >= 0 || index === 0 || parts[index - 1]!.kind === "verbatim";
      if (isFirst) column = 0;
      for (const blank of gap.slice(newline + 1)) column += blank === "\t" ? tab - (column % tab) : 1;
      columns!.push(column);
      lines!.push(isFirst ? index : lines![index - 1]!);
      breaks!.push(gap.split("\n").length - 1);
      column += part.end - part.start;
      end = part.end;
    }
    const movable = parts.map((part) => part.kind !== "verbatim" && moves(part));
    return new Written(parts, columns!, lines!, breaks!, movable);
  }

  /** The same with every part where it was moved to. */
  moved(columns: readonly number[]): Written {
    return new Written(this.parts, columns, this.lines, this.breaks, this.movable);
  }

  column(index: number): number {
    return this.columns[index]!;
  }

  /** How many spaces stand between it and the part before it on its line. */
  width(index: number): number {
    const before = this.parts[index - 1]!;
    return this.columns[index]! - this.columns[index - 1]! - (before.end - before.start);
  }

  startsLine(index: number): boolean {
    return this.lines[index] === index;
  }

  lineOf(index: number): number {
    return this.lines[index]!;
  }

  /** How many line ends stand before it. */
  newlines(index: number): number {
    return this.breaks[index]!;
  }

  moves(index: number): boolean {
    return this.movable[index]!;
  }

  movesWhole({ first, last }: Collection): boolean {
    return this.movable.slice(first, last + 1).every((moves) => moves);
  }

  /** Do all lines of the block of text with this head move? */
  movesText(head: number): boolean {
    const known = this.texts.get(head);
    if (known !== undefined) return known;
    let last = head;
    while (this.parts[last + 1]?.head === head || this.parts[last + 1]?.kind === "comment") last++;
    const answer = this.movable.slice(head, last + 1).every((moves) => moves);
    this.texts.set(head, answer);
    return answer;
  }

  /** Do items of it begin on several lines? */
  hasRows(collection: Collection): boolean {
    const known = this.rows.get(collection);
    if (known !== undefined) return known;
    const line = this.lines[collection.items[0] ?? 0];
    const answer = collection.items.some((item) => this.lines[item] !== line);
    this.rows.set(collection, answer);
    return answer;
  }
}
