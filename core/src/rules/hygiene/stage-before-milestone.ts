import type { Stage } from "../../language/types.ts";
import { compareDates, readDate } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";

/** The milestone at which a stage begins. */
const BEGINS: Partial<Readonly<Record<Stage, string>>> = {
  build: "build-start",
  pilot: "pilot-start",
  production: "go-live",
};

export default defineRule({
  id: "stage-before-milestone",
  principle: "right-order",
  severity: always("warning"),
  summary: "A plan claims a stage only once the milestone with which it begins has come.",
  why: `The stage says how far the team is, and the milestones say when. Where the two disagree, one of them is wished for, and
whoever reads the plan will take the wrong one.`,
  silent: `Where the milestone is missing, and where the date is not known: on the command line without \`as-of\`. In the editor it
is a hint against today.`,
  source: "Article, The Path Forward",
  reads: ["stage", "milestones"],
  clock: true,
  examples: {
    options: { clock: { date: readDate("2026-05-01").date!, source: "as-of" } },
    bad: [
      {
        plan: `
stage: pilot
#      ^^^^^ The plan claims the stage \`pilot\`, which begins with \`pilot-start\` on 2026-05-04, but it is only 2026-05-01.
milestones: {pilot-start: 2026-05-04}
`,
      },
    ],
    good: [
      `
stage: pilot
milestones: {pilot-start: 2026-05-01, go-live: 2026-07-06}
`,
      `
stage: proposal
milestones: {build-start: 2026-06-01}
`,
      `
stage: production
`,
    ],
  },
  check: {
    Plan(plan, context) {
      const { clock, file, stage } = context;
      const claimed = plan.get("stage");
      const name = claimed?.value || file.isStageSupposed ? BEGINS[stage] : undefined;
      const milestone = name ? context.find("milestone", name) : undefined;
      if (!clock || !milestone?.value || compareDates(milestone.value, clock.date) <= 0) return;
      const what =
        claimed?.value === stage ? `The plan claims the stage \`${stage}\`, which` : `The stage \`${stage}\``;
      context.report(
        context.checked.sectionPlace(),
        `${what} begins with \`${name}\` on ${milestone.value.text}, but it is only ${clock.date.text}. Claim the stage before, or correct the date.`,
        { related: [{ at: milestone, message: `\`${name}\`` }] },
      );
    },
  },
});
