import { sectionOfKind } from "../language/index.ts";
import { type DefinitionKind, isDueWithin, type Key, type MapType } from "../language/types.ts";
import { containerType, type Entry, type MapNode } from "../syntax/nodes.ts";
import { type PlanFile, spanIn } from "../syntax/plan-file.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { isInline, Rendering, renderBlock, renderEntry, renderFlow, renderFlowEntry, type Style } from "./render.ts";
import { type Stub, type StubContext, stubOf } from "./stub.ts";
import type { TextEdit } from "./text-edit.ts";
import { lineEnd, lineEndOf, lineStart, nextLine } from "./text-lines.ts";

/** A key to write into a map, in the form of a stub of the description or with a value of one's own. */
export interface KeyInsertion {
  readonly name: string;
  readonly key?: Key;
  readonly value?: Stub;
}

/** Writes into plans as their authors would: in the language's order, with the file's indentation and line ends. */
export class PlanEditor implements StubContext {
  constructor(private readonly checked: CheckedPlan) {}

  /** Stubs hold what is due by the next stage, so that filling them in does not bring up the next gap. */
  includes(key: Key): boolean {
    return (
      key.due !== undefined &&
      isDueWithin(key.due, this.checked.file.stage) &&
      !(key.when?.kind === "unless-suggest" && this.checked.due.onlySuggests)
    );
  }

  /** A map of targets gets a line for each metric; a map of definitions one for each id that is used but not defined. */
  idsFor(map: MapType): string[] {
    const { file, definitions } = this.checked;
    if (map.refersTo === "metric") return definitions.of("metric").map(({ id }) => id);
    const used = file.references.filter(({ to, id }) => to === map.defines && definitions.all(to, id).length === 0);
    return [...new Set(used.map(({ id }) => id))];
  }

  /** The stub that the description gives for a key. */
  stub(key: Pick<Key, "type" | "placeholder">): Stub {
    return stubOf(key, this);
  }

  /** Inserts keys into a map of the plan or of a catalog; a key that is there without a value gets its value. */
  insertKeys(map: MapNode, insertions: readonly KeyInsertion[]): TextEdit[] {
    const writer = new MapWriter(this.fileOf(map), map);
    const order = Object.keys(keysOf(map));
    const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
    const sorted = [...insertions].sort((a, b) => rank(a.name) - rank(b.name));
    for (const { name, key, value } of sorted) {
      const stub = value ?? (key ? this.stub(key) : undefined);
      if (stub) writer.add(name, stub, rank);
    }
    return writer.edits();
  }

  /** Inserts a definition of an id, and the section it belongs to where that is not there yet. */
  define(kind: DefinitionKind, id: string, value?: Stub): TextEdit[] {
    const { root } = this.checked.file;
    const name = sectionOfKind[kind];
    const type = root.type?.keys[name as keyof typeof root.type.keys]?.type as MapType | undefined;
    if (type?.kind !== "map") return [];
    const stub = value ?? this.stub({ type: type.of, placeholder: type.keyName });
    const section = root.entry(name)?.value;
    if (section?.kind === "map") return this.insertKeys(section, [{ name: id, value: stub }]);
    return this.insertKeys(root, [{ name, value: { kind: "map", entries: [[id, stub]], inline: false } }]);
  }

  private fileOf(map: MapNode): PlanFile {
    return map === this.checked.file.root ? this.checked.file : this.checked.fileOf(map.section.uri);
  }
}

function keysOf(map: MapNode): Readonly<Record<string, Key>> {
  const type = containerType(map);
  return type?.kind === "object" ? type.keys : (type?.known ?? {});
}

/** Collects what is to be written into one map, a text for each place, so that the edits never overlap. */
class MapWriter {
  private readonly places = new Map<number, { before: string; parts: Rendering[]; after: string }>();
  private readonly replaced: TextEdit[] = [];
  private readonly text: string;
  private readonly style: Style;
  /** The entries that have text of their own here. */
  private readonly own: readonly Entry[];

  constructor(
    private readonly file: PlanFile,
    private readonly map: MapNode,
  ) {
    this.text = file.text;
    this.style = { eol: lineEndOf(file.text), unit: indentUnit(file) };
    this.own = map.all.filter((entry) => !entry.key.borrowed);
  }

  add(name: string, stub: Stub, rank: (name: string) => number): void {
    const existing = this.own.find((entry) => entry.key.text === name);
    if (existing) return this.fill(existing, stub);
    const mine = rank(name);
    const before = this.own.filter((entry) => rank(entry.key.text) <= mine);
    const previous = before.reduce<Entry | undefined>(
      (last, entry) => (last && rank(last.key.text) > rank(entry.key.text) ? last : entry),
      undefined,
    );
    if (this.map.flow) this.addToFlow(name, stub, previous);
    else this.addToBlock(name, stub, previous);
  }

  edits(): TextEdit[] {
    const edits = [...this.replaced];
    for (const [start, { before, parts, after }] of this.places) {
      const rendering = new Rendering();
      for (const [index, part] of parts.entries()) {
        if (index > 0) rendering.write(this.map.flow ? ", " : this.style.eol);
        rendering.add(part);
      }
      const whole = new Rendering().write(before).add(rendering).write(after);
      edits.push(this.edit(start, start, whole));
    }
    return edits.sort((a, b) => a.start - b.start);
  }

