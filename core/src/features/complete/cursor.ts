import { columnOf } from "../../edits/text-lines.ts";
import type { Span } from "../../syntax/nodes.ts";
import { type Line, lineAt, linesAfter } from "../../syntax/traps/lines.ts";
import { isQuoted, type Lexeme, lexemes } from "../../syntax/traps/surroundings.ts";
import type { Scope } from "./scope.ts";

/** What can be written where the cursor is, as far as the signs around it tell. */
export interface Cursor {
  /**
   * `line`: nothing but indentation and dashes before it, so a key or a value; `key`: a key of a flow map, or one
   * that has its colon; `value`: after a colon; `item`: in a flow list.
   */
  readonly kind: "line" | "key" | "value" | "item";
  readonly offset: number;
  /** Where the token begins on its line. */
  readonly column: number;
  /** The token that is being typed, without its quotes; offsets into the whole text. */
  readonly token: Span;
  /** The same with its quotes. */
  readonly whole: Span;
  readonly quoted: boolean;
  /** The brackets that are open, outermost first, as they are written. */
  readonly open: string;
  /** A dash stands before it on its line. */
  readonly afterDash: boolean;
  readonly hasColon: boolean;
  /** Something else follows on the line that a key without its colon was written for. */
  readonly hasRest: boolean;
  /** The lines below are indented deeper: they are what a key here is for. */
  readonly hasChildren: boolean;
  /** These lines are a text: no key or dash begins the first of them. */
  readonly hasText: boolean;
  /** A blank must be written first: it stands right after a colon or a comma. */
  readonly needsSpace: boolean;
  /** The entry after it in the brackets stands there without a comma before it. */
  readonly needsComma: boolean;
}

/** The cursor stands in a comment; `start` is where its `#` is. */
export interface InComment {
  readonly kind: "comment";
  readonly start: number;
}

const STRUCTURE = new Set([
  "map-value-ind",
  "seq-item-ind",
  "explicit-key-ind",
  "comma",
  "flow-map-start",
  "flow-seq-start",
]);
/** Lexemes that say nothing about what may be written. */
const QUIET = new Set(["space", "newline", "byte-order-mark", "anchor", "tag", "flow-error-end", "doc-start"]);

/** @param scope where it has no errors, the brackets in it belong together as YAML says; elsewhere lines count for more */
export function cursorAt(text: string, offset: number, scope: Scope): Cursor | InComment | undefined {
  const line = lineAt(text, offset);
  if (offset < line.start) return undefined;
  const clean = scope.errors === 0;
  const whole = new Scan(text, Math.min(scope.start, line.start), line.end, offset);
  const scan =
    clean || whole.isCredible(line.start + line.indent, lineAt(text, whole.opening).indent < line.indent)
      ? whole
      : new Scan(text, line.start, line.end, offset);
  return scan.startsBefore(line.start)
    ? new Scan(text, line.start, line.end, offset).cursor(clean)
    : scan.cursor(clean);
}

/** The lexemes around an offset. */
class Scan {
  private readonly lexemes: Lexeme[] = [];
  private readonly open: Lexeme[] = [];
  /** The last sign before the offset that says what comes next; undefined at the start of a line. */
  private structure: Lexeme | undefined;
  /** What was written between that sign and the offset. */
  private contents: Lexeme[] = [];
  private comment: Lexeme | undefined;

  constructor(
    private readonly text: string,
    start: number,
    private readonly lineEnd: number,
    private readonly offset: number,
  ) {
    for (const { type, start: from, end } of lexemes(text.slice(start, lineEnd)))
      this.lexemes.push({ type, start: from + start, end: end + start });
    for (const lexeme of this.lexemes) {
      if (lexeme.start >= offset) break;
      this.pass(lexeme);
    }
  }

  /** Where the outermost open bracket is. */
  get opening(): number {
    return this.open[0]?.start ?? this.offset;
  }

  private pass(lexeme: Lexeme): void {
    const { type } = lexeme;
    if (type === "flow-error-end") this.open.length = 0;
    else if (this.open.length === 0 && (type === "newline" || this.endsLine(lexeme))) this.follow(undefined);
    else if (type === "comment") this.comment = lexeme.end >= this.offset ? lexeme : undefined;
    else if (STRUCTURE.has(type)) {
      if (type.endsWith("-start")) this.open.push(lexeme);
      this.follow(lexeme);
    } else if (!QUIET.has(type)) {
      if (type.startsWith("flow")) this.open.pop();
      this.contents.push(lexeme);
    }
  }

  /** A block of text below a `|` or `>` holds the line end that closes it. */
  private endsLine({ end }: Lexeme): boolean {
    return end <= this.offset && this.text[end - 1] === "\n";
  }

  private follow(structure: Lexeme | undefined): void {
    this.structure = structure;
    this.contents = [];
  }

  /** In a text with errors, brackets of the lines above are believed where the author is plainly still within them. */
  isCredible(lineStart: number, deeper: boolean): boolean {
    if (this.opening >= lineStart) return true;
    const { structure, contents } = this;
    const goesOn = structure !== undefined && (structure.start >= lineStart || contents.length === 0);
    return deeper && goesOn && structure.type !== "map-value-ind";
  }

  /** Is the offset in a text that began on a line above? */
  startsBefore(lineStart: number): boolean {
    const last = this.contents.at(-1);
    return last !== undefined && last.start < lineStart && last.end >= this.offset;
  }

