import { stepName } from "../../figures/rollout-steps.ts";
import { Economics } from "../../language/index.ts";
import { formatQuantity } from "../../quantity/index.ts";
import { isWritten } from "../../workspace/key-meant.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

const KEY = "review-cost-per-item";

export default defineRule({
  id: "review-not-costed",
  principle: "economics-at-scale",
  severity: from("build", "warning"),
  summary: "Where people review the output, the plan says what it costs when they review an item.",
  why: `People are a running cost, and mostly the largest: a model call costs cents, a minute of a person's time costs many
times that. A business case without them looks good until the first month with real volume, when somebody has to pay for
the reviewers or send them away.`,
  silent: `At the stage proposal, where no step of the rollout has a review rate above 0%, for a placeholder or a value that cannot be
read, and where there is no \`economics\` at all, or nothing in it yet (\`missing-economics\` says so).`,
  source: "Article, Agreeing on what success looks like before you build; The path forward",
  reads: ["economics", "rollout"],
  examples: {
    bad: [
      {
        plan: `
stage: build
economics: {fixed-cost: 5200 EUR/mo, cost-per-item: 0.035 EUR/item, value-per-item: 0.25 EUR/item}
^^^^^^^^^ People review 100% of the output in the step \`canary\`, and nothing says what that costs
rollout:
  steps:
    - {id: shadow, traffic: 0%, review: 0%}
    - {id: canary, traffic: 10%, review: 100%}
    - {id: full, traffic: 100%, review: 10%}
`,
        fixed: `
stage: build
economics: {fixed-cost: 5200 EUR/mo, cost-per-item: 0.035 EUR/item, review-cost-per-item: <cost of reviewing one item e.g. 0.90 EUR/item>, value-per-item: 0.25 EUR/item}
rollout:
  steps:
    - {id: shadow, traffic: 0%, review: 0%}
    - {id: canary, traffic: 10%, review: 100%}
    - {id: full, traffic: 100%, review: 10%}
`,
      },
      {
        plan: `
stage: production
economics:
^^^^^^^^^ People review 5% of the output in the step \`1\`, and nothing says what that costs
  fixed-cost: 5200 EUR/mo
  value-per-item: 0.25 EUR/item
rollout: {steps: [{traffic: 100%, review: 5%}]}
`,
        fixed: `
stage: production
economics:
  fixed-cost: 5200 EUR/mo
  review-cost-per-item: <cost of reviewing one item e.g. 0.90 EUR/item>
  value-per-item: 0.25 EUR/item
rollout: {steps: [{traffic: 100%, review: 5%}]}
`,
      },
    ],
    good: [
      `
stage: production
economics:
rollout: {steps: [{traffic: 100%, review: 5%}]}
`,
      `
stage: production
economics: {fixed-cost: 5200 EUR/mo, review-cost-per-item: 0.90 EUR/item}
rollout: {steps: [{traffic: 100%, review: 5%}]}
`,
      `
stage: production
economics: {fixed-cost: 5200 EUR/mo, review-cost-per-item: <cost of reviewing one item>}
rollout: {steps: [{traffic: 100%, review: 5%}]}
`,
      `
stage: production
economics: {fixed-cost: 5200 EUR/mo, review-cost-per-item: }
rollout: {steps: [{traffic: 100%, review: 5%}]}
`,
      `
stage: production
economics: {fixed-cost: 5200 EUR/mo, review-cost-per-itm: 0.90 EUR/item}
rollout: {steps: [{traffic: 100%, review: 5%}]}
`,
      `
stage: production
economics: {fixed-cost: 5200 EUR/mo}
rollout: {steps: [{traffic: 100%, review: 0%}, {traffic: 100%, review: <share of output people review>}]}
`,
      `
stage: production
economics: {fixed-cost: 5200 EUR/mo}
`,
      `
stage: production
rollout: {steps: [{traffic: 100%, review: 5%}]}
`,
      `
stage: proposal
economics: {fixed-cost: 5200 EUR/mo}
rollout: {steps: [{traffic: 100%, review: 5%}]}
`,
    ],
  },
  check: {
    Economics(economics, context) {
      if (economics.all.length === 0 || economics.entry(KEY) || isWritten(economics, KEY)) return;
      const steps = context.plan.get("rollout")?.get("steps")?.items() ?? [];
      const step = steps.find((one) => (one.get("review")?.value?.base ?? 0) > 0);
      const review = step?.get("review");
      if (!step || !review?.value) return;
      context.report(
        context.checked.nameOf(economics),
        `People review ${formatQuantity(review.value)} of the output in the step \`${stepName(step)}\`, and nothing says what that costs: people are mostly the largest part of the bill, and the case is lost when it comes. Write the cost of reviewing one item: \`${KEY}\`.`,
        {
          related: [{ at: review, message: `Here ${formatQuantity(review.value)} is reviewed` }],
          fixes: [context.insertFix(`Insert \`${KEY}\``, economics, [{ name: KEY, key: Economics.keys[KEY] }])],
        },
      );
    },
  },
});
