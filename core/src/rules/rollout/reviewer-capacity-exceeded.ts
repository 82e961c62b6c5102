import { type Computed, reviewLoad } from "../../figures/review-load.ts";
import { type Step, stepName } from "../../figures/rollout-steps.ts";
import { compare, formatRounded, type Quantity, unitInTimeOf } from "../../quantity/index.ts";
import { enumerate } from "../messages.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

interface Overload {
  readonly step: Step;
  readonly load: Computed;
}

export default defineRule({
  id: "reviewer-capacity-exceeded",
  principle: "stepwise-oversight",
  severity: from("pilot", "warning"),
  summary: "At no step do the reviewers get more items than they can review.",
  why: `Review that is promised and not possible is worse than less review: the queue grows every day, items wait or are waved
through, and the numbers that the next step rests on come from reviewers who no longer look. It shows at the step where
traffic has grown faster than review has fallen, mostly a few weeks after go-live.`,
  silent: `While \`operating-limits.autonomy\` is \`suggest\`, where the load, the capacity or a step's traffic or review is missing or cannot
be read, and where the need is just met. It counts the average load, not the peak: a busy day may wait until the next. What
is only mirrored in a shadow run is not counted, for nothing waits for its review.`,
  source: "Article, What the 12% do differently",
  reads: ["human-oversight", "load", "operating-limits", "rollout"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
load: {unit: item, average: 3200 item/d, peak: 900 item/h}
human-oversight: {reviewers: triage-lead, capacity: 500 item/d}
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%, starts: 2026-07-06}
    - {id: half, traffic: 50%, review: 50%, when: [{metric: routing-accuracy, at-least: 88%}]}
#                                      ^^^ At step \`half\`, 3,200 item/d x 50% traffic x 50% review = 800 item/d wait for the reviewers, who manage 500 item/d: the rest piles up
    - {id: full, traffic: 100%, review: 10%, when: [{metric: routing-accuracy, at-least: 90%}]}
`,
      },
      {
        plan: `
stage: pilot
load: {unit: invoice, average: 2400 invoices/d}
human-oversight:
  capacity: 20 invoices/h
#           ^^^^^^^^^^^^^ The reviewers manage 20 invoices/h, which is too little for 2 steps of the rollout: \`tenth\` (2,400 invoices/d x 50% traffic x 100% review = 50 invoices/h) and \`all\` (2,400 invoices/d x 100% traffic x 40% review = 40 invoices/h)
rollout:
  steps:
    - {id: tenth, traffic: 50%, review: 100%, starts: 2026-07-06}
    - {id: all, traffic: 100%, review: 40%}
    - {id: steady, traffic: 100%, review: 20%}
`,
      },
    ],
    good: [
      `
stage: production
load: {unit: item, average: 3200 item/d, peak: 900 item/h}
human-oversight: {reviewers: triage-lead, capacity: 400 item/d}
rollout:
  steps:
    - {id: shadow, traffic: 0%, mirror: 100%, review: 100%, starts: 2026-05-04}
    - {id: canary, traffic: 10%, review: 100%}
    - {id: half, traffic: 50%, review: 25%}
    - {id: full, traffic: 100%, review: <share of output people review>}
    - {id: steady, review: 100%}
`,
      `
stage: production
load: {unit: item, average: <average load e.g. 3200 item/d>}
human-oversight: {capacity: 400 item/d}
rollout: {steps: [{id: full, traffic: 100%, review: 100%, starts: 2026-05-04}]}
`,
      `
stage: production
load: {average: 3200 item/d}
human-oversight: {reviewers: triage-lead}
rollout: {steps: [{id: full, traffic: 100%, review: 100%, starts: 2026-05-04}]}
`,
      `
stage: production
operating-limits: {autonomy: suggest}
load: {average: 3200 item/d}
human-oversight: {capacity: 400 item/d}
rollout: {steps: [{id: full, traffic: 100%, review: 100%, starts: 2026-05-04}]}
`,
    ],
  },
  check: {
    Rollout(rollout, context) {
      const average = context.plan.get("load")?.get("average");
      const capacity = context.plan.get("human-oversight")?.get("capacity");
      const manage = capacity?.value;
      if (!average?.value || !manage || context.checked.due.onlySuggests) return;
      const overloads = (rollout.get("steps")?.items() ?? []).flatMap((step): Overload[] => {
        const load = reviewLoad(step, average.value);
        return load && (compare(load.quantity, manage) ?? 0) > 0 ? [{ step, load }] : [];
      });
      const [first, ...others] = overloads;
      const review = first?.step.get("review");
      if (!first || !review) return;
      const limit = written(manage, manage);
      const atLoad = { at: average, message: `The average load is ${written(average.value, average.value)}` };
      if (others.length === 0) {
        context.report(
          review,
          `At step \`${stepName(first.step)}\`, ${sum(first, manage)} wait for the reviewers, who manage ${limit}: the rest piles up or passes unseen. Let less traffic in, review less of it, or find more reviewers.`,
          { related: [{ at: capacity, message: `The reviewers manage ${limit}` }, atLoad] },
        );
        return;
      }
      // Where several steps ask for too much, the capacity is what they have in common.
      const needs = overloads.map((overload) => `\`${stepName(overload.step)}\` (${sum(overload, manage)})`);
      context.report(
        capacity,
        `The reviewers manage ${limit}, which is too little for ${overloads.length} steps of the rollout: ${enumerate(needs)}. What is too much piles up or passes unseen. Find more reviewers, or let less traffic in or review less of it at these steps.`,
        {
          related: [
            ...overloads.map(({ step }) => ({
              at: step.get("review") ?? step,
              message: `Too much at step \`${stepName(step)}\``,
            })),
            atLoad,
          ],
        },
      );
    },
  },
});

/** "3,200 item/d x 50% traffic x 50% review = 800 item/d", in the time of the capacity. */
function sum({ load }: Overload, capacity: Quantity): string {
  return `${load.how} = ${written(load.quantity, capacity)}`;
}

function written(quantity: Quantity, beside: Quantity): string {
  return formatRounded(quantity, unitInTimeOf(quantity, beside), beside);
}
