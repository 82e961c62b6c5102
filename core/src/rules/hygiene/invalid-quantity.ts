import { Target } from "../../language/index.ts";
import { problemsOf } from "../problems-of.ts";
import { quantityMessage } from "../quantity-message.ts";
import { rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";

export default defineRule({
  id: "invalid-quantity",
  principle: "numeric-criteria",
  severity: always("error"),
  summary: "Every quantity is a number with a unit of the plan language.",
  why: `Limits, costs and targets are held against each other: a peak against a rate limit, a cost against a ceiling. A value
that cannot be read is left out of all of these, and \`1,500\` is a thousand times more to one reader than to the next.`,
  silent: `For placeholders, for texts in place of a target (\`non-numeric-target\` speaks of those), for comparisons
(\`unquoted-operator\`) and for \`m\`, which may be minutes or months (\`ambiguous-duration-unit\`).`,
  source: "The plan language: quantities; ISO 4217",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
economics:
  build-cost: 180,000 EUR
#             ^^^^^^^^^^^ The number in \`180,000 EUR\` has a separator between the thousands
  fixed-cost: EUR 5200/mo
#             ^^^^^^^^^^^ In \`EUR 5200/mo\` the currency stands in front. Write it after the number: \`5200 EUR/mo\`.
  cost-per-item: 0,035 EUR/item
#                ^^^^^^^^^^^^^^ The number in \`0,035 EUR/item\` has a decimal comma
  ceiling: 22k EUR/mo
#          ^^^^^^^^^^ The plan language has no unit \`k EUR/mo\`, so this can be compared with nothing. Write \`22000 EUR/mo\`.
systems:
  helpdesk: {rate-limit: 5 rps}
#                        ^^^^^ The plan language has no unit \`rps\`, so this can be compared with nothing. Write \`5 req/s\`.
`,
        fixed: `
economics:
  build-cost: 180000 EUR
  fixed-cost: 5200 EUR/mo
  cost-per-item: 0.035 EUR/item
  ceiling: 22000 EUR/mo
systems:
  helpdesk: {rate-limit: 5 req/s}
`,
      },
      {
        plan: `
economics: {build-cost: 500 XEU, payback: soon}
#                       ^^^^^^^ \`XEU\` is no currency.
#                                         ^^^^ \`soon\` is not a number with a unit, so nothing can be computed with it. Write, for example, \`14 mo\`.
triggers:
  slow: {metric: latency-p95, above: too slow}
#                                    ^^^^^^^^ \`too slow\` is not a number with a unit
  late: {metric: delay, above: 3 !}
#                              ^^^ \`3 !\` is not a number with a unit
`,
      },
    ],
    good: [
      `
economics: {build-cost: 180000 EUR, payback: <time to earn it back e.g. 14 mo>}
success-criteria:
  targets:
    routing-accuracy: {month-1: high, month-6: ">= 93%"}
triggers:
  slow: {metric: latency-p95, for: 30 m}
`,
    ],
  },
  check: {
    File(file, context) {
      for (const { node, problem, example } of problemsOf(file, "not-a-quantity")) {
        if (problem.kind === "operator" || problem.kind === "ambiguous-unit") continue;
        const isPlain = problem.kind === "not-a-quantity" && problem.replacement === undefined;
        // `non-numeric-target` says more of a target that is words.
        if (isPlain && node.parent?.kind === "map" && node.parent.type === Target) continue;
        const { message, replacement } = quantityMessage(node.text, problem, example);
        context.report(node, message, {
          fixes: replacement === undefined ? [] : rewrite(context, node, replacement),
        });
      }
    },
  },
});
