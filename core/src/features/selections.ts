import { lineEnd, lineStart } from "../edits/text-lines.ts";
import type { Node, ScalarNode, Span } from "../syntax/nodes.ts";
import { type PlanFile, spanIn } from "../syntax/plan-file.ts";
import { touches } from "./locate.ts";

/** A word, a number, a date, or a path up to its slash: `go-live`, `3.5`, `2026-07-06`, `org.aiplan`. */
const WORD = /[\p{L}\p{M}\p{N}_]+(?:[-.,:][\p{L}\p{M}\p{N}_]+)*/gu;
const COMMENT = /(?<=^\uFEFF?|[ \t])#.*$/;
/** What stands before an item of a list in its line: its hyphen, and the anchor or tag of the item. */
const HYPHEN = /-[ \t]+(?:[&!]\S*[ \t]+)*$/;

/**
 * What an editor selects, from the word at an offset outwards: the value, its key with it, the item, and so on up to the
 * section and the file. Each span lies in the next, which is longer; all hold the offset.
 */
export function selections(file: PlanFile, offset: number): Span[] {
  const found: Span[] = [{ start: 0, end: file.text.length }];
  const narrow = (span: Span) => {
    const around = found.at(-1)!;
    const isInside = around.start <= span.start && span.end <= around.end;
    const isShorter = span.end - span.start < around.end - around.start;
    if (isInside && isShorter && span.start < span.end && touches(span, offset)) found.push(span);
  };
  const section = file.sections.findLast((one) => file.startOf(one) <= offset);
  let innermost: ScalarNode | undefined;
  if (section && !section.key.borrowed) {
    const from = new Descent(file, offset, narrow);
    innermost = from.entry(section.key, section.value);
  }
  if (!innermost) comment(file.text, offset, narrow);
  return found.reverse();
}

type Narrow = (span: Span) => void;

/** Goes from a section to the innermost key or value, and tells of each span on the way. */
class Descent {
  constructor(
    private readonly file: PlanFile,
    private readonly offset: number,
    private readonly narrow: Narrow,
  ) {}

  /** Returns the scalar at the offset, if there is one. */
  entry(key: ScalarNode, value: Node): ScalarNode | undefined {
    const name = spanIn(this.file, key);
    const whole = { start: name.start, end: Math.max(name.end, value.borrowed ? 0 : this.spanOf(value).end) };
    if (!touches(whole, this.offset)) return undefined;
    this.narrow(whole);
    return touches(name, this.offset) ? this.scalar(key) : this.value(value);
  }

  private value(node: Node): ScalarNode | undefined {
    const span = this.spanOf(node);
    if (node.borrowed || !touches(span, this.offset)) return undefined;
    if (node.kind === "scalar") return this.scalar(node);
    this.narrow(span);
    if (node.flow) this.narrow({ start: span.start + 1, end: span.end - 1 });
    let before = span.start;
    for (const part of node.kind === "map" ? node.all : node.all.map((item) => ({ key: undefined, value: item }))) {
      if (part.key?.borrowed) continue;
      if (!part.key) this.item(part.value, before);
      before = this.spanOf(part.value).end;
      const found = part.key ? this.entry(part.key, part.value) : this.value(part.value);
      if (found) return found;
    }
    return undefined;
  }

  /** An item with the hyphen before it. */
  private item(item: Node, before: number): void {
    const { start, end } = this.spanOf(item);
    const hyphen = HYPHEN.exec(this.file.text.slice(Math.max(before, lineStart(this.file.text, start)), start));
    if (!item.borrowed && hyphen) this.narrow({ start: start - hyphen[0].length, end });
  }

  private scalar(node: ScalarNode): ScalarNode {
    const span = this.spanOf(node);
    this.narrow(span);
    if (node.style === "quoted") this.narrow({ start: span.start + 1, end: span.end - 1 });
    words(this.file.text, span, this.offset, this.narrow);
    return node;
  }

  /** A block of text ends in the file where its last line does. */
  private spanOf(node: Node): Span {
    const { start, end } = spanIn(this.file, node);
    return { start, end: start + this.file.text.slice(start, end).trimEnd().length };
  }
}

function comment(text: string, offset: number, narrow: Narrow): void {
  const start = lineStart(text, offset);
  const end = lineEnd(text, offset);
  const found = COMMENT.exec(text.slice(start, end));
  if (!found || offset < start + found.index) return;
  const span = { start: start + found.index, end };
  narrow(span);
  words(text, span, offset, narrow);
}

/** The line of a text over several lines, and the word in it. */
function words(text: string, within: Span, offset: number, narrow: Narrow): void {
  const start = Math.max(within.start, lineStart(text, offset));
  const line = text.slice(start, Math.min(within.end, lineEnd(text, offset)));
  const indent = line.length - line.trimStart().length;
  narrow({ start: start + indent, end: start + line.trimEnd().length });
  for (const { index, 0: word } of line.matchAll(WORD))
    narrow({ start: start + index, end: start + index + word.length });
}
