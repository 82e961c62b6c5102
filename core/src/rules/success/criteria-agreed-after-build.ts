import { defineRule } from "../rule.ts";
import { reportSettledAfterBuild } from "../settled-after-build.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "criteria-agreed-after-build",
  principle: "numeric-criteria",
  severity: from("build", "warning"),
  summary: "The success criteria are agreed no later than the day the build starts.",
  why: `Criteria that are agreed while the system is being built describe what it happens to do. The team builds towards a
demo, leadership expects a production system, and the gap shows in month three or four, when the money is spent.`,
  silent:
    "At the stage proposal, where one of the two dates is missing or cannot be read, and where both are the same day.",
  source: "Article, What the 12% do differently; Agreeing on what success looks like before you build",
  reads: ["milestones", "success-criteria"],
  examples: {
    bad: [
      {
        plan: `
stage: build
milestones: {build-start: 2026-03-02}
success-criteria:
  agreed: 2026-04-06
#         ^^^^^^^^^^ The success criteria were agreed on 2026-04-06, 5 weeks after the build started (2026-03-02)
`,
      },
      {
        plan: `
stage: pilot
milestones: {build-start: 2026-03-02}
success-criteria: {agreed: 2026-03-05}
#                          ^^^^^^^^^^ The success criteria were agreed on 2026-03-05, 3 days after the build started (2026-03-02)
`,
      },
    ],
    good: [
      `
stage: build
milestones: {build-start: 2026-03-02}
success-criteria: {agreed: 2026-03-02}
`,
      `
stage: proposal
milestones: {build-start: 2026-03-02}
success-criteria: {agreed: 2026-04-06}
`,
      `
stage: build
milestones: {build-start: <date the build starts YYYY-MM-DD>}
success-criteria: {agreed: 2026-04-06}
`,
      `
stage: build
milestones: {build-start: 2026-03-02}
success-criteria: {agreed: <date agreed YYYY-MM-DD>}
`,
    ],
  },
  check: {
    SuccessCriteria(criteria, context) {
      reportSettledAfterBuild(
        context,
        criteria.get("agreed"),
        (when) =>
          `The success criteria were agreed ${when}: by then they describe what was being built, not what the business needs. Agree on the numbers first, or say in a waiver why this build could not wait.`,
      );
    },
  },
});
