import { didYouMean } from "../../workspace/did-you-mean.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";
import { isStructural } from "../silence.ts";

export default defineRule({
  id: "ignore-without-reason",
  principle: "agreed-success",
  severity: always("warning"),
  summary: "An ignore comment names a rule that can be ignored, and says why it is wrong here.",
  why: `An ignore comment tells every later reader not to look here. Without a reason nobody can tell a false alarm from an
inconvenient one, so a comment without one does not count.`,
  silent: "For comments that are complete.",
  source: "The plan language: ignore comments",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
# aiplan-ignore missing-key
^^^^^^^^^^^^^^^^^^^^^^^^^^^ This comment has no reason, so it does not count.
stage: proposal
# aiplan-ignore
^^^^^^^^^^^^^^^ This comment does not say which rule to ignore
owner: support-ops
# aiplan-ignore-file undefined-reference: we know them all
#                    ^^^^^^^^^^^^^^^^^^^ Findings of \`undefined-reference\` can't be ignored
`,
      },
      {
        plan: `
# aiplan-ignore mising-key: the owner starts in May
#               ^^^^^^^^^^ There is no rule \`mising-key\`, so nothing is ignored. Did you mean \`missing-key\`?
stage: proposal
`,
        fixed: `
# aiplan-ignore missing-key: the owner starts in May
stage: proposal
`,
      },
    ],
    good: [
      `
# aiplan-ignore missing-key: the owner starts in May
stage: proposal
`,
    ],
  },
  check: {
    File(file, context) {
      for (const { start, end, rule, ruleSpan, reason } of file.ignores) {
        const comment = { start, end };
        if (rule === "") {
          context.report(
            comment,
            "This comment does not say which rule to ignore. Write `# aiplan-ignore <rule>: <reason>`, with the id that stands behind the finding.",
          );
        } else if (!context.known.has(rule)) {
          const meant = didYouMean(rule, [...context.known.keys()]);
          const advice = meant ? ` Did you mean \`${meant}\`?` : "";
          context.report(ruleSpan, `There is no rule \`${rule}\`, so nothing is ignored.${advice}`, {
            fixes: meant ? [context.replaceFix(`Change to \`${meant}\``, ruleSpan, meant)] : [],
          });
        } else if (isStructural(context.known.get(rule))) {
          context.report(
            ruleSpan,
            `Findings of \`${rule}\` can't be ignored: they say that the plan contradicts itself or can't be read. Put the cause right.`,
          );
        } else if (reason === "") {
          context.report(
            comment,
            `This comment has no reason, so it does not count. Say why the finding is wrong here: \`# aiplan-ignore ${rule}: <reason>\`.`,
          );
        }
      }
    },
  },
});
