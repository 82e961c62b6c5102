import { quote, quoteIfNeeded } from "../edits/render.ts";
import type { Node, ScalarNode } from "../syntax/nodes.ts";
import { spanIn, spanOfPart } from "../syntax/plan-file.ts";
import type { Target } from "../workspace/checked-plan.ts";
import type { Fix } from "./finding.ts";
import type { RuleContext } from "./rule-context.ts";

interface RewriteOptions {
  /** Default: "Change to `text`". */
  readonly title?: string;
  readonly preferred?: boolean;
  readonly kind?: Fix["kind"];
}

/** A fix that writes a text for a scalar, in quotes where YAML needs them; none where it has no text of its own here. */
export function rewrite(context: RuleContext, node: ScalarNode, text: string, options: RewriteOptions = {}): Fix[] {
  if (node.borrowed) return [];
  return [
    context.replaceFix(options.title ?? `Change to \`${text}\``, node, writtenLike(context, node, text), options),
  ];
}

/**
 * A fix that asks for another value, where only a person can know it. Nobody wants that unless there is nothing better.
 *
 * @param what a value is asked for, `date of a drill before go-live YYYY-MM-DD`
 */
export function askAgain(context: RuleContext, node: ScalarNode, what: string): Fix[] {
  if (node.borrowed) return [];
  const name = node.key?.text ?? "it";
  const options = { preferred: false, kind: "stub" } as const;
  return [context.replaceFix(`Ask for \`${name}\` again with a placeholder`, node, `<${what}>`, options)];
}

/** Quotes stay on keys, and in JSON style on values: in `{"key":"value"}` they part the two. */
function writtenLike(context: RuleContext, node: ScalarNode, text: string): string {
  const isKey = node.key === undefined && node.parent === undefined;
  const keeps = node.style === "quoted" && (isKey || node.key?.style === "quoted");
  const sign = keeps ? sourceOf(context, node)[0] : undefined;
  if (sign === "'" && !/[^ -~]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return sign === undefined ? quoteIfNeeded(text) : quote(text);
}

/** What the author wrote for a node, quotes and all. */
export function sourceOf(context: RuleContext, node: Node): string {
  const { start, end } = spanIn(context.file, node);
  return context.file.text.slice(start, end);
}

/** A fix that lets two values of the plan change places; none where one of them has no text of its own here. */
export function swapFix(title: string, first: Node, second: Node, context: RuleContext): Fix | undefined {
  if (first.borrowed || second.borrowed) return undefined;
  const edits = () => [
    { ...context.checked.place(first), newText: sourceOf(context, second) },
    { ...context.checked.place(second), newText: sourceOf(context, first) },
  ];
  return { title, kind: "repair", preferred: true, edits };
}

/** The place of a part of a scalar's text; that of the whole where escapes or line ends have moved it. */
export function partOf(context: RuleContext, node: ScalarNode, from: number, length: number): Target {
  const part = spanOfPart(context.file, node, from, length);
  const before = context.file.startOf(node.section);
  return part ? { section: node.section, start: part.start - before, end: part.end - before } : node;
}
