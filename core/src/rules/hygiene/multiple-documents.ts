import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";

export default defineRule({
  id: "multiple-documents",
  principle: "traceability",
  severity: always("error"),
  summary: "A file holds one plan.",
  why: `A line \`---\` starts a second document in the same file. Which of the two a reader or a tool takes for the plan is left to
chance, so none of it is checked.`,
  silent: "For a line `---` at the start of the file.",
  source: "YAML 1.2.2, 9 Document Stream Productions",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
aiplan: 1
---
^^^ A second document starts here, and a file holds one plan.
stage: nowhere
`,
      },
    ],
    good: [
      `
---
aiplan: 1
`,
    ],
  },
  check: {
    File({ refusal }, context) {
      if (refusal?.reason !== "several-documents") return;
      context.report(
        { start: refusal.start, end: refusal.end },
        "A second document starts here, and a file holds one plan. Nothing in this file is checked until you remove this line or move what follows into a file of its own.",
      );
    },
  },
});
