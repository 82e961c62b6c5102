import { CST } from "yaml";
import { claim } from "./build-tree.ts";
import { type Entry, ListNode, MapNode, type Node, ScalarNode, type ScalarStyle, type Section } from "./nodes.ts";

/** What is not read here: how deep nothing nests that people write, and where `yaml` would refuse a key. */
const DEEPEST = 40;
const LONGEST_KEY = 1000;
const WIDEST_INDENT = 200;

/** Thrown where a text is not of the plain kind. It says nothing of whether there is anything wrong with it. */
const UNUSUAL = new Error("This has to be read with all of YAML in mind.");

/** What plain text may not hold at all: NUL (it is no text then), tabs, lone carriage returns, byte order marks. */
const NEVER_PLAIN = /[\0\t\uFEFF]|\r(?!\n)/;

/**
 * Reads the part of YAML that plans are written in, some fifteen times as fast as the `yaml` package: maps and lists on
 * lines of their own and in brackets, text plain, quoted and in blocks, comments. Everything else (anchors, tags, tabs,
 * directives, whatever may be an error) it leaves alone and returns undefined; then `yaml` reads the text. Where it reads
 * a text it gives exactly the tree that `build-tree` makes of what `yaml` reads, which `read-plain.test.ts` holds it to.
 */
export function readPlain(text: string, uri: string): { section: Section; start: number }[] | undefined {
  if (NEVER_PLAIN.test(text)) return undefined;
  try {
    return new PlainReader(text, uri).sections();
  } catch {
    // Besides what is unusual: what `yaml` has against a quoted text or a block, which it says better itself.
    return undefined;
  }
}

/**
 * Goes through the text once. Between values `at` is at the next thing that stands on a line of its own, comments left
 * out, and `column` is where it stands in its line: -1 at the end of the text.
 */
class PlainReader {
  private at = 0;
  private lineStart = 0;
  private column = -1;
  /** Where the section at hand starts; nodes count from there. */
  private origin = 0;

  constructor(
    private readonly text: string,
    private readonly uri: string,
  ) {}

  sections(): { section: Section; start: number }[] {
    const sections: { section: Section; start: number }[] = [];
    this.toNextLine(0);
    if (this.column !== 0) throw UNUSUAL;
    while (this.column === 0) {
      this.origin = this.at;
      const key = this.key();
      const value = this.valueOf(key, 0, 1);
      const section: Section = { uri: this.uri, name: key.text, key, value, broken: false };
      claim(section, key);
      claim(section, value);
      sections.push({ section, start: this.origin });
    }
    if (this.column > 0) throw UNUSUAL;
    return sections;
  }

  /** What stands on a line of its own below its key or dash, `outer` being the column of that. */
  private block(outer: number, depth: number): Node {
    const { column } = this;
    if (this.isDash()) return this.blockList(column, depth);
    return this.mapOrInline(column, outer, depth);
  }

  /** A map whose first key stands here, or what else may stand behind a dash or on a line. */
  private mapOrInline(column: number, outer: number, depth: number): Node {
    const first = this.text.charCodeAt(this.at);
    if (first === OPEN_LIST || first === OPEN_MAP || first === BAR || first === ANGLE) return this.inline(outer, depth);
    const scalar = this.scalar(outer, false);
    if (this.toColon()) return this.blockMap(this.asKey(scalar), column, depth);
    return this.ended(this.plainLines(scalar, outer));
  }

  private blockMap(firstKey: ScalarNode, indent: number, depth: number): MapNode {
    const entries: Entry[] = [];
    for (let key = firstKey; ; key = this.key()) {
      entries.push(entryOf(key, this.valueOf(key, indent, depth + 1)));
      if (this.column !== indent) break;
    }
    if (this.column > indent) throw UNUSUAL;
    const end = entries.reduce((last, entry) => Math.max(last, entry.end), firstKey.start);
    return mapOf(firstKey.start, end, false, entries);
  }

  private blockList(indent: number, depth: number): ListNode {
    if (depth > DEEPEST) throw UNUSUAL;
    const start = this.at - this.origin;
    const items: Node[] = [];
    while (this.column === indent && this.isDash()) {
      this.at++;
      items.push(this.item(indent, depth + 1));
    }
    if (this.column > indent) throw UNUSUAL;
    return listOf(
      start,
      items.reduce((last, item) => Math.max(last, item.end), start),
      false,
      items,
    );
  }

