import type { Entry, MapNode, Node, ScalarNode } from "../syntax/nodes.ts";
import { type PlanFile, spanIn } from "../syntax/plan-file.ts";
import { isInline, Rendering, renderBlock, renderEntry, renderFlow, renderFlowEntry, type Style } from "./render.ts";
import type { Source, Stub } from "./stub.ts";
import type { TabStop, TextEdit } from "./text-edit.ts";
import { columnOf, lineEnd, lineEndOf, lineStart, nextLine, pastComments } from "./text-lines.ts";

/** What is to be written at one place of the text. */
interface Insertion {
  readonly before: string;
  readonly parts: Rendering[];
  /** What stands between two parts. */
  readonly between: string;
  readonly after: string;
  /** How many characters from there on `before` writes anew. */
  readonly replaces: number;
}

/** Collects what is to be written into one map, a text for each place, so that the edits never overlap. */
export class MapWriter {
  private readonly places = new Map<number, Insertion>();
  private readonly replaced: TextEdit[] = [];
  private readonly text: string;
  private readonly style: Style;
  /** The entries that have text of their own here. */
  private readonly own: readonly Entry[];
  private readonly flow: boolean;

  constructor(
    private readonly file: PlanFile,
    private readonly map: MapNode,
    unit = indentUnit(file),
  ) {
    this.text = file.text;
    this.style = { eol: lineEndOf(file.text), unit };
    this.own = map.all.filter((entry) => !entry.key.borrowed);
    this.flow = map.flow || (map === file.root && this.isInBraces());
  }

  add(name: string, stub: Stub | Source, rank: (name: string) => number): void {
    const existing = this.own.find((entry) => entry.key.text === name);
    if (existing) {
      if (stub.kind !== "source") this.fill(existing, stub);
      return;
    }
    const mine = rank(name);
    const before = this.own.filter((entry) => rank(entry.key.text) <= mine);
    const previous = before.reduce<Entry | undefined>(
      (last, entry) => (last && rank(last.key.text) > rank(entry.key.text) ? last : entry),
      undefined,
    );
    if (this.flow) this.addToFlow(name, stub, previous);
    else this.addToBlock(name, stub, previous);
  }

  /** In the order of the text; `forSnippets` makes them fit for editors. */
  edits(): TextEdit[] {
    const edits = [...this.replaced];
    for (const [start, { before, parts, between, after, replaces }] of this.places) {
      const rendering = new Rendering();
      for (const [index, part] of parts.entries()) rendering.write(index > 0 ? between : "").add(part);
      const whole = new Rendering().write(before).add(rendering).write(after);
      edits.push(this.edit(start, start + replaces, whole));
    }
    return edits.sort((a, b) => a.start - b.start);
  }

  /** `key:`, `key: {}` or, in a flow map, `key` gets a value. What says something is never written over. */
  private fill(entry: Entry, stub: Stub): void {
    const { start, end: keyEnd } = spanIn(this.file, entry.key);
    if (!saysNothing(entry.value)) return;
    const colon = this.afterColon(entry) ?? keyEnd;
    const value = spanIn(this.file, entry.value);
    const end = value.end > value.start ? value.end : colon;
    if (this.flow || isInline(stub)) {
      // A space that was typed already does not stay behind at the end of the line.
      const blank = /[ \t]*(?=\r?\n|$)/y;
      blank.lastIndex = end;
      const blanks = blank.exec(this.text)?.[0].length ?? 0;
      this.replaced.push(
        this.edit(colon, end + blanks, new Rendering().write(entry.colon ? " " : ": ").add(renderFlow(stub))),
      );
      return;
    }
    const line = lineStart(this.text, start);
    const comment = this.text.slice(end, lineEnd(this.text, end));
    const block = renderBlock(stub, " ".repeat(columnOf(this.text, start)) + this.style.unit, this.style);
    const whole = new Rendering().write(this.text.slice(line, colon) + comment).add(block);
    this.replaced.push(this.edit(line, lineEnd(this.text, end), whole));
  }

