import type { Random } from "./random.ts";

/** What stands between two offsets becomes another text. Several are made one after the other, as a client sends them. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** It is sent without its place, as the whole text. */
  readonly whole?: boolean;
}

/** What authors type: halves of lines, traps of YAML, and characters of two UTF-16 units. */
const PHRASES = [
  "metric: accuracy",
  "owner: sre",
  "  when: {metric: accuracy, at-least: 92%}",
  "- {notify: sre, via: phone, within: 5 min}",
  "escalate: outage",
  "below: >= 92%",
  "x-note: {a: [1, 2",
  "peak: 140 req/min",
  "title: 'Wer prüft \u{1F600} das?",
  "# aiplan-ignore unused-definition: \u{1F469}\u200D\u{1F4BB} says so",
  "contract: ./contracts/tickets.odcs.yaml#/schema/",
  "stage: production",
  "monitoring:",
  "&a ",
  "<<: *a",
  "{",
  '"',
  "\t",
];
const VALUES = ["93%", "60 req/min", "2026-07-06", "<fill in>", "sre", "12,000 EUR/mo", "[a, b]", "", "\u{1F600}"];

/** Somebody who writes in a plan: mostly key by key, now and then in larger steps, and who takes much of it back. */
export class Typist {
  text: string;
  /** The text that the author goes back to at times. */
  readonly saved: string;
  private readonly ends: string;
  private readonly random: Random;
  private cursor = 0;
  private keys: string[] = [];
  /** What takes the last edits back. */
  private readonly history: Change[][] = [];
  private stillToUndo = 0;
  private clipboard = "";

  constructor(text: string, random: Random) {
    this.text = text;
    this.saved = text;
    this.ends = text.includes("\r\n") ? "\r\n" : "\n";
    this.random = random;
  }

  /** The next edit: what goes into one message. It is made already. */
  next(): Change[] {
    const key = this.keys.shift();
    if (key !== undefined) return this.make([key === "\b" ? this.backspace() : this.at(this.cursor, key)]);
    if (this.stillToUndo === 0 && this.random.chance(0.12)) this.stillToUndo = this.random.between(1, 30);
    const last = this.stillToUndo > 0 ? this.history.pop() : undefined;
    this.stillToUndo = last ? this.stillToUndo - 1 : 0;
    if (last) return this.apply(last);
    return this.make(this.step());
  }

  /** Makes an edit that came from here or from elsewhere, as a fix does. */
  make(changes: readonly Change[]): Change[] {
    const back = changes.map((change) => {
      const { start, end, text } = change;
      const before = this.text.slice(start, end);
      this.apply([change]);
      return { ...change, start, end: start + text.length, text: before };
    });
    this.history.push(back.reverse());
    return [...changes];
  }

  /** An offset that a cursor can be at: not inside of a character or of a line end. */
  place(offset = this.random.below(this.text.length + 1)): number {
    const around = this.text.slice(offset - 1, offset + 1);
    return /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(around) ? offset - 1 : offset;
  }

  private apply(changes: readonly Change[]): Change[] {
    for (const { start, end, text } of changes) {
      this.text = this.text.slice(0, start) + text + this.text.slice(end);
      this.cursor = start + text.length;
    }
    return [...changes];
  }

  /** What to do where nothing is under way. */
  private step(): Change[] {
    const { random } = this;
    const chance = random.next();
    if (chance < 0.4) return this.type(random.pick(PHRASES));
    if (chance < 0.52) return this.delete(random.between(2, 12));
    if (chance < 0.6) return [this.newLine()];
    if (chance < 0.68) return [this.at(this.lineStart(), this.lines(random.between(1, 6)))];
    if (chance < 0.72) return [this.cutSection()];
    if (chance < 0.77) return [this.at(this.lineStart(), this.clipboard)];
    if (chance < 0.84) return this.replaceWord();
    if (chance < 0.92) return [this.replaceValue()];
    if (chance < 0.97) return this.indent();
    if (chance < 0.98) return this.delete(1);
    return [{ start: 0, end: this.text.length, text: this.saved, whole: true }];
  }

