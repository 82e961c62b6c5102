import {
  isInline,
  quoteIfNeeded,
  Rendering,
  renderBlock,
  renderEntry,
  renderFlow,
  renderFlowEntry,
  type Style,
} from "../../edits/render.ts";
import { placeholder, type Stub } from "../../edits/stub.ts";
import { lineStart } from "../../edits/text-lines.ts";
import type { Cursor } from "./cursor.ts";
import type { CompleteOptions, CompletionItem } from "./item.ts";

type Insertion = CompletionItem["insert"];

/** Writes items in place of the token at the cursor, as the signs around it ask for. */
export class ItemWriter {
  private readonly indent: string;

  constructor(
    text: string,
    readonly cursor: Cursor,
    private readonly style: Style,
    private readonly options: CompleteOptions,
    /** Written before each item: the dash that the line does not have yet. */
    private readonly before = "",
  ) {
    const line = lineStart(text, cursor.whole.start);
    const start = text.slice(line, cursor.whole.start).replace("\uFEFF", "");
    // Below a key the next level is one deeper than the key itself; a key in a list stands after its dash.
    this.indent = cursor.kind === "value" ? /^[ -]*/.exec(start)![0].replaceAll("-", " ") : " ".repeat(start.length);
  }

  /** A key with a stub for its value; the name alone where the rest is there. */
  key(name: string, stub: Stub): Insertion {
    const { open, hasColon, hasRest, hasChildren } = this.cursor;
    const written = this.quote(name);
    if (hasColon) return this.finish(new Rendering().write(written));
    if (hasRest || hasChildren) return this.finish(new Rendering().write(`${written}:`));
    if (!this.options.snippets && stub.kind === "scalar" && stub.placeholder)
      return this.finish(new Rendering().write(`${written}: `));
    return this.finish(open ? renderFlowEntry(name, stub) : renderEntry(name, stub, this.indent, this.style));
  }

  /** A scalar that is known. */
  value(text: string, part: { start: number; end: number } = this.cursor.token, afterBlank = false): Insertion {
    const isPart = part.start > this.cursor.token.start;
    return this.finish(new Rendering().write((afterBlank ? " " : "") + (isPart ? text : this.quote(text))), part);
  }

  /** A scalar as the first item of a list that is still to be written. */
  listOf(text: string): Insertion {
    const rendering = new Rendering()
      .write(`[${this.quote(text)}`)
      .stop("")
      .write("]");
    return this.finish(rendering, this.cursor.whole);
  }

  /** A value of which a person writes the parts. */
  stub(stub: Stub): Insertion {
    const inBlock = this.cursor.open === "" && this.cursor.kind === "value" && !isInline(stub);
    if (!inBlock) return this.finish(renderFlow(stub), this.cursor.whole);
    return this.finish(renderBlock(stub, this.indent + this.style.unit, this.style), this.cursor.whole, false);
  }

  /** A scalar followed by something that a person writes. */
  withRest(text: string, rest: string): Insertion {
    const rendering = new Rendering().write(text);
    return this.finish(this.options.snippets ? rendering.add(renderFlow(placeholder(rest))) : rendering);
  }

  private quote(text: string): string {
    return this.cursor.quoted ? text : quoteIfNeeded(text);
  }

  private finish(content: Rendering, { start, end } = this.cursor.token, mayNeedSpace = true): Insertion {
    const { needsSpace, needsComma } = this.cursor;
    const rendering = new Rendering()
      .write(needsSpace && mayNeedSpace ? " " : "")
      .write(this.before)
      .add(content);
    // Nothing is due in the braces: they are for the author to fill.
    if (rendering.stops.length === 0 && /[{[][}\]]$/.test(rendering.text)) {
      const inside = rendering.text.length - 1;
      rendering.stops.push({ start: inside, end: inside });
    }
    if (needsComma) rendering.write(",");
    const { text: newText, stops } = rendering;
    return { start, end, newText, ...(this.options.snippets && stops.length > 0 ? { stops } : {}) };
  }
}
