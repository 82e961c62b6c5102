import type { Collection, Part } from "./parts.ts";
import type { Written } from "./written.ts";

/** Parts whose column was chosen by their author. */
export interface Alignment {
  readonly kept: ReadonlySet<number>;
  /** Parts of several lines in one column, from the left to the right. */
  readonly groups: readonly (readonly number[])[];
}

/**
 * Values, and what follows a comma, that stand below one another in the items of one collection; and trailing comments
 * that do so from one to the next.
 */
export function readAlignment(parts: readonly Part[], written: Written): Alignment {
  const kept = new Set<number>();
  const rows = new Map<Collection, Map<string, number[]>>();
  let comment: number | undefined;
  for (const [index, part] of parts.entries()) {
    if (part.kind === "verbatim" || written.startsLine(index)) continue;
    if (part.kind === "comment") {
      if (comment !== undefined && written.column(comment) === written.column(index)) kept.add(comment).add(index);
      comment = index;
      continue;
    }
    const before = parts[index - 1]!.kind;
    const owner = before === "colon" || before === "comma" ? rowsOf(part, written) : undefined;
    if (!owner) continue;
    const groups = rows.get(owner) ?? new Map<string, number[]>();
    rows.set(owner, groups);
    const name = `${before} ${written.column(index)}`;
    const same = groups.get(name);
    if (same) same.push(index);
    else groups.set(name, [index]);
  }
  const groups = [...rows.values()]
    .flatMap((one) => [...one.values()])
    // Where each has as many spaces before it, they only happen to stand below one another.
    .filter((group) => group.some((index) => written.width(index) !== written.width(group[0]!)))
    .sort((a, b) => written.column(a[0]!) - written.column(b[0]!));
  for (const group of groups) for (const index of group) kept.add(index);
  return { kept, groups };
}

/** Moves what was aligned, with all that follows on its lines, as far to the left as it was before, and no further. */
export function align(columns: number[], { groups }: Alignment, parts: readonly Part[], written: Written): void {
  for (const group of groups) {
    if (!group.every((index) => written.moves(index))) continue;
    const ends = group.map((index) => columns[index - 1]! + parts[index - 1]!.end - parts[index - 1]!.start);
    const column = Math.max(...ends) + Math.min(...group.map((index) => written.width(index)));
    for (const index of group) {
      const by = column - columns[index]!;
      const line = written.lineOf(index);
      for (let at = index; by !== 0 && at < parts.length && written.lineOf(at) === line; at++)
        if (parts[at]!.kind !== "comment") columns[at]! += by;
    }
  }
}

/** The innermost collection around that has its items on several lines. */
function rowsOf(part: Part, written: Written): Collection | undefined {
  let collection: Collection | undefined = part.spot?.of ?? part.collection;
  while (collection?.parent && !written.hasRows(collection)) collection = collection.parent;
  return collection;
}
