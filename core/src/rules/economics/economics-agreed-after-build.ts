import { defineRule } from "../rule.ts";
import { reportSettledAfterBuild } from "../settled-after-build.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "economics-agreed-after-build",
  principle: "economics-at-scale",
  severity: from("build", "warning"),
  summary: "Costs, value and ceiling are agreed no later than the day the build starts.",
  why: `Once a system is half built, its costs are no longer weighed but explained: what has been spent speaks for going on, and
the ceiling moves to wherever the bill already is. A case that is lost on paper is cheap; the same case lost after the
pilot has cost a year.`,
  silent:
    "At the stage proposal, where one of the two dates is missing or cannot be read, and where both are the same day.",
  source: "Article, Agreeing on what success looks like before you build",
  reads: ["economics", "milestones"],
  examples: {
    bad: [
      {
        plan: `
stage: build
milestones: {build-start: 2026-03-02}
economics:
  agreed: 2026-04-06
#         ^^^^^^^^^^ The costs and returns were agreed on 2026-04-06, 5 weeks after the build started (2026-03-02)
  build-cost: 180000 EUR
`,
      },
      {
        plan: `
stage: production
milestones: {build-start: 2026-03-02}
economics: {agreed: 2026-03-03, ceiling: 22000 EUR/mo}
#                   ^^^^^^^^^^ The costs and returns were agreed on 2026-03-03, 1 day after the build started (2026-03-02)
`,
      },
    ],
    good: [
      `
stage: build
milestones: {build-start: 2026-03-02}
economics: {agreed: 2026-03-02}
`,
      `
stage: proposal
milestones: {build-start: 2026-03-02}
economics: {agreed: 2026-04-06}
`,
      `
stage: build
milestones: {build-start: <date the build starts YYYY-MM-DD>}
economics: {agreed: 2026-04-06}
`,
      `
stage: build
milestones: {build-start: 2026-03-02}
economics: {agreed: <date agreed YYYY-MM-DD>}
`,
      `
stage: build
milestones: {build-start: 2026-03-02}
economics: {build-cost: 180000 EUR}
`,
    ],
  },
  check: {
    Economics(economics, context) {
      reportSettledAfterBuild(
        context,
        economics.get("agreed"),
        (when) =>
          `The costs and returns were agreed ${when}: by then money is spent, and the ceiling follows the bill instead of limiting it. Agree on the numbers first, or say in a waiver why this build could not wait.`,
      );
    },
  },
});
