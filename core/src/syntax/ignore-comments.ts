import { isPlaceholder, type Node, type Section, type Span } from "./nodes.ts";

/** `# aiplan-ignore <rule>: reason` (the next line) or `# aiplan-ignore-file <rule>: reason`; offsets into the whole text. */
export interface IgnoreComment extends Span {
  readonly scope: "line" | "file";
  readonly rule: string;
  readonly ruleSpan: Span;
  /** Empty where there is none, or only the placeholder of one. */
  readonly reason: string;
  /** The line it covers, from its first to past its last character; the whole file for `aiplan-ignore-file`. */
  readonly covers: Span;
}

const COMMENT = /#[ \t]*aiplan-ignore(-file)?(?![\w-])[ \t]*([^\s:#]*)[ \t]*:?[ \t]*([^\r\n]*)/g;

/**
 * Finds the ignore comments of a text. A comment after a value covers its own line, one on a line of its own the next
 * line that is neither blank nor a comment.
 */
export function readIgnores(
  text: string,
  sections: readonly Section[],
  startOf: (section: Section) => number,
): IgnoreComment[] {
  const ignores: IgnoreComment[] = [];
  if (!text.includes("aiplan-ignore")) return ignores;
  for (const match of text.matchAll(COMMENT)) {
    const start = match.index;
    const before = text[start - 1];
    if (before !== undefined && !/\s/.test(before)) continue;
    if (insideScalar(start, sections, startOf)) continue;
    const [whole, file, rule = "", reason = ""] = match;
    const ruleStart =
      start + whole.indexOf(rule, whole.indexOf("aiplan-ignore") + "aiplan-ignore".length + (file?.length ?? 0));
    ignores.push({
      scope: file ? "file" : "line",
      rule,
      ruleSpan: { start: ruleStart, end: ruleStart + rule.length },
      reason: isPlaceholder(reason.trim()) ? "" : reason.trim(),
      start,
      end: start + whole.trimEnd().length,
      covers: file ? { start: 0, end: text.length } : coveredLine(text, start),
    });
  }
  return ignores;
}

function coveredLine(text: string, comment: number): Span {
  const lineStart = text.lastIndexOf("\n", comment) + 1;
  if (text.slice(lineStart, comment).trim() !== "") return lineAt(text, lineStart);
  let line = lineAt(text, lineStart);
  do {
    line = lineAt(text, Math.min(line.end + 1, text.length));
  } while (line.end < text.length && /^\s*(?:#|$)/.test(text.slice(line.start, line.end)));
  return line;
}

function lineAt(text: string, start: number): Span {
  const newline = text.indexOf("\n", start);
  return { start, end: newline < 0 ? text.length : newline };
}

function insideScalar(offset: number, sections: readonly Section[], startOf: (section: Section) => number): boolean {
  const section = sections.findLast((one) => startOf(one) <= offset);
  if (!section) return false;
  const at = offset - startOf(section);
  const inside = (node: Node): boolean => {
    if (at < node.start || at >= node.end) return false;
    if (node.kind === "scalar") return true;
    if (node.kind === "list") return node.all.some(inside);
    return node.all.some(({ key, value }) => inside(key) || inside(value));
  };
  return inside(section.value);
}
