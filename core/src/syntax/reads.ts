import type { Entry, MapNode, Node } from "./nodes.ts";

/**
 * The keys that are read while a rule looks at a plan, as far as they say nothing: without them it may be silent for want of
 * something to judge by. Placeholders and single values that can't be read are not to be seen at all.
 */
export class ReadKeys {
  readonly absent = new Map<MapNode, Set<string>>();

  /** @param notesAll notes also what is there: whether it can be relied on is found out later */
  constructor(readonly notesAll: boolean) {}

  /** What is to be seen of an entry that is read. */
  see(map: MapNode, key: string, entry: Entry | undefined): Entry | undefined {
    const isHidden = entry !== undefined && saysNothing(entry.value);
    if (isHidden || this.notesAll || entry === undefined || !canBeRead(entry.value)) this.note(map, key);
    return isHidden ? undefined : entry;
  }

  note(map: MapNode, key: string): void {
    const names = this.absent.get(map);
    if (names) names.add(key);
    else this.absent.set(map, new Set([key]));
  }

  add(others: ReadKeys): void {
    for (const [map, names] of others.absent) for (const name of names) this.note(map, name);
  }
}

/** Where reads are noted; nowhere, but while the readiness of a plan is worked out. */
export const reads: { noted: ReadKeys | undefined } = { noted: undefined };

/** Notes what is read meanwhile. */
export function noting<Result>(into: ReadKeys, run: () => Result): Result {
  const before = reads.noted;
  reads.noted = into;
  try {
    return run();
  } finally {
    reads.noted = before;
  }
}

/** Looks at a plan as rules do whose reads are noted, but what is read meanwhile is nobody's want. */
export function unnoted<Result>(run: () => Result): Result {
  return reads.noted ? noting(new ReadKeys(false), run) : run();
}

/** Is it left for a person, can't it be read, or is it a list of nothing else? */
function saysNothing(value: Node): boolean {
  if (value.kind === "scalar") return value.type !== undefined ? value.value === undefined : value.isPlaceholder;
  return value.kind === "list" && value.all.length > 0 && value.all.every(saysNothing);
}

/** Does a value, as far as it is a single one or a list of such, say something of its type? */
export function canBeRead(value: Node): boolean {
  if (value.type === undefined) return false;
  if (value.kind === "scalar") return value.value !== undefined;
  return value.kind === "map" || value.all.every((item) => item.type !== undefined && canBeRead(item));
}