  /** `key:` or, in a flow map, `key` gets a value. */
  private fill(entry: Entry, stub: Stub): void {
    const { start, end: keyEnd } = spanIn(this.file, entry.key);
    const colon = entry.colon ? this.text.indexOf(":", keyEnd) + 1 : 0;
    const flow = this.map.flow || isInline(stub);
    if (flow) {
      const at = colon || keyEnd;
      this.replaced.push(this.edit(at, at, new Rendering().write(colon ? " " : ": ").add(renderFlow(stub))));
    } else {
      const indent = " ".repeat(start - lineStart(this.text, start)) + this.style.unit;
      const at = lineEnd(this.text, colon || keyEnd);
      this.replaced.push(this.atLineStart(at, renderBlock(stub, indent, this.style)));
    }
  }

  private addToFlow(name: string, stub: Stub, previous: Entry | undefined): void {
    const part = renderFlowEntry(name, stub);
    if (previous) this.put(this.endOf(previous), ", ", part, "");
    else this.put(spanIn(this.file, this.map).start + 1, "", part, this.own.length > 0 ? ", " : "");
  }

  private addToBlock(name: string, stub: Stub, previous: Entry | undefined): void {
    const first = this.own[0];
    if (!first) {
      this.addToEmpty(name, stub);
      return;
    }
    const firstStart = spanIn(this.file, first.key).start;
    const line = lineStart(this.text, firstStart);
    const indent = " ".repeat(firstStart - line);
    const part = new Rendering().write(indent).add(renderEntry(name, stub, indent, this.style));
    const startsLine = this.text.slice(line, firstStart).trim() === "" && this.text[firstStart - 1] !== "\uFEFF";
    if (!previous && startsLine) this.put(line, "", part, this.style.eol);
    else this.putAfter(this.lastLineOf(previous ?? first, indent.length), part);
  }

  /** The map is `key:` with nothing after it, or the file has no key at all. */
  private addToEmpty(name: string, stub: Stub): void {
    const { key } = this.map;
    if (!key) {
      this.putAfter(this.text.trimEnd() === "" ? 0 : this.text.length, renderEntry(name, stub, "", this.style));
      return;
    }
    const keySpan = spanIn(this.file, key);
    if (this.map.parent?.kind === "map" && this.map.parent.flow) {
      const at = this.text.indexOf(":", keySpan.end) + 1;
      this.put(at || keySpan.end, " {", renderFlowEntry(name, stub), "}");
      return;
    }
    const indent = " ".repeat(keySpan.start - lineStart(this.text, keySpan.start)) + this.style.unit;
    this.putAfter(
      nextLine(this.text, keySpan.end),
      new Rendering().write(indent).add(renderEntry(name, stub, indent, this.style)),
    );
  }

  /** Where the line after an entry starts, past the comments under it that are indented as its own. */
  private lastLineOf(entry: Entry, column: number): number {
    let at = nextLine(this.text, this.endOf(entry));
    for (;;) {
      const rest = /^(?:[ \t]*\r?\n)*([ \t]+)#[^\n]*(?:\n|$)/.exec(this.text.slice(at, at + 2000));
      if (!rest || (rest[1] as string).length <= column) return at;
      at += rest[0].length;
    }
  }

  private endOf(entry: Entry): number {
    const end = Math.max(spanIn(this.file, entry.key).end, spanIn(this.file, entry.value).end);
    // A block scalar ends with its last line end.
    return this.text[end - 1] === "\n" ? end - 1 : end;
  }

  /** Writes lines that begin at the start of a line, or after the last line where that has no line end. */
  private putAfter(at: number, part: Rendering): void {
    const atLineStart = at === 0 || this.text[at - 1] === "\n";
    if (atLineStart) this.put(at, "", part, this.style.eol);
    else this.put(at, this.style.eol, part, "");
  }

  private put(at: number, before: string, part: Rendering, after: string): void {
    const place = this.places.get(at);
    if (place) place.parts.push(part);
    else this.places.set(at, { before, parts: [part], after });
  }

  private edit(start: number, end: number, { text, stops }: Rendering): TextEdit {
    const edit = { uri: this.file.uri, start, end, newText: text };
    return stops.length > 0 && text.includes("\n") && start > 0 && this.text[start - 1] !== "\n"
      ? this.atLineStart(start, Object.assign(new Rendering(), { text, stops }))
      : { ...edit, ...(stops.length > 0 ? { stops } : {}) };
  }

  /**
   * The same insertion, with the line before it written once more. Editors that insert snippets indent their lines
   * like the line they start in: one that starts in the first column stays as it is.
   */
  private atLineStart(at: number, part: Rendering): TextEdit {
    const start = lineStart(this.text, at);
    const whole = new Rendering().write(this.text.slice(start, at)).add(part);
    return { uri: this.file.uri, start, end: at, newText: whole.text, stops: whole.stops };
  }
}

/** One level of indentation as the file writes it: that of its first indented entry, else two spaces. */
function indentUnit(file: PlanFile): string {
  for (const section of file.sections) {
    const { value } = section;
    if (value.kind !== "map" || value.flow || value.all.length === 0) continue;
    const start = spanIn(file, value).start;
    const column = start - lineStart(file.text, start);
    if (column > 0) return " ".repeat(column);
  }
  return "  ";
}
