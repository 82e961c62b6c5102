/** A piece of a file that starts with a top-level key and ends where the next one starts. */
export interface Chunk {
  readonly start: number;
  readonly text: string;
}

/** A line that can only begin a top-level entry: nothing of a valid plan that starts in the first column continues one. */
const ENTRY_START = /^[^\s#\-\]}%.,\uFEFF]|^-[^\s-]|^\.[^.]|^\uFEFF?[^\s#\-\]}%.,]/;

/**
 * Cuts a file at its top-level keys, by its lines alone. It is meant for files that YAML cannot read as a whole:
 * an unclosed quote or bracket then spoils its own section and not the rest of the file.
 */
export function splitSections(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let start: number | undefined;
  let line = 0;
  while (line < text.length) {
    const newline = text.indexOf("\n", line);
    const next = newline < 0 ? text.length : newline + 1;
    if (ENTRY_START.test(text.slice(line, Math.min(next, line + 3)))) {
      if (start !== undefined) chunks.push({ start, text: text.slice(start, line) });
      start = line;
    }
    line = next;
  }
  if (start !== undefined) chunks.push({ start, text: text.slice(start) });
  return chunks;
}
