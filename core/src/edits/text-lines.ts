/** What there is to know of a text's lines for writing into it. All positions are UTF-16 offsets. */

/** The line end that the text uses: that of its first line, or a line feed where it has only one line. */
export function lineEndOf(text: string): "\r\n" | "\n" {
  const newline = text.indexOf("\n");
  return newline > 0 && text[newline - 1] === "\r" ? "\r\n" : "\n";
}

export function lineStart(text: string, offset: number): number {
  // A search from before the text would find a line end that is its first character.
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** How many UTF-16 units stand before an offset on its line; a byte order mark is none of them. */
export function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (text[start] === "\uFEFF" ? 1 : 0);
}

/** The offset of the line end (of its carriage return, if there is one) or of the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  if (newline < 0) return text.length;
  return newline > offset && text[newline - 1] === "\r" ? newline - 1 : newline;
}

/** Where the next line starts, or the end of the text where there is none. */
export function nextLine(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length : newline + 1;
}

/** The start of the first line, from the start of one on, that is no comment indented by more than a column, nor leads to one. */
export function pastComments(text: string, from: number, column: number): number {
  let at = from;
  for (;;) {
    const rest = /^(?:[ \t]*\r?\n)*([ \t]+)#[^\n]*(?:\n|$)/.exec(text.slice(at, at + 2000));
    if (!rest || (rest[1] as string).length <= column) return at;
    at += rest[0].length;
  }
}
