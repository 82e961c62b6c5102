import type { Span } from "../nodes.ts";
import type { SyntaxFinding, TextChange } from "./finding.ts";
import { lineAt, withoutBlanksAtEnd } from "./lines.ts";

/** Puts text in quotes: the kind that needs no escapes where there is one. */
export function quote(text: string): string {
  if (/["\\]/.test(text) && !text.includes("'")) return `'${text}'`;
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** A plain text of the same length without anything that YAML knows. */
export function mask(text: string): string {
  return text.replace(/[^\w\s]/g, "_");
}

/** Replaces everything on a span by what may stand there without effect; line ends stay. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

/**
 * From the start of a value to where it must end on this line: before a comment, and in brackets before the comma or
 * bracket that ends it.
 */
export function valueSpan(text: string, start: number, inBrackets: boolean): Span {
  const line = lineAt(text, start);
  const rest = text.slice(start, line.end);
  let end = rest.search(/[ \t]#/);
  if (end < 0) end = rest.length;
  if (inBrackets) end = Math.min(end, itemEnd(rest));
  return { start, end: start + withoutBlanksAtEnd(rest.slice(0, end)).length };
}

/** Where an item in brackets ends: at the first comma or closing bracket that does not stand in brackets of its own. */
function itemEnd(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if ("[{".includes(character)) depth++;
    else if (character === "," && depth === 0) return at;
    else if ("]}".includes(character) && --depth < 0) return at;
  }
  return text.length;
}

/** A finding at a value that should stand in quotes; it reads on with the value masked. */
export function quoteIt(text: string, value: Span, message: string, at: Span = value): SyntaxFinding {
  const written = text.slice(value.start, value.end);
  return {
    rule: "yaml-syntax",
    start: at.start,
    end: at.end,
    message,
    fix: { title: "Put the value in quotes", changes: [{ ...spanOf(value), newText: quote(written) }] },
    repair: { ...spanOf(value), newText: mask(written) },
    spoils: spanOf(value),
  };
}

export function insert(at: number, newText: string): TextChange {
  return { start: at, end: at, newText };
}

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** The text of a span as a name in a message: one line, not too long. */
export function shown(text: string): string {
  const line = text.split(/\r?\n/, 1)[0]!.trimEnd();
  const short = line.length > 40 ? `${line.slice(0, 39).trimEnd()}…` : line;
  return short.includes("`") ? `“${short}”` : `\`${short}\``;
}

/** A finding with nothing to offer but words, or with what `more` offers. */
export function syntaxError(at: Span, message: string, more: Partial<SyntaxFinding> = {}): SyntaxFinding {
  return { rule: "yaml-syntax", start: at.start, end: at.end, message, ...more };
}

/** A finding whose range should go, and goes. */
export function removeIt(at: Span, message: string, title: string): SyntaxFinding {
  return syntaxError(at, message, {
    fix: { title, changes: [{ ...spanOf(at), newText: "" }] },
    repair: { ...spanOf(at), newText: " ".repeat(at.end - at.start) },
  });
}
