import { columnOf, lineEnd, lineStart, nextLine } from "../edits/text-lines.ts";
import type { Node, Span } from "../syntax/nodes.ts";
import { type PlanFile, spanIn } from "../syntax/plan-file.ts";

/** Lines that can be folded away under the one in which they start. */
export interface Fold {
  readonly kind: "imports" | "comment" | "part";
  /** In the line that stays; offsets into the text. */
  readonly start: number;
  /** In the last of the lines that go. */
  readonly end: number;
}

const COMMENT_LINE = /^\uFEFF?([ \t]*)#/;
const BLANK_LINE = /^[ \t\r]*$/;
/** What may stand behind a value in its last line for the line to go with it: brackets that close, and a comment. */
const CLOSING = /^[\s\]},]*(?:\s#.*)?$/;

/**
 * What can be folded: sections, keys, items and ids whose values take several lines, and runs of comment lines. Folds
 * lie side by side or inside one another, and one at most starts in a line. A bracket that closes on a line of its own
 * stays, and so do the blank lines after a part.
 */
export function folds(file: PlanFile): Fold[] {
  const folder = new Folder(file);
  folder.sections();
  folder.comments();
  return folder.found.sort((a, b) => a.start - b.start);
}

class Folder {
  readonly found: Fold[] = [];
  private readonly text: string;
  /** The starts of lines where a fold starts already. */
  private readonly taken = new Set<number>();
  /** Values over several lines: what looks like a comment in them is none. */
  private readonly texts: Span[] = [];

  constructor(private readonly file: PlanFile) {
    this.text = file.text;
  }

  sections(): void {
    for (const { key, value } of this.file.sections)
      if (!key.borrowed) this.part(key, value, true, key.text === "imports" ? "imports" : "part");
  }

  comments(): void {
    let run: { start: number; end: number; indent: string } | undefined;
    let lines = 0;
    const close = () => {
      if (run && lines > 1) this.found.push({ kind: "comment", start: run.start, end: run.end });
      run = undefined;
      lines = 0;
    };
    for (let line = 0; line < this.text.length; line = nextLine(this.text, line)) {
      const end = lineEnd(this.text, line);
      const indent = this.isInText(line) ? undefined : COMMENT_LINE.exec(this.text.slice(line, end))?.[1];
      // One that is indented otherwise belongs to something else.
      if (indent === undefined || indent !== run?.indent) close();
      if (indent === undefined) continue;
      run = { start: run?.start ?? line, end, indent };
      lines++;
    }
    close();
  }

  private isInText(line: number): boolean {
    while (this.texts[0] && this.texts[0].end <= line) this.texts.shift();
    return this.texts[0] !== undefined && this.texts[0].start < line;
  }

  /**
   * @param name its key; an item is its own
   * @param block it does not stand in brackets
   */
  private part(name: Node, value: Node, block: boolean, kind: Fold["kind"] = "part"): void {
    if (value.borrowed) return;
    const { start } = spanIn(this.file, name);
    const span = spanIn(this.file, value);
    const end = span.start + this.text.slice(span.start, span.end).trimEnd().length;
    const isBlock = block && (value.kind === "scalar" || !value.flow);
    const line = lineStart(this.text, start);
    // What takes one line has nothing over several lines in it.
    if (lineStart(this.text, end) <= line) return;
    if (value.kind === "scalar") this.texts.push({ ...span, end });
    // What is as deep as a key stands beside it; what is as deep as an item, in it.
    const beside = columnOf(this.text, start) - (name === value ? 1 : 0);
    this.fold(kind, start, isBlock ? this.withComments(end, beside) : this.lastLine(end));
    this.inside(value, isBlock);
  }

  private inside(node: Node, block: boolean): void {
    if (node.kind === "list") {
      for (const item of node.all) this.part(item, item, block);
    } else if (node.kind === "map") {
      for (const { key, value } of node.all) if (!key.borrowed) this.part(key, value, block);
    }
  }

  private fold(kind: Fold["kind"], start: number, end: number): void {
    const line = lineStart(this.text, start);
    if (this.taken.has(line) || lineStart(this.text, end) <= line) return;
    this.taken.add(line);
    this.found.push({ kind, start, end });
  }

  /** The end of a value in brackets, or that of the line above where its last line is to stay. */
  private lastLine(end: number): number {
    const line = lineStart(this.text, end);
    const isAlone = /^[ \t]*[\]}]$/.test(this.text.slice(line, end));
    const stays = isAlone || !CLOSING.test(this.text.slice(end, lineEnd(this.text, end)));
    return stays ? lineEnd(this.text, lineStart(this.text, line - 1)) : end;
  }

  /** The end of a value and of the comments below that are indented deeper than a column. */
  private withComments(valueEnd: number, column: number): number {
    let end = valueEnd;
    for (let line = nextLine(this.text, end); line < this.text.length; line = nextLine(this.text, line)) {
      const written = this.text.slice(line, lineEnd(this.text, line));
      const indent = COMMENT_LINE.exec(written)?.[1];
      if (indent !== undefined && indent.length > column) end = lineEnd(this.text, line);
      else if (!BLANK_LINE.test(written)) break;
    }
    return end;
  }
}
