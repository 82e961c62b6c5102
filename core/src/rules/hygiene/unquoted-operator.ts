import { readQuantity } from "../../quantity/index.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import { operatorAdvice } from "../operator-advice.ts";
import { problemsOf } from "../problems-of.ts";
import { partOf, rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { always } from "../severity.ts";
import { reportSyntax, trapFix, trapPlace } from "../syntax-findings.ts";

export default defineRule({
  id: "unquoted-operator",
  principle: "numeric-criteria",
  severity: always("error"),
  summary: "A quantity has no comparison in front of it; a key says which way is meant.",
  why: `YAML takes \`>= 92%\` for the start of a text block, and \`<= 8%\` or \`~95%\` for text. Which way a number is meant is said
once in a plan: by the metric's \`direction\`, in an alarm by \`below\`, \`above\` or \`outside\`, in a gate by \`at-least\`, \`at-most\` or
\`within\`. Said in two places, the two come to contradict each other, and the alarm fires the wrong way round.`,
  silent: "For free text, such as a title, and for placeholders.",
  source: "The plan language: quantities",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
triggers:
  accuracy-drop:
    metric: routing-accuracy
    below: >= 85%
#          ^^ Write \`85%\` without \`>=\`: the key \`below\` says which way, and \`>=\` says the opposite. If that is what you mean, use the key \`above\`.
  accuracy-low: {metric: routing-accuracy, below: ">= 80%"}
#                                                  ^^ Write \`80%\` without \`>=\`: the key \`below\` says which way, and \`>=\` says the opposite. If that is what you mean, use the key \`above\`.
  error-spike: {metric: error-rate, outside: [>2%, 8%]}
#                                             ^ Write \`2%\` without \`>\`: \`outside\` takes the two ends of a range, each as a plain number.
`,
        fixed: `
triggers:
  accuracy-drop:
    metric: routing-accuracy
    below: 85%
  accuracy-low: {metric: routing-accuracy, below: 80%}
  error-spike: {metric: error-rate, outside: [2%, 8%]}
`,
      },
      {
        plan: `
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  error-rate: {kind: quality, unit: percent, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {month-1: ≥ 88%, month-6: "at least 93%"}
#                               ^ Write \`88%\` without \`≥\`: \`routing-accuracy\` has \`direction: higher\`, which already says so.
#                                                ^^^^^^^^ Write \`93%\` without \`at least\`: \`routing-accuracy\` has
    error-rate: {month-1: ≥ 4%, month-6: ~2%}
#                         ^ Write \`4%\` without \`≥\`: \`error-rate\` has \`direction: lower\`, and \`≥\` says the opposite.
#                                        ^ Write \`2%\` without \`~\`
    unknown: {month-1: <= 3 h}
#                      ^^ Write \`3 h\` without \`<=\`: for a target the metric's \`direction\` says which way is better.
`,
        fixed: `
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  error-rate: {kind: quality, unit: percent, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%}
    error-rate: {month-1: 4%, month-6: 2%}
    unknown: {month-1: 3 h}
`,
      },
      {
        plan: `
triggers:
  override-spike: {metric: override-rate, above: <= 12%, for: max 1 d}
#                                                ^^ Write \`12%\` without \`<=\`: the key \`above\` says which way, and \`<=\` says the opposite. If that is what you mean, use the key \`below\`.
#                                                             ^^^ Write \`1 d\` without \`max\`: \`for\` is one number to compute with
  drift: {metric: input-drift, outside: [±0.1, 0.2], above: ±0.2}
#                                        ^ Write \`0.1\` without \`±\`: \`outside\` takes the two ends of a range, each as a plain number.
#                                                           ^ Write \`0.2\` without \`±\`: \`above\` takes one exact value. For a range write \`outside: [lowest, highest]\`.
rollout:
  steps:
    - {id: canary, when: [{metric: override-rate, at-most: ≤ 8%}]}
#                                                          ^ Write \`8%\` without \`≤\`: the key \`at-most\` already says which way.
`,
        fixed: `
triggers:
  override-spike: {metric: override-rate, above: 12%, for: 1 d}
  drift: {metric: input-drift, outside: [0.1, 0.2], above: 0.2}
rollout:
  steps:
    - {id: canary, when: [{metric: override-rate, at-most: 8%}]}
`,
      },
    ],
    good: [
      `
title: Answer > 90% of the questions
triggers:
  accuracy-drop: {metric: routing-accuracy, below: 85%, for: <how long>}
`,
    ],
  },
  check: {
    File(file, context) {
      reportSyntax(context);
      for (const trap of problemsOf(file, "operator-as-block")) {
        const { problem } = readQuantity(trap.written);
        if (problem?.kind !== "operator" || trap.node.kind !== "scalar") continue;
        context.report(trapPlace(trap), operatorAdvice(context, trap.node, problem), {
          fixes: [trapFix(context, trap, `Remove \`${problem.operator}\``)],
        });
      }
      for (const { node, problem } of problemsOf(file, "not-a-quantity"))
        if (problem.kind === "operator") checkQuantity(context, node, problem);
    },
  },
});

function checkQuantity(
  context: RuleContext,
  node: ScalarNode,
  found: { readonly operator: string; readonly rest: string },
): void {
  const { operator, rest } = found;
  const leads = node.text.trimStart().startsWith(operator);
  const from = leads ? node.text.indexOf(operator) : node.text.lastIndexOf(operator);
  context.report(partOf(context, node, from, operator.length), operatorAdvice(context, node, found), {
    fixes: rewrite(context, node, rest, { title: `Remove \`${operator}\`` }),
  });
}
