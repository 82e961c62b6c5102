import { moneyAMonth, monthlyNet, sumInWords, valueInWords } from "../../figures/monthly-cost.ts";
import { divide, formatQuantity, formatRounded, multiply } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "roi-needs-less-review",
  principle: "economics-at-scale",
  severity: from("build", "info"),
  summary:
    "The system earns something with the people who still review its output in month six, not only without them.",
  why: `A business case that only works once people look at less of the output is a bet on the metrics: until they have earned
it, each month loses money. Then the pressure is to cut review because of the bill and not because of the evidence, and
that is how a system ends up unwatched. It is better known before the build at which review rate the case begins to work.

The volume is \`load.month-6\` whole and the review rate that of the rollout step that runs six months after go-live, or of
the last one where the plan doesn't say how long the steps last.`,
  silent: `At the stage proposal, where a number of the sum is missing or cannot be read, \`review-cost-per-item\` among them
(\`review-not-costed\` says so), where the currencies differ, and where it would lose money without any review too:
\`payback-exceeds-horizon\` says so.`,
  source: "Article, What the 12% do differently; Agreeing on what success looks like before you build",
  reads: ["economics", "load", "milestones", "rollout"],
  examples: {
    bad: [
      {
        plan: `
stage: build
milestones: {go-live: 2026-07-06}
economics: {fixed-cost: 5200 EUR/mo, cost-per-item: 0.035 EUR/item, review-cost-per-item: 0.90 EUR/item, value-per-item: 0.25 EUR/item}
load: {month-6: 4000 item/d}
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%, starts: go-live, min-duration: 4 w}
    - {id: half, traffic: 50%, review: 25%, min-duration: 30 w}
#                                      ^^^ With the 25% review of \`half\`, the step that runs in month six, the system costs 36,855 EUR/mo (5,200 EUR/mo fixed + 121,750 item/mo x 0.035 EUR/item + 25% of them reviewed x 0.9 EUR/item) and is worth 30,438 EUR/mo (121,750 item/mo x 0.25 EUR/item): it earns something only below 19.1% review.
    - {id: full, traffic: 100%, review: 5%}
`,
      },
      {
        plan: `
stage: pilot
economics: {build-cost: 20000 EUR, fixed-cost: 500 EUR/mo, cost-per-item: 0.02 EUR/item, review-cost-per-item: 2 EUR/item, value-per-item: 0.50 EUR/item, payback: 14 mo}
load: {month-6: 1000 item/d}
rollout: {steps: [{id: all, review: 100%, traffic: 80%}]}
#                                   ^^^^ With the 100% review of \`all\`, the step that runs in month six, the system costs 61,984 EUR/mo
`,
      },
    ],
    good: [
      `
stage: pilot
milestones: {go-live: 2026-07-06}
economics: {fixed-cost: 5200 EUR/mo, cost-per-item: 0.035 EUR/item, review-cost-per-item: 0.90 EUR/item, value-per-item: 0.25 EUR/item}
load: {month-6: 4000 item/d}
rollout:
  steps:
    - {id: half, traffic: 50%, review: 25%, starts: go-live, min-duration: 8 w}
    - {id: full, traffic: 100%, review: 5%}
`,
      `
stage: proposal
economics: {fixed-cost: 5200 EUR/mo, cost-per-item: 0.035 EUR/item, review-cost-per-item: 0.90 EUR/item, value-per-item: 0.25 EUR/item}
load: {month-6: 4000 item/d}
rollout: {steps: [{traffic: 100%, review: 100%}]}
`,
      `
stage: pilot
economics: {fixed-cost: 5200 EUR/mo, cost-per-item: 0.30 EUR/item, review-cost-per-item: 0.90 EUR/item, value-per-item: 0.25 EUR/item}
load: {month-6: 4000 item/d}
rollout: {steps: [{traffic: 100%, review: 100%}]}
`,
      `
stage: pilot
economics: {fixed-cost: 5200 EUR/mo, cost-per-item: 0.035 EUR/item, value-per-item: 0.25 EUR/item}
load: {month-6: 4000 item/d}
rollout: {steps: [{traffic: 100%, review: 100%}]}
`,
      `
stage: pilot
economics: {fixed-cost: 5200 EUR/mo, cost-per-item: 0.035 EUR/item, review-cost-per-item: 0.90 USD/item, value-per-item: 0.25 EUR/item}
load: {month-6: 4000 item/d}
rollout: {steps: [{traffic: 100%, review: 100%}]}
`,
      `
stage: pilot
economics: {fixed-cost: 5200 EUR/mo, cost-per-item: 0.035 EUR/item, review-cost-per-item: 0.90 EUR/item, value-per-item: 0.25 EUR/item}
load: {month-6: 4000 item/d}
rollout: {steps: [{traffic: 100%, review: <share of output people review>}]}
`,
    ],
  },
  check: {
    Plan(_plan, context) {
      const monthly = monthlyNet(context.checked);
      if (monthly?.cost.review.kind !== "costed" || monthly.earns || !monthly.earnsWithoutReview) return;
      const { step, share, cost } = monthly.cost.review;
      const review = step.step.get("review");
      // What is left for review, over what all items reviewed would cost.
      const part = divide(monthly.netWithoutReview, cost);
      const evenAt = part && multiply(share, part);
      if (!review || !evenAt) return;
      const perItem = context.plan.get("economics")?.get("review-cost-per-item");
      context.report(
        review,
        `With the ${formatQuantity(share)} review of \`${step.name}\`, the step that runs in month six, the system costs ${moneyAMonth(monthly.cost.total)} (${sumInWords(monthly.cost)}) and is worth ${moneyAMonth(monthly.value, monthly.cost.total)} (${valueInWords(monthly)}): it earns something only below ${formatRounded(evenAt)} review. The case then rests on metrics that have yet to earn less review; make reviewing cheaper or an item worth more, or agree now what happens if they don't.`,
        { related: perItem ? [{ at: perItem, message: "What reviewing an item costs" }] : [] },
      );
    },
  },
});
