/** A place in the new text where a person has something to write; offsets into `newText`. */
export interface TabStop {
  readonly start: number;
  readonly end: number;
  /** What may be chosen there, where that is a fixed set. */
  readonly choices?: readonly string[];
  /** Stops of one name are filled in together. */
  readonly name?: string;
}

/** A replacement in one file; offsets into the text that was read, `end` exclusive. */
export interface TextEdit {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly newText: string;
  /** In the order in which they are to be filled in; absent where nothing is left to write. */
  readonly stops?: readonly TabStop[];
  /** There is no such file yet: it is made, with this text. */
  readonly newFile?: true;
}

/** Applies edits of one file, which must not overlap, to its text. Two at one offset keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let last = 0;
  const inOrder = edits.map((edit, index) => ({ edit, index }));
  inOrder.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  for (const { edit } of inOrder) {
    result += text.slice(last, edit.start) + edit.newText;
    last = edit.end;
  }
  return result + text.slice(last);
}
