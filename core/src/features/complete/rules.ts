import { lineEnd } from "../../edits/text-lines.ts";
import { rules } from "../../rules/registry.ts";
import type { Rule } from "../../rules/rule.ts";
import { isStructural } from "../../rules/silence.ts";
import type { CompletionItem } from "./item.ts";

/** The rules whose findings a plan may accept or ignore: those that judge it, not those that say it is broken. */
export function waivableRules(): Rule[] {
  return rules.filter((rule) => !isStructural(rule));
}

/** The ids of rules in a comment that starts with `aiplan-ignore` or `aiplan-ignore-file`; nothing in other comments. */
export function completeIgnore(text: string, comment: number, offset: number): CompletionItem[] {
  const typed = /^#[ \t]*aiplan-ignore(?:-file)?[ \t]+([^\s:#]*)$/.exec(text.slice(comment, offset))?.[1];
  if (typed === undefined) return [];
  const rest = text.slice(offset, lineEnd(text, offset));
  const after = /^[^\s:#]*/.exec(rest)![0].length;
  const hasReason = rest.slice(after).trimStart().startsWith(":");
  const span = { start: offset - typed.length, end: offset + after };
  return waivableRules().map(({ id, summary }) => ({
    label: id,
    kind: "rule",
    documentation: summary,
    insert: { ...span, newText: hasReason ? id : `${id}: ` },
  }));
}
