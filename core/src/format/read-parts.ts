import type { CST } from "yaml";
import { Collection, KINDS, type Part, type Spot } from "./parts.ts";
import type { Piece } from "./pieces.ts";

/** What nobody writes in plans, and what is left alone for that reason: a `?` before a key, say. */
class Unusual extends Error {}

type Item = CST.BlockMap["items"][number] | CST.BlockSequence["items"][number] | CST.FlowCollection["items"][number];

/** Adds the parts of one text after another: a whole file, or section by section. */
export class PartsReader {
  readonly parts: Part[] = [];
  constructor(private readonly text: string) {}

  /** The map that is the file, be it read in pieces. */
  readonly root = new Collection("map");
  private toOriginal: (offset: number) => number = (offset) => offset;

  add({ start, end, read }: Piece): void {
    const { length } = this.parts;
    const items = this.root.items.length;
    try {
      if (!read) throw new Unusual();
      this.toOriginal = read.toOriginal;
      for (const token of read.tokens) this.document(token, { of: this.root, as: "item" });
    } catch (error) {
      if (!(error instanceof Unusual)) throw error;
      this.parts.length = length;
      this.root.items.length = items;
      this.parts.push({ kind: "verbatim", start, end });
    }
    this.root.last = this.parts.length - 1;
  }

  private document(token: CST.Token, spot: Spot): void {
    if (token.type === "document") {
      this.marks(token.start, spot);
      if (token.value) this.top(token.value);
      this.marks(token.end ?? [], spot);
    } else if (token.type === "doc-end") {
      this.mark(token, spot);
      this.marks(token.end ?? [], spot);
    } else this.mark(token as CST.SourceToken, spot);
  }

  private top(token: CST.Token): void {
    if (token.type === "block-map") this.items(token.items, this.root);
    else if (token.type === "flow-collection") this.value(token, { of: this.root, as: "item" });
    else throw new Unusual();
  }

  private items(items: readonly Item[], collection: Collection): void {
    const isMap = collection.kind !== "list";
    const item: Spot = { of: collection, as: "item" };
    const value: Spot = { of: collection, as: "value" };
    for (const { start, key, sep, value: content } of items) {
      const before = this.parts.length;
      this.marks(start, item);
      if (key) this.value(key, item);
      this.marks(sep ?? [], sep?.[0]?.type === "map-value-ind" && !key ? item : value);
      if (content) this.value(content, isMap && sep ? value : collection.kind === "list" ? value : item);
      let first = before;
      while (first < this.parts.length && /comment|comma/.test(this.parts[first]!.kind)) first++;
      if (first < this.parts.length) collection.items.push(first);
      const isKeyAlone = collection.kind === "flow" && key && !sep?.some(({ type }) => type === "map-value-ind");
      if (isKeyAlone || this.isInNumber(first)) this.keepSpaces(first);
    }
  }

  /** `[93,5]`: who writes a list puts spaces between its items. */
  private isInNumber(index: number): boolean {
    const [number, comma, decimals] = this.parts.slice(index - 2, index + 1);
    if (!number || comma?.kind !== "comma" || decimals?.kind !== "scalar") return false;
    return (
      this.isDigit(number.end - 1) &&
      comma.start === number.end &&
      decimals.start === comma.end &&
      this.isDigit(decimals.start)
    );
  }

  private isDigit(offset: number): boolean {
    return /\d/.test(this.text[offset] ?? "");
  }

  private keepSpaces(index: number): void {
    for (const at of [index - 1, index]) {
      const part = this.parts[at];
      if (part && (at === index || part.kind === "comma")) this.parts[at] = { ...part, cut: true };
    }
  }

  private value(token: CST.Token, spot: Spot): void {
    switch (token.type) {
      case "block-map":
      case "block-seq": {
        const inner = new Collection(token.type === "block-map" ? "map" : "list", spot.of);
        inner.first = this.parts.length;
        this.items(token.items, inner);
        inner.last = this.parts.length - 1;
        return;
      }
      case "flow-collection": {
        const inner = new Collection("flow", spot.of);
        inner.first = this.parts.length;
        this.mark(token.start, spot, inner);
        this.items(token.items, inner);
        const [close, ...after] = token.end;
        if (close) this.mark(close, { of: inner, as: "close" }, inner);
        inner.last = this.parts.length - 1;
        this.marks(after, spot);
        return;
      }
      case "block-scalar":
        this.block(token, spot);
        return;
      case "alias":
      case "scalar":
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        this.scalar(token, spot);
        this.marks(token.end ?? [], spot);
        return;
      default:
        throw new Unusual();
    }
  }

  private marks(tokens: readonly CST.SourceToken[], spot: Spot): void {
    for (const token of tokens) this.mark(token, spot);
  }

  private mark(token: Pick<CST.Token, "type" | "offset"> & { source: string }, spot: Spot, collection = spot.of): void {
    if (token.type === "space" || token.type === "newline") return;
    const kind = KINDS[token.type];
    if (!kind) throw new Unusual();
    this.push(kind, token.offset, token.source.trimEnd().length, { spot, collection });
  }

  private scalar(token: CST.FlowScalar, spot: Spot): void {
    const head = this.parts.length;
    const kind = token.type === "alias" ? "alias" : "scalar";
    let at = token.offset;
    const lines = token.source.split("\n");
    for (const [index, line] of lines.entries()) {
      const indent = index === 0 ? 0 : line.length - line.trimStart().length;
      const written = line.trim();
      // After a backslash a space counts.
      const length =
        index < lines.length - 1 && written.endsWith("\\") ? line.replace(/\r$/, "").length - indent : written.length;
      if (index === 0) this.push(kind, at, length, { spot, collection: spot.of });
      else if (length > 0) this.push("more", at + indent, length, { head, collection: spot.of });
      at += line.length + 1;
    }
  }

  private block(token: CST.BlockScalar, spot: Spot): void {
    const head = this.parts.length;
    for (const prop of token.props as CST.SourceToken[]) {
      // What an indicator counts from is the column of the collection around, which may change.
      if (/[1-9]/.test(prop.type === "block-scalar-header" ? prop.source : "")) throw new Unusual();
      if (prop.type === "block-scalar-header")
        this.push("scalar", prop.offset, prop.source.length, { spot, collection: spot.of });
      else this.mark(prop, spot);
    }
    const lines = token.source.split("\n");
    const indents = lines.filter((line) => /[^ \r]/.test(line)).map((line) => line.search(/[^ ]/));
    const base = indents[0] ?? 0;
    if (indents.some((indent) => indent < base)) throw new Unusual();
    const last = token.props.at(-1) as CST.SourceToken;
    let at = last.offset + last.source.length;
    for (const line of lines) {
      const { length } = line.replace(/\r$/, "");
      if (length > base) this.push("block", at + base, length - base, { head, collection: spot.of });
      at += line.length + 1;
    }
  }

  private push(kind: Part["kind"], offset: number, length: number, more: Partial<Part>): void {
    const start = this.toOriginal(offset);
    this.parts.push({ kind, start, end: start + length, ...more });
  }
}