  cursor(clean: boolean): Cursor | InComment | undefined {
    if (this.comment) return { kind: "comment", start: this.comment.start };
    const { structure, offset } = this;
    const place = this.place();
    if (!place) return undefined;
    const found = this.tokenAt(place);
    if (!found) return undefined;
    const { token, hasColon } = found;
    const spans = token ? this.spansOf(token, place) : { token: { start: offset, end: offset } };
    if (!spans || !this.isDeepEnough(spans.token.start)) return undefined;
    const whole = "whole" in spans ? spans.whole : spans.token;
    const below = place === "line" && !hasColon ? this.lineBelow(spans.token.start) : undefined;
    const touches = structure !== undefined && structure.end === spans.token.start;
    return {
      kind: place === "line" && hasColon ? "key" : place,
      offset,
      column: columnOf(this.text, spans.token.start),
      token: spans.token,
      whole,
      quoted: token !== undefined && isQuoted(token),
      open: this.open.map(({ start }) => this.text[start]).join(""),
      afterDash: structure?.type === "seq-item-ind",
      hasColon,
      hasRest: place === "line" && !hasColon && token !== undefined && whole.end < token.end,
      hasChildren: below !== undefined,
      hasText: below !== undefined && !/^(?:-(?:\s|$)|[^\s#"']*:(?:\s|$)|[{["'&*<])/.test(below.content),
      needsSpace:
        touches &&
        (structure.type === "map-value-ind" || structure.type === "comma" || structure.type === "seq-item-ind"),
      needsComma: this.open.length > 0 && !hasColon && this.lacksComma(whole.end, clean),
    };
  }

  /** What is written at the cursor, if anything; undefined where what is written leaves no room for more. */
  private tokenAt(place: Cursor["kind"]): { token: Lexeme | undefined; hasColon: boolean } | undefined {
    const { offset, contents } = this;
    const [written] = contents;
    const isColon = (lexeme: Lexeme | undefined) => lexeme?.type === "map-value-ind";
    // A value may be completed from the blanks before or after it, a key only where it is touched.
    const mayBeApart = place === "value" || place === "item";
    if (written) {
      if (contents.length > 1 || !isScalar(written)) return undefined;
      const between = this.text.slice(written.end, offset);
      if (between !== "" && (!mayBeApart || between.includes("\n"))) return undefined;
      const hasColon = isColon(this.after(written.end)[0]);
      return hasColon && mayBeApart ? undefined : { token: written, hasColon };
    }
    const [next, afterNext] = this.after(offset);
    const nothing = { token: undefined, hasColon: false };
    if (!next || next.type === "comment") return nothing;
    if (isColon(next)) return mayBeApart || next.start > offset ? undefined : { token: undefined, hasColon: true };
    const isKey = isColon(afterNext);
    const isHere = isScalar(next) && (mayBeApart ? !isKey : next.start === offset);
    if (isHere) return { token: next, hasColon: isKey };
    if (this.open.length === 0) return undefined;
    return place !== "value" || isKey || /^(?:comma|flow-.*-end)$/.test(next.type) ? nothing : undefined;
  }

  private place(): Cursor["kind"] | undefined {
    switch (this.structure?.type) {
      case undefined:
      case "seq-item-ind":
        return "line";
      case "map-value-ind":
        return "value";
      case "explicit-key-ind":
        return undefined;
      default:
        return this.text[this.open.at(-1)?.start ?? -1] === "{" ? "key" : "item";
    }
  }

  /** The next two lexemes with content from an offset on, on the same line. */
  private after(offset: number): Lexeme[] {
    return this.lexemes.filter(({ type, start }) => start >= offset && !QUIET.has(type)).slice(0, 2);
  }

  private spansOf(token: Lexeme, place: Cursor["kind"]): { token: Span; whole: Span } | undefined {
    const { offset, text } = this;
    const { start, end } = token;
    if (isQuoted(token)) return this.insideQuotes(token);
    const written = text.slice(start, end);
    if ((place === "line" || place === "key") && !written.startsWith("<")) {
      const wordEnd = start + /^\S*/.exec(written)![0].length;
      return offset > wordEnd ? undefined : both({ start, end: wordEnd });
    }
    return both({ start: Math.min(start, offset), end: Math.max(end, offset) });
  }

  /** Text in quotes; without the closing one it ends with the line, in brackets before the next comma. */
  private insideQuotes({ start, end }: Lexeme): { token: Span; whole: Span } | undefined {
    const { offset, text } = this;
    const sign = text[start];
    const closed = end > start + 1 && text[end - 1] === sign;
    if (closed) {
      if (offset <= start || offset >= end) return undefined;
      return { token: { start: start + 1, end: end - 1 }, whole: { start, end } };
    }
    const written = text.slice(start, Math.min(end, this.lineEnd));
    const length = this.open.length > 0 ? /^[^,\]}]*/.exec(written)![0].trimEnd().length : written.trimEnd().length;
    const last = Math.max(start + length, offset);
    return offset <= start ? undefined : { token: { start: start + 1, end: last }, whole: { start, end: last } };
  }

  /** Lines in brackets stand deeper than the line on which the brackets open. */
  private isDeepEnough(start: number): boolean {
    const { text, opening } = this;
    const line = lineAt(text, start);
    return opening >= line.start || columnOf(text, start) > lineAt(text, opening).indent;
  }

  /** The first line below, if it is indented deeper. */
  private lineBelow(start: number): Line | undefined {
    const [below] = linesAfter(this.text, start);
    return below && below.indent > columnOf(this.text, start) ? below : undefined;
  }

  private lacksComma(end: number, clean: boolean): boolean {
    const rest = clean
      ? this.text.slice(end).replace(/^(?:\s+(?:#.*)?)+/, "")
      : this.text.slice(end, this.lineEnd).trim();
    return rest !== "" && !/^[,\]}#]/.test(rest);
  }
}

function both(span: Span): { token: Span; whole: Span } {
  return { token: span, whole: span };
}

function isScalar({ type }: Lexeme): boolean {
  return type === "scalar" || type.endsWith("quoted-scalar");
}
