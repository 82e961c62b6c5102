import type { Position, Range } from "vscode-languageserver";
import { TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";

/** How a client counts the columns of a line: in bytes of UTF-8, in UTF-16 units as texts have them here, or in characters. */
export type Encoding = "utf-8" | "utf-16" | "utf-32";

const ENCODINGS: ReadonlySet<unknown> = new Set<Encoding>(["utf-8", "utf-16", "utf-32"]);

/** Of those that the client offers, the one that it likes best; every client must know UTF-16. */
export function encodingFrom(offered: readonly unknown[]): Encoding {
  return offered.find((one): one is Encoding => ENCODINGS.has(one)) ?? "utf-16";
}

/** Tells offsets in a text from the client's lines and columns. Positions outside of the text become the nearest inside. */
export interface Lines {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/**
 * The only place that knows how the client counts. The library for documents counts in UTF-16: what the client says is
 * put into that before it is told, and what it says is put back.
 */
export class Positions {
  /** Agreed on with the client; before that no position is told. */
  encoding: Encoding = "utf-16";

  create(uri: string, languageId: string, version: number, text: string): TextDocument {
    return TextDocument.create(uri, languageId, version, text);
  }

  /** Changes a document as the client has changed it: each change counts from what the ones before it have left. */
  update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument {
    if (this.encoding === "utf-16") return TextDocument.update(document, changes, version);
    for (const change of changes) {
      const own = "range" in change ? { range: this.utf16Range(document, change.range), text: change.text } : change;
      TextDocument.update(document, [own], version);
    }
    return document;
  }

  linesOf(uri: string, text: string): Lines {
    const document = TextDocument.create(uri, "", 0, text);
    // Where every character is one byte all encodings count alike.
    if (this.encoding === "utf-16" || /^[\x00-\x7f]*$/.test(text)) return document;
    return new EncodedLines(document, this.encoding);
  }

  private utf16Range(document: TextDocument, { start, end }: Range): Range {
    const lines = new EncodedLines(document, this.encoding);
    const utf16 = (position: Position) => document.positionAt(lines.offsetAt(position));
    return { start: utf16(start), end: utf16(end) };
  }
}

class EncodedLines implements Lines {
  /** The line that was asked about last: a whole plan may stand in one, and nobody is to read it again for each word in it. */
  private last: { readonly line: number; readonly columns: Uint32Array } | undefined;

  constructor(
    private readonly document: TextDocument,
    private readonly encoding: Encoding,
  ) {}

  positionAt(offset: number): Position {
    const { line, character } = this.document.positionAt(offset);
    const columns = this.columnsOf(line);
    return { line, character: columns[Math.min(character, columns.length - 1)]! };
  }

  offsetAt({ line, character }: Position): number {
    const columns = this.columnsOf(line);
    let [at, beyond] = [0, columns.length];
    while (beyond - at > 1) {
      const middle = (at + beyond) >> 1;
      if (columns[middle]! <= character) at = middle;
      else beyond = middle;
    }
    if (at > 0 && columns[at] === columns[at - 1]) at--;
    return this.document.offsetAt({ line, character: 0 }) + at;
  }

  /** Where each UTF-16 unit of a line is, and its end, as the client counts. The halves of a character are where that begins. */
  private columnsOf(line: number): Uint32Array {
    if (this.last?.line === line) return this.last.columns;
    const text = this.textOf(line);
    const columns = new Uint32Array(text.length + 1);
    let [at, column] = [0, 0];
    for (const sign of text) {
      columns.fill(column, at, at + sign.length);
      at += sign.length;
      column += this.widthOf(sign);
    }
    columns[at] = column;
    this.last = { line, columns };
    return columns;
  }

  /** A line without its end; nothing where there is no such line. */
  private textOf(line: number): string {
    return this.document.getText({ start: { line, character: 0 }, end: { line, character: Number.MAX_SAFE_INTEGER } });
  }

  private widthOf(sign: string): number {
    if (this.encoding === "utf-32") return 1;
    const point = sign.codePointAt(0)!;
    if (point < 0x80) return 1;
    if (point < 0x800) return 2;
    // Half of a surrogate pair by itself is sent as the sign that stands for what is no character, and has three bytes.
    return point < 0x10000 ? 3 : 4;
  }
}