  private type(phrase: string): Change[] {
    this.cursor = this.random.chance(0.5) ? this.lineEnd() : this.place();
    this.keys = [...phrase];
    return [this.at(this.cursor, this.random.chance(0.5) ? this.ends : this.keys.shift()!)];
  }

  private delete(times: number): Change[] {
    this.cursor = this.place();
    this.keys = Array<string>(times - 1).fill("\b");
    return [this.backspace()];
  }

  private backspace(): Change {
    return { start: this.place(Math.max(0, this.cursor - 1)), end: this.cursor, text: "" };
  }

  private newLine(): Change {
    const at = this.lineEnd();
    const start = this.text.lastIndexOf("\n", at - 1) + 1;
    const [indent = ""] = /^ */.exec(this.text.slice(start, at)) ?? [];
    return this.at(at, this.ends + indent);
  }

  private cutSection(): Change {
    const starts = [...this.text.matchAll(/^[a-z-]+:/gm)].map(({ index }) => index);
    if (starts.length === 0) return this.newLine();
    const which = this.random.below(starts.length);
    const [start, end = this.text.length] = starts.slice(which);
    this.clipboard = this.text.slice(start, end);
    return { start: start!, end, text: "" };
  }

  /** All places of a word at once, from either end: with several cursors, or by a rename. */
  private replaceWord(): Change[] {
    const words = [...new Set(this.text.match(/[a-z][a-z-]{3,}/g))];
    if (words.length === 0) return [this.newLine()];
    const word = this.random.pick(words);
    const other = this.random.chance(0.5) ? `${word}-2` : `\u{1F600}${word.slice(1)}`;
    const places = [...this.text.matchAll(new RegExp(`\\b${word}\\b`, "g"))].slice(0, 8).map(({ index }) => index);
    const changes = places.map((start, before) => ({ start, before }));
    const forwards = this.random.chance(0.5);
    return (forwards ? changes : changes.reverse()).map(({ start, before }) => {
      const at = forwards ? start + before * (other.length - word.length) : start;
      return { start: at, end: at + word.length, text: other };
    });
  }

  private replaceValue(): Change {
    const values = [...this.text.matchAll(/: ([^\r\n]*)/g)];
    if (values.length === 0) return this.newLine();
    const { index, 1: value = "" } = this.random.pick(values);
    return { start: index + 2, end: index + 2 + value.length, text: this.random.pick(VALUES) };
  }

  private indent(): Change[] {
    const starts = [...this.text.matchAll(/^(?=[^\r\n])/gm)].map(({ index }) => index);
    const first = this.random.below(starts.length + 1);
    const lines = starts.slice(first, first + this.random.between(2, 5)).reverse();
    if (lines.length === 0) return [this.newLine()];
    return this.random.chance(0.5)
      ? lines.map((start) => this.at(start, "  "))
      : lines.map((start) => ({ start, end: start + (this.text.startsWith("  ", start) ? 2 : 0), text: "" }));
  }

  /** Whole lines from somewhere in the text, at times with the line ends of another. */
  private lines(count: number): string {
    const all = this.text.split(/\r?\n/);
    const first = this.random.below(all.length);
    const ends = this.random.chance(0.9) ? this.ends : this.random.pick(["\n", "\r\n"]);
    return all
      .slice(first, first + count)
      .map((line) => line + ends)
      .join("");
  }

  private lineStart(): number {
    return this.text.lastIndexOf("\n", this.random.below(this.text.length + 1) - 1) + 1;
  }

  private lineEnd(): number {
    const end = this.text.indexOf("\n", this.random.below(this.text.length + 1));
    if (end < 0) return this.text.length;
    return this.text[end - 1] === "\r" ? end - 1 : end;
  }

  private at(start: number, text: string): Change {
    return { start, end: start, text };
  }
}