  /** What stands behind a dash. */
  private item(indent: number, depth: number): Node {
    this.skipSpaces();
    if (this.isLineOver()) {
      this.endLine();
      if (this.column <= indent) throw UNUSUAL;
      return this.block(indent, depth);
    }
    this.column = this.at - this.lineStart;
    return this.block(indent, depth);
  }

  /** The value of a key whose colon was just read, in a map whose keys stand in the column `indent`. */
  private valueOf(key: ScalarNode, indent: number, depth: number): Node {
    if (depth > DEEPEST) throw UNUSUAL;
    this.skipSpaces();
    let value: Node;
    if (this.isLineOver()) {
      const start = this.at - this.origin;
      this.endLine();
      if (this.column > indent) value = this.block(indent, depth);
      else if (this.column === indent && this.isDash()) value = this.blockList(indent, depth);
      else value = new ScalarNode(start, start, false, "", "plain");
    } else value = this.inline(indent, depth);
    value.key = key;
    return value;
  }

  /** A value that stands behind its key or dash, and what is left of its line. */
  private inline(outer: number, depth: number): Node {
    const first = this.text.charCodeAt(this.at);
    if (first === BAR || first === ANGLE) return this.blockText(outer);
    if (first === OPEN_LIST || first === OPEN_MAP) return this.ended(this.flow(outer, depth));
    return this.ended(this.plainLines(this.scalar(outer, false), outer));
  }

  private ended<Value extends Node>(value: Value): Value {
    this.endLine();
    return value;
  }

  /** A list or map in brackets, whose lines all stand further right than `outer`. */
  private flow(outer: number, depth: number): Node {
    if (depth > DEEPEST) throw UNUSUAL;
    const start = this.at - this.origin;
    const isMap = this.text.charCodeAt(this.at) === OPEN_MAP;
    const close = isMap ? CLOSE_MAP : CLOSE_LIST;
    const entries: Entry[] = [];
    const items: Node[] = [];
    this.at++;
    for (;;) {
      this.skipInFlow(outer);
      if (this.text.charCodeAt(this.at) === close) break;
      if (isMap) {
        entries.push(this.flowEntry(outer, depth));
      } else items.push(this.inFlow(outer, depth + 1));
      this.skipInFlow(outer);
      const next = this.text.charCodeAt(this.at);
      if (next === close) break;
      if (next !== COMMA) throw UNUSUAL;
      this.at++;
    }
    const end = ++this.at - this.origin;
    return isMap ? mapOf(start, end, true, entries) : listOf(start, end, true, items);
  }

  private flowEntry(outer: number, depth: number): Entry {
    const key = this.asKey(this.scalar(outer, true));
    const colon = this.toColon();
    this.skipInFlow(outer);
    const value = colon ? this.inFlow(outer, depth + 1) : new ScalarNode(key.end, key.end, false, "", "plain");
    value.key = key;
    return { ...entryOf(key, value), colon };
  }

  private inFlow(outer: number, depth: number): Node {
    const first = this.text.charCodeAt(this.at);
    return first === OPEN_LIST || first === OPEN_MAP ? this.flow(outer, depth) : this.scalar(outer, true);
  }

  private key(): ScalarNode {
    const key = this.asKey(this.scalar(this.column, false));
    if (!this.toColon()) throw UNUSUAL;
    return key;
  }

  /** Keys are words on one line; `<<` may be more than a key. */
  private asKey(scalar: ScalarNode): ScalarNode {
    const { start, end, text } = scalar;
    if (text === "" || end - start > LONGEST_KEY || start + this.origin < this.lineStart || text.startsWith("<<"))
      throw UNUSUAL;
    return scalar;
  }

  /** Goes behind the colon of a key, if what was just read is one. */
  private toColon(): boolean {
    this.skipSpaces();
    if (this.text.charCodeAt(this.at) !== COLON || !isBlank(this.text.charCodeAt(this.at + 1))) return false;
    this.at++;
    return true;
  }

  /** A plain or quoted scalar that starts here; of a plain one the first line. */
  private scalar(outer: number, inFlow: boolean): ScalarNode {
    const first = this.text.charCodeAt(this.at);
    if (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) return this.quoted(first, outer);
    const start = this.at;
    const next = this.text.charCodeAt(start + 1);
    if (first === DASH ? !isDigit(next) : isBlank(first) || INDICATORS.has(first)) throw UNUSUAL;
    const end = plainEnd(this.text, start, inFlow);
    this.at = end;
    return this.scalarOf(start, end, this.text.slice(start, end), "plain");
  }

