import { type LinkedText, readLinkedText } from "@aiplan/core";

/** How much text of linked files is kept, in UTF-16 units: what is parsed of it takes some hundred times as much memory. */
const MOST_KEPT = 500_000;

/** The linked files that were asked for last. Files are taken to stay as they are for as long as a run takes. */
export class RecentFiles {
  /** From the one that has not been asked for the longest. */
  private readonly known = new Map<string, { readonly text: string; readonly parsed: LinkedText }>();
  private kept = 0;

  textOf(uri: string): string | undefined {
    return this.known.get(uri)?.text;
  }

  of(uri: string, text: string): LinkedText {
    const parsed = this.forget(uri)?.parsed ?? readLinkedText(uri, text);
    this.known.set(uri, { text, parsed });
    this.kept += text.length;
    for (const other of this.known.keys()) if (this.kept > MOST_KEPT) this.forget(other);
    return parsed;
  }

  private forget(uri: string): { readonly parsed: LinkedText } | undefined {
    const file = this.known.get(uri);
    this.known.delete(uri);
    this.kept -= file?.text.length ?? 0;
    return file;
  }
}
