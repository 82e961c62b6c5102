/** Plans with carets under what is said of them: the form of rule examples and of marker fixtures. */

/** A line of carets: the span above it, in UTF-16 columns, and the text after it. */
export interface Marker {
  /** Offsets into the file's text, caret lines taken out. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface MarkedFile {
  readonly name: string;
  readonly text: string;
  readonly markers: readonly Marker[];
  /** Where `$0` stood, if it did. */
  readonly cursor?: number;
}

const CARETS = /^(\s*#?[ ]*)(\^+)[ ]?(.*)$/;
const FILE = /^-- (\S+) --$/;

/** A fixture: a sentence, files, and the texts that are expected. */
export interface Fixture {
  readonly title: string;
  readonly files: MarkedFile[];
  /** By name: the texts after `-- @name --`, as they are. */
  readonly goldens: ReadonlyMap<string, string>;
}

/**
 * Splits a fixture into its files and takes the caret lines and the cursor out. Text before the first `-- name --` is
 * returned as `title` where files are named, and is the one file otherwise. What comes after `-- @name --` is no file
 * but a text that is expected.
 *
 * A caret line is a comment whose carets stand under the span they speak of; under a span in the first column it
 * starts with the carets themselves.
 */
export function readMarked(fixture: string, defaultName = "plan.aiplan"): Fixture {
  const lines = fixture.replace(/^\n/, "").split("\n");
  const pieces: { name: string; lines: string[] }[] = [];
  const title: string[] = [];
  for (const line of lines) {
    const name = FILE.exec(line)?.[1];
    if (name !== undefined) pieces.push({ name, lines: [] });
    else (pieces.at(-1)?.lines ?? title).push(line);
  }
  if (pieces.length === 0) return { title: "", files: [readFile(defaultName, lines)], goldens: new Map() };
  const isGolden = ({ name }: { name: string }) => name.startsWith("@");
  return {
    title: title.join("\n").trim(),
    files: pieces.filter((piece) => !isGolden(piece)).map((piece) => readFile(piece.name, piece.lines)),
    goldens: new Map(pieces.filter(isGolden).map(({ name, lines: text }) => [name.slice(1), text.join("\n")])),
  };
}

function readFile(name: string, lines: readonly string[]): MarkedFile {
  const kept: string[] = [];
  const markers: Marker[] = [];
  let lineStart = 0;
  let length = 0;
  for (const line of lines) {
    const carets = CARETS.exec(line);
    if (carets) {
      const [, before = "", arrows = "", text = ""] = carets;
      markers.push({ start: lineStart + before.length, end: lineStart + before.length + arrows.length, text });
      continue;
    }
    lineStart = length;
    kept.push(line);
    length += line.length + 1;
  }
  const text = kept.join("\n");
  const cursor = text.indexOf("$0");
  if (cursor < 0) return { name, text, markers };
  const shift = (offset: number) => (offset > cursor ? offset - 2 : offset);
  return {
    name,
    text: text.replace("$0", ""),
    markers: markers.map((marker) => ({ ...marker, start: shift(marker.start), end: shift(marker.end) })),
    cursor,
  };
}

/** The same file with CRLF line ends, markers moved along. */
export function withCrlf(file: MarkedFile): MarkedFile {
  const shift = (offset: number) => offset + (file.text.slice(0, offset).match(/\n/g)?.length ?? 0);
  return {
    ...file,
    text: file.text.replaceAll("\n", "\r\n"),
    markers: file.markers.map((marker) => ({ ...marker, start: shift(marker.start), end: shift(marker.end) })),
    ...(file.cursor === undefined ? {} : { cursor: shift(file.cursor) }),
  };
}
