import { lexemes } from "./traps/surroundings.ts";

/** How deep collections of a file may nest: far above any plan, far below what exhausts the stack of a reader that recurses. */
export const DEEPEST = 100;

/** What is counted here is a little more than what nests, so only what is far too deep is refused unread. */
const REFUSED_FROM = 5 * DEEPEST;

/** White space, and the dashes and question marks that each open a collection of their own on one line. */
const LINE_HEAD = /[ \t]*(?:[-?:][ \t]+)*/y;

/**
 * Where a text nests so deep that reading it could exhaust the stack (in which V8 may end the whole process), by a
 * count that is cheap: open brackets since the last top-level key, and lines indented ever deeper.
 */
export function tooDeepAt(text: string): number | undefined {
  const indents: number[] = [];
  let brackets = 0;
  let line = 0;
  while (line < text.length) {
    const newline = text.indexOf("\n", line);
    const end = newline < 0 ? text.length : newline;
    LINE_HEAD.lastIndex = line;
    const head = LINE_HEAD.exec(text)?.[0] ?? "";
    const marks = head.length - head.replace(/[-?:]/g, "").length;
    if (line + head.length < end) {
      const indent = /^[ \t]*/.exec(head)?.[0].length ?? 0;
      while (indents.length > 0 && (indents.at(-1) as number) >= indent) indents.pop();
      indents.push(indent);
    }
    if (/[A-Za-z"']/.test(text[line] ?? "")) brackets = 0;
    if (indents.length + marks > REFUSED_FROM) return line;
    for (let at = line + head.length; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === OPEN_LIST || code === OPEN_MAP) brackets++;
      else if ((code === CLOSE_LIST || code === CLOSE_MAP) && brackets > 0) brackets--;
      if (brackets > REFUSED_FROM) return bracketsNestAt(text);
    }
    line = end + 1;
  }
  return undefined;
}

/** The same for brackets, by the tokens of YAML: those in quotes don't count. */
function bracketsNestAt(text: string): number | undefined {
  let depth = 0;
  for (const { type, start } of lexemes(text)) {
    if (type === "flow-map-start" || type === "flow-seq-start") depth++;
    else if ((type === "flow-map-end" || type === "flow-seq-end") && depth > 0) depth--;
    if (depth > REFUSED_FROM) return start;
  }
  return undefined;
}

const OPEN_LIST = "[".charCodeAt(0);
const CLOSE_LIST = "]".charCodeAt(0);
const OPEN_MAP = "{".charCodeAt(0);
const CLOSE_MAP = "}".charCodeAt(0);
