/** One list of completion items, while it is made. */
export interface LateList {
  /** Keeps a documentation, and returns what an item is to carry in place of it. */
  keep(documentation: string): { readonly data: unknown };
}

/** The documentation of the last list of completion items; nobody looks at the items of an earlier one. */
export class LateDocs {
  private list = 0;
  private docs: string[] = [];

  begin(): LateList {
    const docs: string[] = [];
    const list = ++this.list;
    this.docs = docs;
    return { keep: (documentation) => ({ data: { list, index: docs.push(documentation) - 1 } }) };
  }

  /** @param data what the item carried; anything, as it comes from the client */
  find(data: unknown): string | undefined {
    const { list, index } = (data ?? {}) as { list?: unknown; index?: unknown };
    return list === this.list && typeof index === "number" ? this.docs[index] : undefined;
  }
}
