import { reportLacks } from "../report-lacks.ts";
import { defineRule } from "../rule.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "missing-workflow-redesign",
  principle: "workflow-redesign",
  severity: ramp("build"),
  summary: "From build on, a plan shows the work as it is and as it will be, and when the new way was approved.",
  why: `AI that is added to a workflow as it is makes one step faster and leaves the waiting, the hand-overs and the rework
around it. Most of the gain lies in the steps that fall away, and somebody has to decide which those are before the
software is built around them. Two short documents and a date of approval show that it was decided.`,
  silent: `About the way to work while the system is off (\`missing-key\` speaks of \`fallback\`), about what the documents say, and
where the YAML around is broken. At the stage proposal it is a hint.`,
  source: "Article, What the 12% do differently",
  reads: ["workflow"],
  examples: {
    bad: [
      {
        plan: `
stage: build
#      ^^^^^ Nothing says how the work will change: there is no \`workflow\`
`,
        fixed: `
stage: build
workflow:
  current: <path to the description of the work today>
  target: <path to the description of the redesigned work>
  redesign-approved: <date approved YYYY-MM-DD>
  fallback: <id of a fallback mode>
`,
      },
      {
        plan: `
stage: build
workflow:
^^^^^^^^ The workflow lacks \`target\` and \`redesign-approved\`: nothing shows which steps fall away
  current: ./flows/today.md
`,
        fixed: `
stage: build
workflow:
  current: ./flows/today.md
  target: <path to the description of the redesigned work>
  redesign-approved: <date approved YYYY-MM-DD>
`,
      },
      {
        plan: `
stage: pilot
workflow: {current: ./flows/today.md, target: ./flows/redesigned.md, fallback: manual-queue}
^^^^^^^^ The workflow lacks \`redesign-approved\`: the new way of working is a draft
`,
        fixed: `
stage: pilot
workflow: {current: ./flows/today.md, target: ./flows/redesigned.md, redesign-approved: <date approved YYYY-MM-DD>, fallback: manual-queue}
`,
      },
      {
        plan: `
stage: production
workflow: {target: ./flows/redesigned.md, redesign-approved: 2026-02-13, fallback: manual-queue}
^^^^^^^^ The workflow lacks \`current\`: nobody can see what changes
`,
        fixed: `
stage: production
workflow: {current: <path to the description of the work today>, target: ./flows/redesigned.md, redesign-approved: 2026-02-13, fallback: manual-queue}
`,
      },
    ],
    good: [
      `
stage: pilot
workflow: {current: ./flows/today.md, target: ./flows/redesigned.md, redesign-approved: 2026-02-13}
`,
      `
stage: production
workflow: {current: <path to the description of the work today>, target: ./flows/redesigned.md, redesign-approved: soon}
`,
      `
stage: production
workflow: <work today and tomorrow>
`,
      `
stage: build
workflow:
  current: ./flows/today.md
 target
`,
    ],
  },
  check: {
    Plan(plan, context) {
      reportLacks(
        context,
        plan,
        context.checked.sectionPlace("workflow"),
        () =>
          "Nothing says how the work will change: there is no `workflow`. AI added to the work as it is makes one step faster and leaves the waiting around it. Write how the work is done today, how it will be done, and when the new way was approved.",
      );
    },
    Workflow(workflow, context) {
      reportLacks(
        context,
        workflow,
        context.checked.nameOf(workflow),
        (keys, names) => `The workflow lacks ${keys}: ${consequence(names)}`,
      );
    },
  },
});

/** What the gravest of the keys that are not there leads to. */
function consequence(names: readonly string[]): string {
  if (names.includes("target"))
    return "nothing shows which steps fall away, so the system is built into the old ones. Describe how the work will be done once it is live.";
  if (names.includes("redesign-approved"))
    return "the new way of working is a draft that the people who do the work may still refuse. Write the day it was approved.";
  return "nobody can see what changes, or tell later what the change was worth. Describe how the work is done today.";
}
