import { earliestEnd } from "../../figures/rollout-schedule.ts";
import { stepBefore, stepName } from "../../figures/rollout-steps.ts";
import { compareDates, distanceInWords, formatQuantity } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "step-entered-early",
  principle: "stepwise-oversight",
  severity: from("production", "warning"),
  summary: "A step is entered only after the one before it has lasted its shortest duration.",
  why: `The shortest duration of a step was agreed on while nobody was in a hurry: so long it takes until rare cases, month-ends and
slow labels have been seen. A step that is cut short hands its unseen errors to the next one, where more traffic meets
them and fewer people look.`,
  silent: `Where \`entered\` or the \`min-duration\` of the step before is missing, where it is not known when the step before began (its
\`entered\`, else its \`starts\`), and for parts of a day: only dates are known. A whole number of months may end with the
calendar.`,
  source: "Article, What the 12% do differently",
  reads: ["milestones", "rollout"],
  examples: {
    bad: [
      {
        plan: `
stage: production
rollout:
  steps:
    - {id: shadow, traffic: 0%, mirror: 10%, review: 100%, starts: 2026-05-04, min-duration: 4 w, entered: 2026-05-11}
    - {id: canary, traffic: 10%, review: 100%, entered: 2026-05-25, when: [{metric: routing-accuracy, at-least: 85%}]}
#                                                       ^^^^^^^^^^ Step \`canary\` was entered on 2026-05-25, 2 weeks after \`shadow\` began (2026-05-11), which was to last at least 4 w: until 2026-06-08
`,
      },
      {
        plan: `
stage: production
milestones: {go-live: 2026-07-06}
rollout:
  steps:
    - {traffic: 10%, review: 100%, starts: go-live, min-duration: 10 d}
    - traffic: 50%
      entered: 2026-07-10
#              ^^^^^^^^^^ Step \`2\` was entered on 2026-07-10, 4 days after \`1\` began (2026-07-06), which was to last at least 10 d: until 2026-07-16
`,
      },
    ],
    good: [
      `
stage: production
milestones: {go-live: 2026-07-06}
rollout:
  steps:
    - {id: shadow, starts: 2026-05-04, entered: 2026-05-11, min-duration: 2 w}
    - {id: canary, entered: 2026-05-25, min-duration: 12 h}
    - {id: quarter, entered: 2026-05-25, min-duration: 1 mo}
    - {id: half, entered: 2026-06-25}
    - {id: most, entered: 2026-06-26, min-duration: <shortest duration e.g. 2 w>}
    - {id: full, entered: 2026-06-27, min-duration: 8 w}
    - {id: later, entered: <date entered YYYY-MM-DD>, min-duration: 8 w}
    - {id: steady, entered: 2026-07-01}
`,
      `
stage: production
rollout:
  steps:
    - {id: canary, starts: go-live, min-duration: 8 w}
    - {id: full, entered: 2026-07-10}
`,
      `
stage: pilot
rollout:
  steps:
    - {id: canary, starts: 2026-07-06, min-duration: 8 w}
    - {id: full, entered: 2026-07-10}
`,
    ],
  },
  check: {
    RolloutStep(step, context) {
      const entered = step.get("entered");
      const before = stepBefore(step);
      const lasts = before?.get("min-duration");
      if (!entered?.value || !before || !lasts?.value) return;
      const began = before.has("entered") ? before.get("entered")?.value : context.dateOf(before.get("starts"));
      const ends = earliestEnd(began, lasts.value);
      if (!began || !ends || compareDates(entered.value, ends) >= 0) return;
      const name = `\`${stepName(before)}\``;
      const distance = distanceInWords(began, entered.value);
      context.report(
        entered,
        `Step \`${stepName(step)}\` was entered on ${entered.value.text}, ${distance} ${name} began (${began.text}), which was to last at least ${formatQuantity(lasts.value)}: until ${ends.text}. What that time was to bring to light now meets more traffic, or fewer reviewers. Correct the date if it is wrong; else go back a step, or hold this one longer.`,
        { related: [{ at: lasts, message: `${name} was to last at least ${formatQuantity(lasts.value)}` }] },
      );
    },
  },
});