  /** The rest of a plain scalar that goes on below, each line further right than `outer`. */
  private plainLines(scalar: ScalarNode, outer: number): ScalarNode {
    if (scalar.style !== "plain") return scalar;
    const { text } = this;
    const start = scalar.start + this.origin;
    let end = this.at;
    for (let line = lineAfter(text, end); line >= 0; line = lineAfter(text, end)) {
      let from = line;
      while (isBlank(text.charCodeAt(from)) && from < text.length) {
        if (text.charCodeAt(from) === NEWLINE) line = from + 1;
        from++;
      }
      if (from === text.length || from - line <= outer || text.charCodeAt(from) === HASH) break;
      end = plainEnd(text, from, false);
      this.lineStart = line;
    }
    if (end === this.at) return scalar;
    this.at = end;
    const source = text.slice(start, end);
    return this.scalarOf(start, end, resolved({ type: "scalar", offset: 0, indent: outer, source }), "plain");
  }

  private quoted(quote: number, outer: number): ScalarNode {
    const { text } = this;
    const start = this.at;
    let end = start + 1;
    let isExact = true;
    for (; ; end++) {
      const code = text.charCodeAt(end);
      if (code === quote) {
        if (quote === DOUBLE_QUOTE || text.charCodeAt(end + 1) !== quote) break;
        isExact = false;
        end++;
      } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
        isExact = false;
        end++;
      }
      if (end >= text.length) throw UNUSUAL;
      if (text.charCodeAt(end) !== NEWLINE) continue;
      isExact = false;
      this.lineStart = end + 1;
      let from = end + 1;
      while (text.charCodeAt(from) === SPACE) from++;
      const isEmpty = text.charCodeAt(from) === NEWLINE || text.charCodeAt(from) === RETURN;
      if (!isEmpty && from - this.lineStart <= outer) throw UNUSUAL;
    }
    this.at = end + 1;
    if (isExact) return this.scalarOf(start, this.at, text.slice(start + 1, end), "quoted");
    const type = quote === DOUBLE_QUOTE ? "double-quoted-scalar" : "single-quoted-scalar";
    const token = { type, offset: 0, indent: outer, source: text.slice(start, this.at) } as const;
    return this.scalarOf(start, this.at, resolved(token), "quoted");
  }

  /** A block of text, `|` or `>`, its lines further right than `outer`. */
  private blockText(outer: number): ScalarNode {
    const { text } = this;
    const start = this.at++;
    if (text.charCodeAt(this.at) === DASH) this.at++;
    const header = text.slice(start, this.at);
    const lineEnd = this.lineEnd();
    const from = lineEnd < text.length ? lineEnd + 1 : text.length;
    let indent = -1;
    let end = from;
    for (let line = from; line < text.length; ) {
      let first = line;
      while (text.charCodeAt(first) === SPACE) first++;
      const code = text.charCodeAt(first);
      const width = first - line;
      const next = text.indexOf("\n", first) + 1 || text.length;
      if (first === text.length || code === NEWLINE || code === RETURN) {
        // Where lines of nothing but spaces count, and for what, is left to those who know.
        if (width > outer) throw UNUSUAL;
      } else {
        if (width <= outer || (indent >= 0 && width < indent)) break;
        if (width > WIDEST_INDENT) throw UNUSUAL;
        if (indent < 0) indent = width;
        end = next;
      }
      line = next;
    }
    if (indent < 0) throw UNUSUAL;
    this.toNextLine(end);
    const props: CST.Token[] = [{ type: "block-scalar-header", offset: 0, indent: outer, source: header }];
    const token = { type: "block-scalar", offset: 0, indent: outer, props, source: text.slice(from, end) } as const;
    return this.scalarOf(start, end, resolved(token), "block");
  }

  private scalarOf(start: number, end: number, text: string, style: ScalarStyle): ScalarNode {
    return new ScalarNode(start - this.origin, end - this.origin, false, text, style);
  }

  private isDash(): boolean {
    return this.text.charCodeAt(this.at) === DASH && isBlank(this.text.charCodeAt(this.at + 1));
  }

  private skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at++;
  }

  /** Is there nothing more on this line but a comment? */
  private isLineOver(): boolean {
    const code = this.text.charCodeAt(this.at);
    return code === NEWLINE || code === RETURN || code === HASH || this.at >= this.text.length;
  }

  /** The end of the line, if there is nothing on it any more but a comment. */
  private lineEnd(): number {
    const from = this.at;
    this.skipSpaces();
    if (!this.isLineOver() || (this.text.charCodeAt(this.at) === HASH && !isBlank(this.text.charCodeAt(this.at - 1))))
      throw UNUSUAL;
    const newline = this.text.indexOf("\n", from);
    return newline < 0 ? this.text.length : newline;
  }

  private endLine(): void {
    this.toNextLine(this.lineEnd() + 1);
  }

  /** Goes to what stands first on a line, from the start of one. */
  private toNextLine(from: number): void {
    const { text } = this;
    let outmost = WIDEST_INDENT;
    for (let line = from; line < text.length; line = text.indexOf("\n", line) + 1 || text.length) {
      let at = line;
      while (text.charCodeAt(at) === SPACE) at++;
      if (at - line > WIDEST_INDENT) throw UNUSUAL;
      this.at = at;
      if (this.isLineOver()) {
        // For `yaml` the lines that go on with a text may begin as far left as a comment without a space in it.
        if (text.charCodeAt(at) === HASH && !isBlank(text.charCodeAt(at + 1))) outmost = Math.min(outmost, at - line);
        continue;
      }
      if (outmost < at - line) throw UNUSUAL;
      this.lineStart = line;
      this.column = at - line;
      return;
    }
    this.at = text.length;
    this.column = -1;
  }

  /** Skips white space and comments in brackets. */
  private skipInFlow(outer: number): void {
    const { text } = this;
    for (;;) {
      this.skipSpaces();
      if (!this.isLineOver()) return;
      const newline = this.lineEnd();
      if (newline === text.length) throw UNUSUAL;
      this.lineStart = this.at = newline + 1;
      this.skipSpaces();
      const width = this.at - this.lineStart;
      const code = text.charCodeAt(this.at);
      if (code !== NEWLINE && code !== RETURN && (width <= outer || width > WIDEST_INDENT)) throw UNUSUAL;
    }
  }
}

