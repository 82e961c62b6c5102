import { LANGUAGE_VERSION } from "../../language/index.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";

export default defineRule({
  id: "newer-language-version",
  principle: "traceability",
  severity: always("warning"),
  summary: "The plan is written in a version of the language that this checker knows.",
  why: `A newer version may have keys and rules that this one has never heard of. Findings about such a plan would be false
alarms, and their absence would be no comfort, so there are none.`,
  silent: "For this version of the language and earlier ones.",
  source: "The plan language: `aiplan`",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
aiplan: 2
#       ^ This plan is written in version 2 of the plan language, and this checker knows versions up to 1.
stage: somewhere
`,
      },
    ],
    good: [
      `
aiplan: 1
`,
    ],
  },
  check: {
    File({ refusal, text }, context) {
      if (refusal?.reason !== "newer-version") return;
      const { start, end } = refusal;
      context.report(
        { start, end },
        `This plan is written in version ${text.slice(start, end)} of the plan language, and this checker knows versions up to ${LANGUAGE_VERSION}. It is not checked at all: install a newer AI Plan.`,
      );
    },
  },
});
