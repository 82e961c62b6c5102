import type { TextEdit } from "../edits/text-edit.ts";
import { lineEndOf } from "../edits/text-lines.ts";
import type { PlanFile } from "../syntax/plan-file.ts";
import type { Part } from "./parts.ts";
import type { Written } from "./written.ts";

export interface EditOptions {
  /** Whether white space at an offset may change. */
  readonly isInside: (offset: number) => boolean;
  /** Whether the end of the file is a part of that. */
  readonly atEnd: boolean;
  /** Only what nobody can have meant: see `formatTyped`. */
  readonly gentle: boolean;
}

/** The edits that give parts their columns, and take away the blanks at the ends of lines. Each is within one line. */
export function whiteSpaceEdits(
  { uri, text }: PlanFile,
  parts: readonly Part[],
  written: Written,
  { isInside, atEnd, gentle }: EditOptions,
): TextEdit[] {
  const edits: TextEdit[] = [];
  const replace = (start: number, before: string, after: string) => {
    if (before === after || !isInside(start)) return;
    let same = 0;
    while (same < before.length && before[same] === after[same]) same++;
    edits.push({ uri, start: start + same, end: start + before.length, newText: after.slice(same) });
  };
  // The last time, it is the white space behind the last part.
  let end = text.startsWith("\uFEFF") ? 1 : 0;
  for (let index = 0; index <= parts.length; index++) {
    const part = parts[index];
    const isEnd = part === undefined;
    if (isEnd && (parts[index - 1]?.kind === "verbatim" || keepsLineEnds(text, parts))) break;
    const lines = text.slice(end, part?.start ?? text.length).split("\n");
    if (isEnd && atEnd && !gentle && (lines.length !== 2 || lines[1] !== "")) {
      const [first = "", ...blank] = lines;
      const next = end + first.length + 1;
      if (blank.length === 0) edits.push({ uri, start: end, end: text.length, newText: lineEndOf(text) });
      else if (isInside(next) || next === text.length) {
        replace(end, withoutReturn(first), "");
        edits.push({ uri, start: next, end: text.length, newText: "" });
        break;
      }
      if (blank.length === 0) break;
    }
    for (const [at, line] of lines.entries()) {
      const blanks = withoutReturn(line);
      // Whether a line below a block of text belongs to it only its author knows.
      const isOpen = gentle && (isEnd || parts[index - 1]?.kind === "block") && at > 0;
      if (at < lines.length - 1 || (isEnd && at > 0)) {
        if (!isOpen) replace(end, blanks, "");
      } else if (part && written.startsLine(index)) {
        const isWanted = part.kind !== "verbatim" && (!gentle || blanks.includes("\t"));
        if (isWanted) replace(end, blanks, " ".repeat(written.column(index)));
      } else if (part && (!gentle || blanks === "")) replace(end, blanks, " ".repeat(written.width(index)));
      end += line.length + 1;
    }
    end = part?.end ?? end;
  }
  return edits;
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

/** Does the file end with a block of text that has all its line ends for itself? */
function keepsLineEnds(text: string, parts: readonly Part[]): boolean {
  const last = parts.at(-1)!;
  const head = last.kind === "block" ? parts[last.head!]! : last;
  return /^[|>].*\+/.test(text.slice(head.start, head.end));
}
