import { spanToRemove } from "../../edits/remove-item.ts";
import { compare, type Quantity } from "../../quantity/index.ts";
import type { Entry, MapNode, ScalarNode } from "../../syntax/nodes.ts";
import { spanIn } from "../../syntax/plan-file.ts";
import type { Fix } from "../finding.ts";
import { problemsOf } from "../problems-of.ts";
import { rewrite, sourceOf } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { always } from "../severity.ts";
import { shown } from "../words.ts";

export default defineRule({
  id: "value-style",
  principle: "traceability",
  severity: always("hint"),
  summary: "Values are written in the one short form of the language.",
  why: `The value is understood as it is. In one spelling throughout, plans are easier to compare and to search, and other YAML
tools, for which \`yes\` is a text and not a truth value, read the same as this one. A lower and an upper limit are one
range: side by side one of them is soon changed without the other.`,
  silent: `For values that cannot be read: those have findings of their own. For two limits that leave no range between them, or
beside which a range is written as well.`,
  source: "The plan language: quantities; YAML 1.2.2, 10.3 Core Schema",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
systems:
  helpdesk: {timeout: 2 seconds, rate-limit: 60 req per minute}
#                     ^^^^^^^^^ The short form of \`2 seconds\` is \`2 s\`.
#                                            ^^^^^^^^^^^^^^^^^ The short form of \`60 req per minute\` is \`60 req/min\`.
human-oversight: {overrides-logged: yes}
#                                   ^^^ Plans write \`true\` for \`yes\`.
metrics:
  overlap: {unit: F1}
#                 ^^ Plans write \`f1\` for \`F1\`.
`,
        fixed: `
systems:
  helpdesk: {timeout: 2 s, rate-limit: 60 req/min}
human-oversight: {overrides-logged: true}
metrics:
  overlap: {unit: f1}
`,
      },
      {
        plan: `
triggers:
  scans: {metric: share-of-scans, below: 10%, above: 35%, do: review}
#                                 ^^^^^ \`below\` and \`above\` together are a range: plans write \`outside: [10%, 35%]\`.
  queue:
    above: 40 item
#   ^^^^^ \`below\` and \`above\` together are a range: plans write \`outside: [10 item, 40 item]\`.
    metric: queue-length
    below: 10 item
rollout:
  steps:
    - {id: shadow}
    - id: canary
      when:
        - metric: queue-length
          at-least: 10 item   # one for each desk
#         ^^^^^^^^ \`at-least\` and \`at-most\` together are a range: plans write \`within: [10 item, 40 item]\`.
          at-most: 40 item
          for: 2 w
`,
        fixed: `
triggers:
  scans: {metric: share-of-scans, outside: [10%, 35%], do: review}
  queue:
    outside: [10 item, 40 item]
    metric: queue-length
rollout:
  steps:
    - {id: shadow}
    - id: canary
      when:
        - metric: queue-length
          within: [10 item, 40 item]   # one for each desk
          for: 2 w
`,
      },
    ],
    good: [
      `
systems:
  helpdesk: {timeout: 2 s, rate-limit: 60 tickets/min}
human-oversight: {overrides-logged: true}
`,
      `
triggers:
  always: {metric: queue-length, below: 40 item, above: 10 item}
  once: {metric: queue-length, below: 10 item, above: <value it must not rise above e.g. 3 s>}
  three: {metric: queue-length, below: 10 item, above: 40 item, outside: [10 item, 40 item]}
  units: {metric: queue-length, below: 10 item, above: 40 h}
`,
    ],
  },
  check: {
    File(file, context) {
      for (const { node, replacement } of problemsOf(file, "long-form")) {
        const message =
          typeof node.value === "boolean" || replacement.length >= node.text.length
            ? `Plans write \`${replacement}\` for ${shown(node.text)}.`
            : `The short form of ${shown(node.text)} is \`${replacement}\`.`;
        context.report(node, message, { fixes: rewrite(context, node, replacement) });
      }
    },
    Trigger(trigger, context) {
      checkLimits(trigger, ["below", "above", "outside"], context);
    },
    Gate(gate, context) {
      checkLimits(gate, ["at-least", "at-most", "within"], context);
    },
  },
});

/** Two limits of one condition are a range, if there is anything between them. */
function checkLimits(map: MapNode, [low, high, range]: readonly [string, string, string], context: RuleContext): void {
  const ends = [map.get(low), map.get(high)] as (ScalarNode<Quantity> | undefined)[];
  const [from, to] = ends;
  if (!from?.value || !to?.value || map.entry(range) || (compare(from.value, to.value) ?? 0) >= 0) return;
  const [first, second] = map.all.filter(({ value }) => value === from || value === to);
  if (!first || !second) return;
  const text = `[${sourceOf(context, from)}, ${sourceOf(context, to)}]`;
  context.report(first.key, `\`${low}\` and \`${high}\` together are a range: plans write \`${range}: ${text}\`.`, {
    fixes: [joinFix(map, first, second, range, text, context)],
  });
}

function joinFix(
  map: MapNode,
  first: Entry,
  second: Entry,
  range: string,
  text: string,
  context: RuleContext,
): Fix | undefined {
  const { file } = context;
  // A merge key between the two would go with the comma.
  if (map.lenders.length > 0 || map.borrowed || first.value.borrowed || second.value.borrowed) return undefined;
  const items = map.all.map(({ key, value }) => ({ start: spanIn(file, key).start, end: spanIn(file, value).end }));
  const rest = spanToRemove(file.text, items, map.all.indexOf(second), map.flow);
  if (!rest) return undefined;
  const { uri } = file;
  const edits = () => [
    { uri, ...spanIn(file, first.key), newText: range },
    { uri, ...spanIn(file, first.value), newText: text },
    { uri, ...rest, newText: "" },
  ];
  return { title: `Change to \`${range}: ${text}\``, kind: "repair", preferred: true, edits };
}
