import { displayWidth } from "./display-width.ts";

/** Breaks a line into lines of at most `width` columns, between words only: a longer word stays whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let column = 0;
  for (const word of text.split(" ")) {
    const wordWidth = displayWidth(word);
    if (line !== "" && column + 1 + wordWidth > width) {
      lines.push(line);
      line = "";
      column = 0;
    }
    column += (line === "" ? 0 : 1) + wordWidth;
    line += (line === "" ? "" : " ") + word;
  }
  return [...lines, line];
}
