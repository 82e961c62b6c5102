import { defineRule } from "../rule.ts";
import { reportSettledAfterBuild } from "../settled-after-build.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "redesign-after-build",
  principle: "workflow-redesign",
  severity: from("build", "warning"),
  summary: "The redesigned workflow is approved no later than the day the build starts.",
  why: `What is built before the new way of working is settled is built into the old one. The steps that should fall away are
then coded, tested and defended, and the redesign that comes later is the one the software allows: the work gets a tool
more and hardly faster.`,
  silent:
    "At the stage proposal, where one of the two dates is missing or cannot be read, and where both are the same day.",
  source: "Article, What the 12% do differently",
  reads: ["milestones", "workflow"],
  examples: {
    bad: [
      {
        plan: `
stage: build
milestones: {build-start: 2026-03-02}
workflow:
  current: ./flows/today.md
  redesign-approved: 2026-04-06
#                    ^^^^^^^^^^ The redesigned workflow was approved on 2026-04-06, 5 weeks after the build started (2026-03-02)
`,
      },
      {
        plan: `
stage: production
workflow: {redesign-approved: 2026-03-03}
#                             ^^^^^^^^^^ The redesigned workflow was approved on 2026-03-03, 1 day after the build started (2026-03-02)
milestones: {build-start: 2026-03-02}
`,
      },
    ],
    good: [
      `
stage: build
milestones: {build-start: 2026-03-02}
workflow: {redesign-approved: 2026-02-13}
`,
      `
stage: pilot
milestones: {build-start: 2026-03-02}
workflow: {redesign-approved: 2026-03-02}
`,
      `
stage: proposal
milestones: {build-start: 2026-03-02}
workflow: {redesign-approved: 2026-04-06}
`,
      `
stage: build
milestones: {build-start: <date the build starts YYYY-MM-DD>}
workflow: {redesign-approved: 2026-04-06}
`,
      `
stage: build
milestones: {build-start: 2026-03-02}
workflow: {redesign-approved: next week}
`,
    ],
  },
  check: {
    Workflow(workflow, context) {
      reportSettledAfterBuild(
        context,
        workflow.get("redesign-approved"),
        (when) =>
          `The redesigned workflow was approved ${when}: what was built until then was built into the old way of working, and the redesign has to follow it. Approve the new flow before anyone builds, or check what was built against it.`,
      );
    },
  },
});
