/** A piece of a file that starts with a top-level key and ends where the next one starts. */
export interface Chunk {
  readonly start: number;
  readonly text: string;
}

/** A line that can only begin a top-level entry: a word in the first column, then a colon, be it without its space. */
const ENTRY_START =
  /^(?:"[^"\n]*"[ \t]*|'[^'\n]*'[ \t]*|<<[ \t]*|[^\s#\-\]}[{%.,"'&*!|>?:](?:[^\n:#]|(?<!\s)#)*|-[^\s\-:](?:[^\n:#]|(?<!\s)#)*):(?:\s|$)|^[a-z][a-z0-9-]*:(?!\/\/)/;

/** The file is one map or list in brackets, be it after comments, directives and the mark of a document's start. */
const IN_BRACES = /^\uFEFF?(?:[ \t\r]*(?:#[^\n]*)?\n|%[^\n]*\n|---[ \t\r]*(?:#[^\n]*)?\n)*[ \t]*(?:---[ \t]+)?[[{]/;

/**
 * Cuts a file at its top-level keys, by its lines alone. It is meant for files that YAML cannot read as a whole:
 * an unclosed quote or bracket then spoils its own section and not the rest of the file. What stands before the first
 * key is a piece too, unless it says nothing.
 */
export function splitSections(text: string): Chunk[] {
  const first = text.startsWith("\uFEFF") ? 1 : 0;
  if (IN_BRACES.test(text)) return [{ start: first, text: text.slice(first) }];
  const starts = [first];
  for (let line = first; line < text.length; line = lineAfter(text, line)) {
    if (line > first && ENTRY_START.test(text.slice(line, lineAfter(text, line)))) starts.push(line);
  }
  const chunks = starts.map((start, index) => ({ start, text: text.slice(start, starts[index + 1] ?? text.length) }));
  return chunks.filter((chunk, index) => index > 0 || !saysNothing(chunk.text));
}

function lineAfter(text: string, line: number): number {
  const newline = text.indexOf("\n", line);
  return newline < 0 ? text.length : newline + 1;
}

/** Only blank lines, comments and the mark of a document's start, with directives ahead of it. */
function saysNothing(text: string): boolean {
  const lines = text.split("\n");
  const isStart = (line: string) => /^---\s*(?:#|$)/.test(line);
  const start = lines.findIndex(isStart);
  return lines.every(
    (line, index) => /^\s*(?:#|$)/.test(line) || isStart(line) || (index < start && line.startsWith("%")),
  );
}
