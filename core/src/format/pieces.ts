import { Composer, type CST, isMap, type ParsedNode, Parser } from "yaml";
import { tooDeepAt } from "../syntax/nesting.ts";
import { splitSections } from "../syntax/split-sections.ts";

/** A file, or a section of one that can't be read as a whole. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Undefined where it can't be read. */
  readonly read?: {
    readonly tokens: readonly CST.Token[];
    readonly contents: ParsedNode | null;
    /** From the offsets of the tokens to those of the file. */
    toOriginal(offset: number): number;
  };
}

/** Cuts a text into what can be read and what can't. */
export function piecesOf(text: string, tab: number, whole = true): Piece[] {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const read = whole ? readPiece(text.slice(start), start) : undefined;
  if (read) return [{ start, end: text.length, read }];
  const chunks = splitSections(text);
  const first = chunks[0]?.start ?? text.length;
  // What stands before the first key says nothing, or would have been a piece.
  const head = first > start ? [{ start, end: first, read: readPiece(text.slice(start, first), start) }] : [];
  const sections = chunks.map((chunk) => ({
    start: chunk.start,
    end: chunk.start + chunk.text.length,
    read: readPiece(chunk.text, chunk.start) ?? withoutTabs(chunk.text, chunk.start, tab),
  }));
  return [...head, ...sections].map(({ read, ...span }) => (read ? { ...span, read } : span));
}

function readPiece(text: string, start: number): Piece["read"] {
  if (text.includes("\0") || tooDeepAt(text) !== undefined) return undefined;
  const tokens = [...new Parser().parse(text)];
  const options = { schema: "failsafe", uniqueKeys: false, keepSourceTokens: false } as const;
  const documents = [...new Composer(options).compose(tokens, true, text.length)];
  const document = documents[0];
  if (documents.length > 1 || !document || document.errors.length > 0) return undefined;
  const { contents } = document;
  if (contents !== null && !isMap(contents)) return undefined;
  return { tokens, contents, toOriginal: (offset) => start + offset };
}

/** A section that is indented by tabs can be read with spaces in their place, unless the tabs may be a part of a text. */
function withoutTabs(text: string, start: number, tab: number): Piece["read"] {
  const lines = text.split("\n");
  if (!lines.some((line) => /^ *\t/.test(line)) || /[|>][-+0-9]*[ \t]*(?:#.*)?\r?$/m.test(text)) return undefined;
  const starts: { readonly mended: number; readonly original: number; readonly shift: number }[] = [];
  let mended = "";
  let original = 0;
  for (const line of lines) {
    const indent = /^[ \t]*/.exec(line)![0];
    let width = 0;
    for (const blank of indent) width += blank === "\t" ? tab - (width % tab) : 1;
    starts.push({ mended: mended.length, original, shift: indent.length - width });
    mended += `${" ".repeat(width)}${line.slice(indent.length)}\n`;
    original += line.length + 1;
  }
  const read = readPiece(mended.slice(0, -1), 0);
  if (!read) return undefined;
  let last = 0;
  const toOriginal = (offset: number) => {
    // It is asked for one offset after another.
    if (starts[last]!.mended > offset) last = 0;
    while (starts[last + 1] && starts[last + 1]!.mended <= offset) last++;
    const line = starts[last]!;
    return start + offset - line.mended + line.original + line.shift;
  };
  return { ...read, toOriginal };
}
