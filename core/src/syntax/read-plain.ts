import { claim } from "./build-tree.ts";
import { type Entry, type ListNode, type MapNode, type Node, ScalarNode, type Section } from "./nodes.ts";
import { ANGLE, BAR, CLOSE_LIST, CLOSE_MAP, COLON, COMMA, isBlank, OPEN_LIST, OPEN_MAP } from "./plain/characters.ts";
import { UNUSUAL } from "./plain/cursor.ts";
import { entryOf, listOf, mapOf } from "./plain/make-nodes.ts";
import { ScalarReader } from "./plain/scalars.ts";

/** What is not read here: how deep nothing nests that people write, and where `yaml` would refuse a key. */
const DEEPEST = 40;
const LONGEST_KEY = 1000;

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

/** Reads maps and lists, on lines of their own and in brackets. */
class PlainReader extends ScalarReader {
  constructor(
    text: string,
    private readonly uri: string,
  ) {
    super(text);
  }

  sections(): { section: Section; start: number }[] {
    const sections: { section: Section; start: number }[] = [];
    this.toNextLine(0);
    if (this.column !== 0) throw UNUSUAL;
    while (this.column === 0) {
      this.origin = this.at;
      const key = this.key();
      const value = this.valueBehind(key, 0, 1);
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
      entries.push(entryOf(key, this.valueBehind(key, indent, depth + 1)));
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
  private valueBehind(key: ScalarNode, indent: number, depth: number): Node {
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
}
