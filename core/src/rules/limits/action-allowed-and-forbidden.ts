import { spanToRemove } from "../../edits/remove-item.ts";
import type { ListNode, MapNode, ScalarNode } from "../../syntax/nodes.ts";
import { spanIn } from "../../syntax/plan-file.ts";
import type { Fix } from "../finding.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { always } from "../severity.ts";
import { shown } from "../words.ts";

/** An action as it is written in one of the two, with what holds it. */
interface Named {
  readonly node: ScalarNode;
  readonly holder: ListNode | MapNode;
  readonly index: number;
}

export default defineRule({
  id: "action-allowed-and-forbidden",
  principle: "operating-limits",
  severity: always("error"),
  summary: "No action is both allowed and forbidden.",
  why: `The two lists are what the people who build the guardrails work from. Where they contradict each other, each reader
follows the one they saw first: the developer lets the system act, the auditor reports that it must not, and the
question is settled by what happens in production.`,
  silent: `For placeholders, for an action that the system may only propose (\`autonomy: suggest\` at the action itself), and for
actions whose names are not the same. Capitals, and spaces, hyphens and underscores between words, make no difference.`,
  source: "Article, The gap between testing and production",
  reads: ["operating-limits"],
  examples: {
    bad: [
      {
        plan: `
stage: build
operating-limits:
  actions: {allowed: [assign-team, close-ticket], forbidden: [close-ticket, reply-to-customer]}
#                                  ^^^^^^^^^^^^ \`close-ticket\` is allowed and forbidden at once
`,
        fixed: `
stage: build
operating-limits:
  actions: {allowed: [assign-team], forbidden: [close-ticket, reply-to-customer]}
`,
      },
      {
        plan: `
stage: proposal
operating-limits:
  actions:
    allowed:
      refund: {autonomy: act-with-approval, max-value: 100 EUR}
#     ^^^^^^ \`refund\` is allowed and forbidden at once
      add-tag:
        autonomy: act
    forbidden:
      - Refund
      - close-ticket
`,
        fixed: `
stage: proposal
operating-limits:
  actions:
    allowed:
      add-tag:
        autonomy: act
    forbidden:
      - Refund
      - close-ticket
`,
      },
      {
        plan: `
stage: production
operating-limits:
  actions:
    allowed:
      - assign team
#       ^^^^^^^^^^^ \`assign team\` is allowed and forbidden at once (there as \`assign_team\`)
      - add-tag
    forbidden: [assign_team]
`,
        fixed: `
stage: production
operating-limits:
  actions:
    allowed:
      - add-tag
    forbidden: [assign_team]
`,
      },
      {
        plan: `
stage: build
operating-limits:
  actions: {allowed: [close-ticket], forbidden: [reply-to-customer, close-ticket]}
#                     ^^^^^^^^^^^^ \`close-ticket\` is allowed and forbidden at once
`,
        fixed: `
stage: build
operating-limits:
  actions: {allowed: [close-ticket], forbidden: [reply-to-customer]}
`,
      },
    ],
    good: [
      `
stage: production
operating-limits:
  actions: {allowed: [assign-team, add-tag], forbidden: [close-ticket, reply-to-customer]}
`,
      `
stage: production
operating-limits:
  actions:
    allowed:
      refund: {autonomy: suggest}
      add-tag:
      <action it may take>: {autonomy: act}
    forbidden: [refund, close-ticket]
`,
      `
stage: production
operating-limits:
  actions: {allowed: [<action>, add-tag], forbidden: [<action>]}
`,
      `
stage: production
operating-limits:
  actions: {allowed: <actions>, forbidden: [close-ticket]}
`,
      `
stage: production
operating-limits:
  actions: {allowed: [close-ticket]}
`,
    ],
  },
  check: {
    Actions(actions, context) {
      const forbidden = new Map<string, Named>();
      for (const named of namesIn(actions.get("forbidden")))
        if (!forbidden.has(wordsOf(named.node))) forbidden.set(wordsOf(named.node), named);
      for (const allowed of namesIn(actions.get("allowed"))) {
        const other = forbidden.get(wordsOf(allowed.node));
        if (!other) continue;
        const [name, otherName] = [shown(allowed.node.word), shown(other.node.word)];
        const written = name === otherName ? "" : ` (there as ${otherName})`;
        context.report(
          allowed.node,
          `${name} is allowed and forbidden at once${written}: whoever builds the guardrails follows one of the two, and the plan doesn't say which. Take it out of \`allowed\` or out of \`forbidden\`.`,
          {
            related: [{ at: other.node, message: `Here ${otherName} is forbidden` }],
            fixes: [removeFix("allowed", allowed, context), removeFix("forbidden", other, context)],
          },
        );
      }
    },
  },
});

/** The actions in a list, or the keys of a map of them: those that the system may do itself, and no placeholders. */
function namesIn(holder: ListNode | MapNode | undefined): Named[] {
  if (!holder) return [];
  const nodes =
    holder.kind === "list"
      ? holder.all.map((item) => (item.kind === "scalar" && item.value !== undefined ? item : undefined))
      : holder.all.map(({ key, value }) => (onlySuggests(value) ? undefined : key));
  return nodes.flatMap((node, index) =>
    node && !node.spoiled && !node.isPlaceholder && node.word !== "" ? [{ node, holder, index }] : [],
  );
}

function onlySuggests(limits: ListNode | MapNode | ScalarNode): boolean {
  const autonomy = limits.kind === "map" ? limits.entry("autonomy")?.value : undefined;
  return autonomy?.kind === "scalar" && autonomy.value === "suggest";
}

/** What a name says, however its words are parted. */
function wordsOf({ word }: ScalarNode): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");
}

function removeFix(from: "allowed" | "forbidden", { holder, index }: Named, context: RuleContext): Fix | undefined {
  if (holder.borrowed) return undefined;
  const items = holder.all.map((item) => spanIn(context.file, { ...spanOf(item), section: holder.section }));
  const span = spanToRemove(context.file.text, items, index, holder.flow);
  if (!span) return undefined;
  const { uri } = context.file;
  return {
    title: `Take it out of \`${from}\``,
    kind: "stub",
    preferred: from === "allowed",
    edits: () => [{ uri, ...span, newText: "" }],
  };
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}