function entryOf(key: ScalarNode, value: Node): Entry {
  return { key, value, colon: true, start: key.start, end: Math.max(key.end, value.end) };
}

function mapOf(start: number, end: number, flow: boolean, entries: readonly Entry[]): MapNode {
  const map = new MapNode(start, end, false, flow, entries);
  for (const { value } of entries) value.parent = map;
  return map;
}

function listOf(start: number, end: number, flow: boolean, items: readonly Node[]): ListNode {
  const list = new ListNode(start, end, false, flow, items);
  for (const item of items) item.parent = list;
  return list;
}

/** What `yaml` makes of escapes, folded lines and blocks. Throws where it has something against them. */
function resolved(token: CST.FlowScalar | CST.BlockScalar): string {
  return CST.resolveAsScalar(token).value;
}

/** Where a plain scalar ends on its line: before a comment, before the colon of a key, in brackets before a comma or bracket. */
function plainEnd(text: string, start: number, inFlow: boolean): number {
  let end = start;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE || code === RETURN) break;
    if (code === SPACE) {
      if (text.charCodeAt(at + 1) === HASH) break;
    } else if (code === COLON) {
      const next = text.charCodeAt(at + 1);
      if (isBlank(next) || (inFlow && FLOW_MARKS.has(next))) break;
      end = at + 1;
    } else if (inFlow && FLOW_MARKS.has(code)) break;
    else end = at + 1;
  }
  return end;
}

/** The start of the line after the one that ends here; -1 where something else still stands on it, or none follows. */
function lineAfter(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === SPACE || text.charCodeAt(end) === RETURN) end++;
  return text.charCodeAt(end) === NEWLINE ? end + 1 : -1;
}

/** White space, or the end of the text. */
function isBlank(code: number): boolean {
  return code === SPACE || code === NEWLINE || code === RETURN || Number.isNaN(code);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const [SPACE, NEWLINE, RETURN, HASH, DASH, COLON, COMMA] = [0x20, 0x0a, 0x0d, 0x23, 0x2d, 0x3a, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP, BAR, ANGLE] = [0x5b, 0x5d, 0x7b, 0x7d, 0x7c, 0x3e];
const [DOUBLE_QUOTE, SINGLE_QUOTE, BACKSLASH] = [0x22, 0x27, 0x5c];
const FLOW_MARKS: ReadonlySet<number> = new Set([..."[]{},"].map((mark) => mark.charCodeAt(0)));
/** What means something else than text where a scalar begins. */
const INDICATORS: ReadonlySet<number> = new Set([..."[]{},:?#&*!|>%@`\"'"].map((mark) => mark.charCodeAt(0)));
