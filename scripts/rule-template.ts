/** The source of a rule that compiles, and whose examples fail until it is written. */
export function ruleTemplate(id: string): string {
  return `import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "${id}",
  principle: "right-order",
  severity: from("build", "warning"),
  summary: "One sentence: what must hold.",
  why: "Why a plan that breaks it fails in production, with the numbers.",
  silent: "When it says nothing.",
  source: "A section of the article, or a clause of a public reference",
  reads: ["stage"],
  examples: {
    bad: [
      {
        plan: \`
stage: build
#      ^^^^^ What is wrong here, what it leads to and what to do
\`,
        fixed: \`
stage: build
\`,
      },
    ],
    good: [
      \`
stage: build
x-note: what this rule leaves alone
\`,
    ],
  },
  check: {
    Plan(_plan, _context) {
      // context.report(node, message, { related, fixes })
    },
  },
});
`;
}
