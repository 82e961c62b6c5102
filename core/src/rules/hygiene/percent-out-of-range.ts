import { keyNameOf } from "../key-of.ts";
import { problemsOf } from "../problems-of.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";
import { shown } from "../words.ts";

export default defineRule({
  id: "percent-out-of-range",
  principle: "numeric-criteria",
  severity: always("error"),
  summary: "A share of a whole lies between 0% and 100%.",
  why: `Traffic, review, availability and the like are parts of a whole. A step with 150% of the traffic cannot be carried out,
and every load that is computed from it is wrong.`,
  silent: "For metrics and their targets: an error of 130% or a bias of -4% can be real.",
  source: "The plan language: quantities",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
systems:
  helpdesk: {availability: 999%}
#                          ^^^^ \`999%\` is more than the whole
rollout:
  steps:
    - {id: canary, traffic: -10%, review: 100%}
#                           ^^^^ \`-10%\` is less than nothing
`,
      },
    ],
    good: [
      `
success-criteria:
  targets:
    forecast-bias: {month-1: -4%, month-6: -2%}
    growth: {month-1: 120%, month-6: 150%}
rollout:
  steps:
    - {id: shadow, traffic: 0%, review: 100%}
`,
    ],
  },
  check: {
    File(file, context) {
      for (const { node } of problemsOf(file, "share-out-of-range")) {
        const fact = node.text.trim().startsWith("-") ? "less than nothing" : "more than the whole";
        context.report(
          node,
          `${shown(node.text)} is ${fact}: \`${keyNameOf(node)}\` is a share, between \`0%\` and \`100%\`.`,
        );
      }
    },
  },
});
