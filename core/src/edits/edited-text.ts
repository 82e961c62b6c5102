import { applyEdits, type TextEdit } from "./text-edit.ts";

/** A piece of a text: a part of the original that is kept, or something new. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/** A text that is edited again and again, and can say in the end how it differs from the original. */
export class EditedText {
  private pieces: readonly Piece[];
  text: string;

  constructor(private readonly original: string) {
    this.pieces = [{ start: 0, end: original.length }];
    this.text = original;
  }

  /** @param edits of the text as it stands now; they must not overlap */
  apply(edits: readonly TextEdit[]): void {
    const inOrder = edits.map((edit) => this.trimmed(edit)).sort((a, b) => a.start - b.start || a.end - b.end);
    const pieces: Piece[] = [];
    let at = 0;
    for (const { start, end, newText } of inOrder) {
      pieces.push(...this.cut(at, start), { text: newText });
      at = end;
    }
    pieces.push(...this.cut(at, this.text.length));
    this.text = applyEdits(this.text, edits);
    this.pieces = pieces;
  }

  /** Edits of the original, in its order: one for each place at which something else stands now. */
  edits(uri: string): TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let newText = "";
    for (const piece of [...this.pieces, { start: this.original.length, end: this.original.length }]) {
      if ("text" in piece) newText += piece.text;
      else if (piece.start < piece.end || piece.end === this.original.length) {
        if (newText !== this.original.slice(at, piece.start))
          edits.push({ uri, ...trim(this.original, { start: at, end: piece.start, newText }) });
        newText = "";
        at = piece.end;
      }
    }
    return edits;
  }

  private trimmed(edit: TextEdit): Change {
    return trim(this.text, edit);
  }

  /** The pieces of a part of the text as it stands now. */
  private cut(from: number, to: number): Piece[] {
    const found: Piece[] = [];
    let at = 0;
    for (const piece of this.pieces) {
      const length = "text" in piece ? piece.text.length : piece.end - piece.start;
      const start = Math.max(from - at, 0);
      const end = Math.min(to - at, length);
      if (start < end)
        found.push(
          "text" in piece
            ? { text: piece.text.slice(start, end) }
            : { start: piece.start + start, end: piece.start + end },
        );
      at += length;
    }
    return found;
  }
}

type Change = Pick<TextEdit, "start" | "end" | "newText">;

/** The same change without what it only writes once more at its ends; no pair of a carriage return and a line feed is parted. */
export function trim(text: string, { start, end, newText }: Change): Change {
  const old = text.slice(start, end);
  const shorter = Math.min(old.length, newText.length);
  let same = 0;
  while (same < shorter && old[same] === newText[same]) same++;
  while (same > 0 && isInsidePair(old, same, newText)) same--;
  let last = 0;
  while (last < shorter - same && old.at(-1 - last) === newText.at(-1 - last)) last++;
  while (last > 0 && isInsidePair(old, old.length - last, newText, newText.length - last)) last--;
  return { start: start + same, end: end - last, newText: newText.slice(same, newText.length - last) };
}

/** Would a cut there part a carriage return from its line feed, or the two halves of a character? */
function isInsidePair(old: string, at: number, other: string, otherAt = at): boolean {
  const parts = (text: string, index: number) =>
    /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(text.slice(index - 1, index + 1));
  return parts(old, at) || parts(other, otherAt);
}
