import { CST } from "yaml";
import { ScalarNode, type ScalarStyle } from "../nodes.ts";
import {
  BACKSLASH,
  DASH,
  DOUBLE_QUOTE,
  HASH,
  INDICATORS,
  isBlank,
  isDigit,
  lineAfter,
  NEWLINE,
  plainEnd,
  RETURN,
  SINGLE_QUOTE,
  SPACE,
} from "./characters.ts";
import { Cursor, UNUSUAL, WIDEST_INDENT } from "./cursor.ts";

/** Reads text: plain, quoted and in blocks. */
export class ScalarReader extends Cursor {
  /** A plain or quoted scalar that starts here; of a plain one the first line. */
  protected scalar(outer: number, inFlow: boolean): ScalarNode {
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
  protected plainLines(scalar: ScalarNode, outer: number): ScalarNode {
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

  protected quoted(quote: number, outer: number): ScalarNode {
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
  protected blockText(outer: number): ScalarNode {
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

  protected scalarOf(start: number, end: number, text: string, style: ScalarStyle): ScalarNode {
    return new ScalarNode(start - this.origin, end - this.origin, false, text, style);
  }
}

/** What `yaml` makes of escapes, folded lines and blocks. Throws where it has something against them. */
function resolved(token: CST.FlowScalar | CST.BlockScalar): string {
  return CST.resolveAsScalar(token).value;
}
