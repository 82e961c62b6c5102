import { caveatOf, type MonthlyCost, moneyAMonth, monthlyCost, sumInWords } from "../../figures/monthly-cost.ts";
import { compare, type Quantity } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import type { ReportOptions, RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "cost-exceeds-ceiling",
  principle: "economics-at-scale",
  severity: from("proposal", "warning"),
  summary:
    "At the volume of month six, with the people who still review it then, the system costs no more than the ceiling.",
  why: `A pilot of a few hundred items hides the bill. At full volume each item costs its share of model calls, and each item that
a person looks at costs many times that. When the bill passes what the business agreed to pay, a system that works is
stopped for its price. The sum can be done before any code is written.

The volume is \`load.month-6\` whole, whatever share of it the rollout has reached by then: the question is what it costs at
scale. The review rate is that of the rollout step that runs six months after go-live, or of the last one where the plan
doesn't say how long the steps last. Without rollout steps no review is counted, which is the least it can cost.`,
  silent: `Where a number of the sum is missing or cannot be read (but where only \`review-cost-per-item\` is missing, the rest is
compared: it is the least it costs), and where the currencies differ.`,
  source: "Article, Agreeing on what success looks like before you build; The path forward",
  reads: ["economics", "load", "milestones", "rollout"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
economics:
  fixed-cost: 5200 EUR/mo
  cost-per-item: 0.035 EUR/item
  review-cost-per-item: 0.90 EUR/item
  ceiling: 22000 EUR/mo
#          ^^^^^^^^^^^^ In month six this costs 36,855 EUR/mo, above the ceiling of 22,000 EUR/mo: 5,200 EUR/mo fixed + 121,750 item/mo x 0.035 EUR/item + 25% of them reviewed x 0.9 EUR/item. A system that works is then stopped for its price.
load: {month-6: 4000 item/d}
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%}
    - {id: full, traffic: 100%, review: 25%}
`,
      },
      {
        plan: `
stage: proposal
economics: {fixed-cost: 60000 EUR/y, cost-per-item: 0.16 EUR/ticket, ceiling: 22000 EUR/mo}
#                                                                             ^^^^^^^^^^^^ In month six this costs 24,480 EUR/mo, above the ceiling of 22,000 EUR/mo: 5,000 EUR/mo fixed + 121,750 tickets/mo x 0.16 EUR/ticket. A system that works is then stopped for its price. Review is not in it
load: {month-6: 4000 tickets/d}
`,
      },
      {
        plan: `
stage: build
milestones: {go-live: 2026-07-06}
economics: {fixed-cost: 5200 EUR/mo, cost-per-item: 0.15 EUR/item, ceiling: 22000 EUR/mo}
#                                                                           ^^^^^^^^^^^^ In month six this costs 23,463 EUR/mo
load: {month-6: 4000 item/d}
rollout: {steps: [{id: full, traffic: 100%, review: 25%, starts: go-live}]}
`,
      },
    ],
    good: [
      `
stage: pilot
milestones: {go-live: 2026-07-06}
economics: {fixed-cost: 5200 EUR/mo, cost-per-item: 0.035 EUR/item, review-cost-per-item: 0.90 EUR/item, ceiling: 22000 EUR/mo}
load: {month-6: 4000 item/d}
rollout:
  steps:
    - {id: full, traffic: 100%, review: 25%, starts: go-live, min-duration: 8 w}
    - {id: steady, traffic: 100%, review: 5%}
`,
      `
stage: pilot
economics: {fixed-cost: 2000 EUR/mo, cost-per-item: 0.10 EUR/item, ceiling: 14175 EUR/mo}
load: {month-6: 4000 item/d}
`,
      `
stage: pilot
economics: {fixed-cost: 5200 EUR/mo, cost-per-item: 0.15 EUR/item, review-cost-per-item: <cost of reviewing one item>, ceiling: 22000 EUR/mo}
load: {month-6: 4000 item/d}
rollout: {steps: [{id: full, traffic: 100%, review: 25%}]}
`,
      `
stage: pilot
economics: {fixed-cost: 5200 EUR/mo, cost-per-item: 0.15 EUR/item, ceiling: 22000 EUR/mo}
load: {month-6: 4000 item/d}
rollout: {steps: [{id: full, traffic: 100%, review: <share of output people review>}]}
`,
      `
stage: pilot
economics: {fixed-cost: 5200 USD/mo, cost-per-item: 0.15 EUR/item, ceiling: 22000 EUR/mo}
load: {month-6: 4000 item/d}
`,
      `
stage: pilot
economics: {fixed-cost: 5200 EUR/mo, cost-per-item: 0.15 EUR/item, ceiling: 22000 USD/mo}
load: {month-6: 4000 item/d}
`,
      `
stage: pilot
economics: {cost-per-item: 0.15 EUR/item, ceiling: 10000 EUR/mo}
load: {month-6: 4000 item/d}
`,
      `
stage: pilot
economics: {fixed-cost: 5200 EUR/mo, cost-per-item: 0.15 EUR/item, ceiling: 10000 EUR/mo}
load: {month-6: <average load in month six>}
`,
    ],
  },
  check: {
    Economics(economics, context) {
      const ceiling = economics.get("ceiling");
      const cost = monthlyCost(context.checked);
      if (!ceiling?.value || !cost || (compare(cost.total, ceiling.value) ?? 0) <= 0) return;
      context.report(
        ceiling,
        `In month six this costs ${moneyAMonth(cost.total, ceiling.value)}, above the ceiling of ${moneyAMonth(ceiling.value)}: ${sumInWords(cost)}. A system that works is then stopped for its price.${caveatOf(cost)} Make it cheaper, or agree on another ceiling before it is built; ${largestPart(cost)}.`,
        { related: relatedTo(cost, context) },
      );
    },
  },
});

/** Where there is most to save. */
function largestPart({ fixed, items, review }: MonthlyCost): string {
  const parts: [string, Quantity][] = [
    ["the fixed cost", fixed],
    ["the cost of the items", items],
  ];
  if (review.kind === "costed") parts.push(["review", review.cost]);
  const [name, part] = parts.reduce((a, b) => (b[1].base > a[1].base ? b : a));
  return `the largest part of it is ${name}, ${moneyAMonth(part)}`;
}

function relatedTo(cost: MonthlyCost, { plan }: RuleContext): NonNullable<ReportOptions["related"]> {
  const volume = plan.get("load")?.get("month-6");
  const step = cost.review.kind === "costed" ? cost.review.step : undefined;
  const review = step?.step.get("review");
  return [
    ...(volume ? [{ at: volume, message: "The load of month six" }] : []),
    ...(step && review ? [{ at: review, message: `\`${step.name}\` is the step that runs in month six` }] : []),
  ];
}
