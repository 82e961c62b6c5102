import type { Source, Stub } from "./stub.ts";
import type { TabStop } from "./text-edit.ts";

/** Text that is being written, with the places that a person fills in. */
export class Rendering {
  text = "";
  readonly stops: TabStop[] = [];

  write(text: string): this {
    this.text += text;
    return this;
  }
  /** Text that a person replaces. */
  stop(text: string, choices?: readonly string[]): this {
    const start = this.text.length;
    this.text += text;
    this.stops.push({ start, end: this.text.length, ...(choices ? { choices } : {}) });
    return this;
  }
  add(other: Rendering): this {
    const shift = this.text.length;
    this.text += other.text;
    for (const stop of other.stops) this.stops.push({ ...stop, start: stop.start + shift, end: stop.end + shift });
    return this;
  }
}

/** How the surroundings are written. */
export interface Style {
  readonly eol: string;
  /** What one level of indentation is. */
  readonly unit: string;
}

const PLACEHOLDER_KEY = /^<.*>$/;

/** `key: value` lines without the indentation of the first and without the last line end. */
export function renderEntry(name: string, stub: Stub | Source, indent: string, style: Style): Rendering {
  if (stub.kind === "source") return new Rendering().write(linesOf(stub, indent).join(style.eol));
  const rendering = renderKey(name);
  if (isInline(stub)) return rendering.write(" ").add(renderFlow(stub));
  return rendering.add(renderBlock(stub, indent + style.unit, style));
}

/** `key: value` for a flow map. */
export function renderFlowEntry(name: string, stub: Stub | Source): Rendering {
  if (stub.kind === "source") return new Rendering().write(stub.lines.join(" "));
  return renderKey(name).write(" ").add(renderFlow(stub));
}

/** What comes after `key:` in block style, starting with a line end. */
export function renderBlock(stub: Stub, indent: string, style: Style): Rendering {
  const rendering = new Rendering();
  if (stub.kind === "map")
    for (const [name, value] of stub.entries)
      rendering.write(style.eol + indent).add(renderEntry(name, value, indent, style));
  else if (stub.kind === "list")
    for (const item of stub.items) rendering.write(`${style.eol + indent}- `).add(renderFlow(item));
  return rendering;
}

/** The value on one line. */
export function renderFlow(stub: Stub): Rendering {
  const rendering = new Rendering();
  if (stub.kind === "scalar") {
    return stub.placeholder ? rendering.stop(stub.text, stub.choices) : rendering.write(quoteIfNeeded(stub.text));
  }
  const [open, close] = stub.kind === "map" ? "{}" : "[]";
  const parts =
    stub.kind === "map"
      ? stub.entries.map(([name, value]) => renderFlowEntry(name, value))
      : stub.items.map(renderFlow);
  rendering.write(open as string);
  for (const [index, part] of parts.entries()) rendering.write(index > 0 ? ", " : "").add(part);
  return rendering.write(close as string);
}

/** Is it written on one line, whatever its surroundings? */
export function isInline(stub: Stub | Source): boolean {
  if (stub.kind === "scalar") return true;
  if (stub.kind === "source") return stub.lines.length === 1;
  return stub.kind === "list" ? stub.inline || stub.items.length === 0 : stub.inline || stub.entries.length === 0;
}

function linesOf({ lines }: Source, indent: string): string[] {
  return lines.map((line, index) => (index > 0 && line !== "" ? indent + line : line));
}

function renderKey(name: string): Rendering {
  const rendering = new Rendering();
  return (PLACEHOLDER_KEY.test(name) ? rendering.stop(name) : rendering.write(quoteIfNeeded(name))).write(":");
}

/** The text as a YAML scalar that reads as this text in any surroundings: plain where that is safe, else quoted. */
export function quoteIfNeeded(text: string): string {
  const plain =
    text !== "" &&
    text === text.trim() &&
    !/^(?:[-?:](?:\s|$)|[!&*|>'"%@`#,[\]{}<=~]|(?:null|---|\.\.\.)$)/i.test(text) &&
    !/[,[\]{}\r\n\t\0]|: |:$| #/.test(text);
  return plain ? text : quote(text);
}

/** The text in double quotes; its line ends, tabs, quotes and backslashes are escaped. */
export function quote(text: string): string {
  return JSON.stringify(text);
}
