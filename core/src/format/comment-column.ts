import { type Layout, wantedColumn } from "./layout.ts";

/** The columns in which lines began, from the outermost inwards, and what has become of them. */
export class Levels {
  private readonly levels: { readonly from: number; readonly to: number }[] = [];

  add(from: number, to: number): void {
    while (this.levels.length > 0 && this.levels.at(-1)!.from >= from) this.levels.pop();
    this.levels.push({ from, to });
  }

  clear(): void {
    this.levels.length = 0;
  }

  /** The innermost that is not to the right of a column. */
  at(column: number): { readonly from: number; readonly to: number } | undefined {
    return this.levels.findLast(({ from }) => from <= column);
  }
}

/**
 * The column of a comment that has its line for itself. It goes with what it stands below or above of in one column: the
 * comment before it, what comes next, or what it closes.
 */
export function commentColumn(layout: Layout, index: number): number {
  const { parts, written, columns, levels, style } = layout;
  const column = written.column(index);
  const before = parts[index - 1];
  if (before?.kind === "comment" && written.newlines(index) === 1 && written.column(index - 1) === column)
    return columns[index - 1]!;
  let next = index + 1;
  while (parts[next]?.kind === "comment") next++;
  const follows = parts[next] && parts[next]!.kind !== "verbatim" ? next : undefined;
  const nextColumn = () => wantedColumn(layout, follows!);
  if (follows !== undefined && written.column(follows) === column) return nextColumn();
  const level = levels.at(column);
  if (level?.from === column) return level.to;
  if (follows !== undefined && written.column(follows) > (level?.from ?? -1)) return nextColumn();
  if (!level) return column;
  // Below a block of text one step to the right is where its lines stand: the comment would become one of them.
  return before?.kind === "block" ? level.to : level.to + style.step;
}
