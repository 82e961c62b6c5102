import type { DefinitionKind } from "../language/types.ts";

/** The ids that have a new name in the version after. */
export class Renames {
  private readonly known = new Map<DefinitionKind, Map<string, string>>();

  add(kind: DefinitionKind, before: string, after: string): void {
    const same = this.known.get(kind) ?? new Map<string, string>();
    this.known.set(kind, same.set(before, after));
  }

  /** What an id of the version before is called in the one after. */
  of(kind: DefinitionKind, id: string): string {
    return this.known.get(kind)?.get(id) ?? id;
  }

  get size(): number {
    return [...this.known.values()].reduce((sum, ids) => sum + ids.size, 0);
  }
}
