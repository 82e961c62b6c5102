/** A line without its line end. `indent` counts the blanks (spaces, tabs) that it starts with. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  /** What stands on it, without indentation, trailing comment and trailing blanks. */
  readonly content: string;
}

const INDENT = /^[ \t]*/;
const COMMENT = /(?:^|[ \t])#.*$/;

export function lineAt(text: string, offset: number): Line {
  // A search from before the text would find a line end that is its first character.
  let start = offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  if (start === 0 && text.startsWith("\uFEFF")) start = 1;
  const newline = text.indexOf("\n", Math.max(offset, start));
  let end = newline < 0 ? text.length : newline;
  if (end > start && text[end - 1] === "\r") end--;
  const line = text.slice(start, end);
  const indent = INDENT.exec(line)![0].length;
  return { start, end, indent, content: withoutBlanksAtEnd(line.slice(indent).replace(COMMENT, "")) };
}

/** Without the spaces and tabs at its end. Other spaces are letters to YAML, so `trimEnd` would take too much. */
export function withoutBlanksAtEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === " " || text[end - 1] === "\t")) end--;
  return text.slice(0, end);
}

/** The lines below the one that holds this offset, those without content left out. */
export function* linesAfter(text: string, offset: number): Generator<Line> {
  for (let newline = text.indexOf("\n", offset); newline >= 0; newline = text.indexOf("\n", newline + 1)) {
    const line = lineAt(text, newline + 1);
    if (line.content) yield line;
  }
}

/** The lines above the one that holds this offset, nearest first, those without content left out. */
export function* linesBefore(text: string, offset: number): Generator<Line> {
  let start = text.lastIndexOf("\n", offset - 1);
  while (start >= 0) {
    const line = lineAt(text, start);
    if (line.content) yield line;
    start = start === 0 ? -1 : text.lastIndexOf("\n", start - 1);
  }
}

/** The line and those below that are indented at least as deep: what moves with it. One at column `until` ends them. */
export function block(text: string, first: Line, until?: number): Line[] {
  const lines = [first];
  for (const line of linesAfter(text, first.start)) {
    if (line.indent < first.indent || line.indent === until) break;
    lines.push(line);
  }
  return lines;
}

/** Where the content of a line ends: before its comment and trailing blanks. */
export function contentEnd(line: Line): number {
  return line.start + line.indent + line.content.length;
}

/** `1 space`, `4 spaces`. */
export function spaces(count: number): string {
  return count === 1 ? "1 space" : `${count} spaces`;
}
