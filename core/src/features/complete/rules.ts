import { lineEnd } from "../../edits/text-lines.ts";
import { everyRule } from "../../rules/every-rule.ts";
import type { RuleFacts } from "../../rules/rule.ts";
import { isStructural } from "../../rules/silence.ts";
import type { CompleteOptions, CompletionItem } from "./item.ts";

/** The rules whose findings a plan may accept or ignore: those that judge it, not those that say it is broken. */
export function waivableRules(): RuleFacts[] {
  return everyRule.filter((rule) => !isStructural(rule));
}

const COMMENTS: Readonly<Record<string, string>> = {
  "aiplan-ignore": "Silence a false alarm on the next line.",
  "aiplan-ignore-file": "Silence a rule in this whole file.",
};
const REASON = "<why this is a false alarm>";

/** The ids of rules in a comment that says what is ignored, and the words it begins with; nothing in other comments. */
export function completeIgnore(
  text: string,
  comment: number,
  offset: number,
  { snippets }: CompleteOptions,
): CompletionItem[] {
  const before = text.slice(comment, offset);
  const rest = text.slice(offset, lineEnd(text, offset));
  const opening = /^#[ \t]*(ai[a-z-]*)$/.exec(before)?.[1];
  if (opening !== undefined) return completeOpening(offset - opening.length, offset + /^[a-z-]*/.exec(rest)![0].length);
  const typed = /^#[ \t]*aiplan-ignore(?:-file)?[ \t]+([^\s:#]*)$/.exec(before)?.[1];
  if (typed === undefined) return [];
  const after = /^[^\s:#]*/.exec(rest)![0].length;
  const span = { start: offset - typed.length, end: offset + after };
  const next = rest.slice(after).trim();
  const link = next.startsWith(":") ? "" : next === "" ? ": " : ":";
  return waivableRules().map(({ id, summary }) => {
    const written = id + link;
    // A reason is what makes it more than a way to look away.
    const asked = snippets && next === "" ? REASON : "";
    const stop = { start: written.length, end: written.length + asked.length };
    return {
      label: id,
      kind: "rule",
      documentation: summary,
      insert: { ...span, newText: written + asked, ...(asked ? { stops: [stop] } : {}) },
    };
  });
}

function completeOpening(start: number, end: number): CompletionItem[] {
  return Object.entries(COMMENTS).map(([label, detail]) => ({
    label,
    kind: "snippet",
    detail,
    insert: { start, end, newText: `${label} ` },
  }));
}
