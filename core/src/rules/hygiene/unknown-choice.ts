import { didYouMean } from "../../workspace/did-you-mean.ts";
import { keyNameOf } from "../key-of.ts";
import { listNames } from "../messages.ts";
import { problemsOf } from "../problems-of.ts";
import { rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";
import { shown } from "../words.ts";

/** As many choices are offered one by one. */
const MOST_FIXES = 7;

export default defineRule({
  id: "unknown-choice",
  principle: "traceability",
  severity: always("error"),
  summary: "Where the language has fixed words, one of them is written.",
  why: `Fixed words are what the checks go by. A source in the environment \`prd\` is neither a pilot's nor production's, so nobody
would be told that production has no such data.`,
  silent: "For placeholders.",
  source: "The plan language: values",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
stage: Pilot
#      ^^^^^ \`Pilot\` is not one of the words that \`stage\` takes: \`proposal\`, \`build\`, \`pilot\` or \`production\`. Did you mean \`pilot\`?
data-sources:
  tickets: {environment: prod, used-for: [traning, inference]}
#                        ^^^^ \`prod\` is not one of the words that \`environment\` takes
#                                         ^^^^^^^ \`traning\` is not one of the words that \`used-for\` takes: \`training\`, \`evaluation\` or \`inference\`. Did you mean
`,
        fixed: `
stage: pilot
data-sources:
  tickets: {environment: production, used-for: [training, inference]}
`,
      },
      {
        plan: `
risk-tier: 3
#          ^ \`3\` is not one of the words that \`risk-tier\` takes: \`minimal\`, \`limited\` or \`high\`. Write one of them.
triggers:
  slow: {do: page, escalate: outage}
#            ^^^^ \`page\` is not one of the words that \`do\` takes: \`review\`, \`notify\`, \`step-back\`, \`pause\` or \`rollback\`. Write one
`,
      },
    ],
    good: [
      `
stage: pilot
risk-tier: <minimal or limited or high>
`,
    ],
  },
  check: {
    File(file, context) {
      for (const { node, choices } of problemsOf(file, "unknown-choice")) {
        const meant = didYouMean(node.text, choices);
        const others = choices.filter((choice) => choice !== meant).slice(0, MOST_FIXES);
        context.report(
          node,
          `${shown(node.text)} is not one of the words that \`${keyNameOf(node)}\` takes: ${listNames(choices, "or")}. ${meant ? `Did you mean \`${meant}\`?` : "Write one of them."}`,
          {
            fixes: [
              ...(meant ? rewrite(context, node, meant) : []),
              ...others.flatMap((choice) => rewrite(context, node, choice, { preferred: false })),
            ],
          },
        );
      }
    },
  },
});