  /** Where entries stand on lines of their own, the new one gets a line too; elsewhere it joins theirs. */
  private addToFlow(name: string, stub: Stub | Source, previous: Entry | undefined): void {
    const part = renderFlowEntry(name, stub);
    const neighbour = previous ?? this.own[0];
    if (!neighbour) {
      // What a merge key lends comes after it.
      this.put(spanIn(this.file, this.map).start + 1, {
        part,
        between: ", ",
        after: this.map.all.length > 0 ? ", " : "",
      });
      return;
    }
    const start = spanIn(this.file, neighbour.key).start;
    const end = this.endOf(neighbour);
    const line = lineStart(this.text, start);
    const rest = /^([ \t]*,)?[ \t]*(?:#[^\r\n]*)?(?=\r?\n|$)/.exec(this.text.slice(end));
    const indent = this.text.slice(line, start);
    if (!rest || indent.trim() !== "") {
      if (previous) this.put(end, { before: ", ", part, between: ", " });
      else this.put(start, { part, between: ", ", after: ", " });
      return;
    }
    const newLine = `${this.style.eol}${indent}`;
    const between = `,${newLine}`;
    if (!previous) this.put(line, { before: indent, part, between, after: `,${this.style.eol}` });
    else if (rest[1] !== undefined) this.put(end + rest[0].length, { before: newLine, part, between, after: "," });
    else if (rest[0] === "") this.put(end, { before: between, part, between });
    else {
      const before = `,${rest[0]}${newLine}`;
      this.put(end, { before, part, between, replaces: rest[0].length });
    }
  }

  /** Is the whole file one map in braces? A comma or the brace then follows its first value. */
  private isInBraces(): boolean {
    const [first] = this.own;
    return first !== undefined && /^(?:\s|#[^\n]*\n)*[,}]/.test(this.text.slice(this.endOf(first)));
  }

  private addToBlock(name: string, stub: Stub | Source, previous: Entry | undefined): void {
    const start = this.own[0] ? spanIn(this.file, this.own[0].key).start : this.lentStart();
    if (start === undefined) {
      this.addToEmpty(name, stub);
      return;
    }
    const line = lineStart(this.text, start);
    const indent = " ".repeat(columnOf(this.text, start));
    const part = new Rendering().write(indent).add(renderEntry(name, stub, indent, this.style));
    const startsLine = this.text.slice(line, start).trim() === "" && this.text[start - 1] !== "\uFEFF";
    const above = previous ?? this.own[0];
    if (above && (previous || !startsLine)) {
      const at = this.lastLineOf(above, indent.length);
      this.putAfter(at, part, !isInline(stub) && this.isParted(at, above));
    } else if (startsLine) this.put(line, { part, between: this.style.eol, after: this.style.eol });
    else this.putAfter(nextLine(this.text, start), part);
  }

  /** Where a map starts that has nothing but merge keys. */
  private lentStart(): number | undefined {
    return this.map.all.length > 0 ? spanIn(this.file, this.map).start : undefined;
  }

  /** The map is `key:` with nothing after it, or the file has no key at all. */
  private addToEmpty(name: string, stub: Stub | Source): void {
    const { key } = this.map;
    if (!key) {
      this.putAfter(this.text.trimEnd() === "" ? 0 : this.text.length, renderEntry(name, stub, "", this.style));
      return;
    }
    const keySpan = spanIn(this.file, key);
    /** A word for nothing, which makes room. */
    const said = spanIn(this.file, this.map);
    if (this.map.parent?.kind === "map" && this.map.parent.flow) {
      const entry = this.map.parent.entry(key.text);
      const colon = entry && this.afterColon(entry);
      const before = colon === undefined ? ": {" : " {";
      const at = colon ?? keySpan.end;
      const replaces = Math.max(0, said.end - at);
      this.put(at, { before, part: renderFlowEntry(name, stub), between: ", ", after: "}", replaces });
      return;
    }
    const indent = " ".repeat(columnOf(this.text, keySpan.start)) + this.style.unit;
    const part = new Rendering().write(indent).add(renderEntry(name, stub, indent, this.style));
    if (said.end > said.start) {
      const at = this.text.slice(0, said.start).trimEnd().length;
      const end = lineEnd(this.text, said.end);
      const before = this.text.slice(said.end, end).trimEnd() + this.style.eol;
      this.put(at, { before, part, between: this.style.eol, replaces: end - at });
    } else this.putAfter(nextLine(this.text, keySpan.end), part);
  }

  /** Where the text after the colon of an entry starts, if it has one: `ops` in `{ops}` has none. */
  private afterColon({ key, colon }: Entry): number | undefined {
    const { end } = spanIn(this.file, key);
    const found = colon ? this.text.indexOf(":", end) : -1;
    return found < 0 ? undefined : found + 1;
  }

  /** Where the line after an entry starts, past the comments under it that are indented as its own. */
  private lastLineOf(entry: Entry, column: number): number {
    return pastComments(this.text, nextLine(this.text, this.endOf(entry)), column);
  }

  private endOf(entry: Entry): number {
    const end = Math.max(spanIn(this.file, entry.key).end, spanIn(this.file, entry.value).end);
    // A block scalar ends with its last line end.
    return this.text[end - 1] === "\n" ? end - 1 : end;
  }

  /** Writes lines that begin at the start of a line, or after the last line where that has no line end. */
  private putAfter(at: number, part: Rendering, parted = false): void {
    const { eol } = this.style;
    const atLineStart = at === 0 || this.text[at - 1] === "\n";
    const gap = parted ? eol : "";
    const around = atLineStart ? { before: gap, after: eol } : { before: eol + gap };
    this.put(at, { part, between: eol + gap, ...around });
  }

  /** Are the sections of the file parted by a blank line here? Then a new one gets its own. */
  private isParted(at: number, above: Entry): boolean {
    if (this.map !== this.file.root) return false;
    if (at < this.text.length) return /^[ \t]*\r?\n/.test(this.text.slice(at, nextLine(this.text, at)));
    // After the last of them nothing tells but what is above it.
    const before = this.text.slice(0, lineStart(this.text, spanIn(this.file, above.key).start));
    return /(?:^|\n)[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*$/.test(before);
  }

  private put(at: number, insertion: Partial<Omit<Insertion, "parts">> & { part: Rendering; between: string }): void {
    const { part, between, before = "", after = "", replaces = 0 } = insertion;
    const place = this.places.get(at);
    if (place) place.parts.push(part);
    else this.places.set(at, { before, parts: [part], between, after, replaces });
  }

  private edit(start: number, end: number, { text, stops }: Rendering): TextEdit {
    return { uri: this.file.uri, start, end, newText: text, ...(stops.length > 0 ? { stops } : {}) };
  }
}

/**
 * The same edits, in their order. One that holds tab stops and spans lines writes the line before it once more: editors that
 * insert snippets indent their lines like the line they start in, and one that starts in the first column stays as it is.
 */
export function forSnippets(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const start = lineStart(text, edit.start);
    if (!edit.stops?.length || !edit.newText.includes("\n") || start === edit.start) {
      result.push(edit);
      continue;
    }
    let whole = edit;
    // What else is written into that line is written with it.
    for (let last = result.at(-1); last && last.end > start; last = result.at(-1)) {
      whole = joined(text, last, whole);
      result.pop();
    }
    result.push(
      whole.start > start ? joined(text, { ...whole, start, end: start, newText: "", stops: [] }, whole) : whole,
    );
  }
  return result;
}

/** Two edits, the second after the first, and what stands between them, as one. */
function joined(text: string, first: TextEdit, second: TextEdit): TextEdit {
  const before = first.newText + text.slice(first.end, second.start);
  const moved = (stop: TabStop) => ({ ...stop, start: stop.start + before.length, end: stop.end + before.length });
  const stops = [...(first.stops ?? []), ...(second.stops ?? []).map(moved)];
  return { ...first, end: second.end, newText: before + second.newText, ...(stops.length > 0 ? { stops } : {}) };
}

/** Insertions made for several maps as one: those at one place follow each other, of the innermost map first. */
export function merged(
  text: string,
  byMap: readonly { readonly depth: number; readonly edits: readonly TextEdit[] }[],
): TextEdit[] {
  const all = byMap.flatMap(({ depth, edits }) => edits.map((edit) => ({ depth, edit })));
  all.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || b.depth - a.depth);
  const result: TextEdit[] = [];
  for (const { edit } of all) {
    const last = result.at(-1);
    if (!last || last.end < edit.start || (last.end === edit.start && last.start < last.end)) result.push(edit);
    else if (last.start === edit.start && last.end === edit.end && edit.start === edit.end)
      result[result.length - 1] = joined(text, last, edit);
  }
  return result;
}

/**
 * Can keys be written into the map? Not into one that an alias repeats, for it has no text of its own there, and not
 * among keys that are written with a question mark (`? key`): what that needs few could read.
 */
export function isWritable(file: PlanFile, map: MapNode): boolean {
  const keys = map.all.flatMap(({ key }) => (key.borrowed ? [] : [key]));
  return !map.borrowed && ![...keys, ...(map.key ? [map.key] : [])].some((key) => hasQuestionMark(file, key));
}

/** `? key`: no key stands behind a question mark and a space for another reason. */
function hasQuestionMark(file: PlanFile, key: ScalarNode): boolean {
  const { start } = spanIn(file, key);
  return /(?:^|[\n{[,:\uFEFF-])[ \t]*\?\s+(?:[&!]\S*\s+)*$/.test(file.text.slice(Math.max(0, start - 200), start));
}

/** Nothing is written there, or something that stands for nothing: `{}`, `[]`, `~`. */
function saysNothing(node: Node): boolean {
  return node.kind === "scalar" ? node.isNull && !node.spoiled : node.all.length === 0;
}

/** One level of indentation as the file writes it: that of its first indented entry, else two spaces. */
export function indentUnit(file: PlanFile): string {
  for (const section of file.sections) {
    const { value } = section;
    if (value.kind !== "map" || value.flow || value.all.length === 0) continue;
    const start = spanIn(file, value).start;
    const column = start - lineStart(file.text, start);
    if (column > 0) return " ".repeat(column);
  }
  return "  ";
}
