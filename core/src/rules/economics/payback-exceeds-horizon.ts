import {
  caveatOf,
  type MonthlyNet,
  moneyAMonth,
  monthlyNet,
  paybackTime,
  sumInWords,
  valueInWords,
  volumeInWords,
} from "../../figures/monthly-cost.ts";
import {
  compare,
  divide,
  formatBase,
  formatQuantity,
  formatRounded,
  multiply,
  type Quantity,
  subtract,
} from "../../quantity/index.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "payback-exceeds-horizon",
  principle: "economics-at-scale",
  severity: from("proposal", "warning"),
  summary:
    "What the system brings in a month at the volume of month six earns back the build cost within the payback time.",
  why: `The build is paid for out of the monthly net: what the items are worth, less what they cost, less the people who still
review them. A payback time that the plan's own numbers don't bear out is found when the first year is reviewed, and the
project then has to defend itself with hopes. Where an item is worth less than it costs, more volume makes it worse.

The volume is \`load.month-6\` whole and the review rate that of the rollout step that runs six months after go-live, or of
the last one where the plan doesn't say how long the steps last. Without rollout steps no review is counted, which is the
shortest payback there can be.`,
  silent: `Where a number of the sum is missing or cannot be read (but where only \`review-cost-per-item\` is missing, the rest is
compared: it is the shortest payback there can be), where the currencies differ, and where the net is negative only because
of review: \`roi-needs-less-review\` says so.`,
  source: "Article, Agreeing on what success looks like before you build; The path forward",
  reads: ["economics", "load", "milestones", "rollout"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
economics:
  build-cost: 180000 EUR
  fixed-cost: 5200 EUR/mo
  cost-per-item: 0.035 EUR/item
  review-cost-per-item: 0.90 EUR/item
  value-per-item: 0.25 EUR/item
  payback: 9 mo
#          ^^^^ The build cost of 180,000 EUR is earned back in 11.6 mo, not in 9 mo: month six brings in 15,498 EUR/mo (worth 121,750 item/mo x 0.25 EUR/item = 30,438 EUR/mo, less costs of 14,940 EUR/mo: 5,200 EUR/mo fixed + 121,750 item/mo x 0.035 EUR/item + 5% of them reviewed x 0.9 EUR/item).
load: {month-6: 4000 item/d}
rollout: {steps: [{id: full, traffic: 100%, review: 5%}]}
`,
      },
      {
        plan: `
stage: proposal
economics: {build-cost: 20000 EUR, fixed-cost: 500 EUR/mo, cost-per-item: 0.30 EUR/item, value-per-item: 0.25 EUR/item, payback: 14 mo}
#                                                                                                                                ^^^^^ The build cost is never earned back: in month six the items are worth 60,875 EUR/mo (243,500 item/mo x 0.25 EUR/item) and cost 73,550 EUR/mo (500 EUR/mo fixed + 243,500 item/mo x 0.3 EUR/item), so each month loses 12,675 EUR. Review is not in it, for no rollout steps are planned yet: it can only get worse. An item is worth no more than it costs
load: {month-6: 8000 item/d}
`,
      },
      {
        plan: `
stage: build
economics: {fixed-cost: 12 EUR/mo, cost-per-item: 0.02 EUR/item, value-per-item: 0.03 EUR/item, payback: 1 y}
#                                                                                                        ^^^ The build cost is never earned back: in month six the items are worth 9.13 EUR/mo (304 item/mo x 0.03 EUR/item) and cost 18.1 EUR/mo (12 EUR/mo fixed + 304 item/mo x 0.02 EUR/item), so each month loses 8.96 EUR. Review is not in it, for no rollout steps are planned yet: it can only get worse. It takes 1,200 item/mo to carry the fixed cost alone
load: {month-6: 10 item/d}
`,
      },
      {
        plan: `
stage: build
economics: {fixed-cost: 4000 USD/mo, cost-per-item: 1.10 USD/study, review-cost-per-item: 0.50 USD/study, value-per-item: 2 USD/study, payback: 1 y}
#                                                                                                                                               ^^^ The build cost is never earned back: in month six the items are worth 4,870 USD/mo (2,435 studies/mo x 2 USD/study) and cost 7,896 USD/mo (4,000 USD/mo fixed + 2,435 studies/mo x 1.1 USD/study + 100% of them reviewed x 0.5 USD/study), so each month loses 3,026 USD. It takes 10,000 studies/mo to carry the fixed cost alone
load: {month-6: 80 studies/d}
rollout: {steps: [{traffic: 100%, review: 100%}]}
`,
      },
      {
        plan: `
stage: build
economics: {fixed-cost: 4000 USD/mo, cost-per-item: 1.10 USD/study, review-cost-per-item: 1.50 USD/study, value-per-item: 2 USD/study, payback: 1 y}
#                                                                                                                                               ^^^ The build cost is never earned back: in month six the items are worth 4,870 USD/mo (2,435 studies/mo x 2 USD/study) and cost 10,331 USD/mo (4,000 USD/mo fixed + 2,435 studies/mo x 1.1 USD/study + 100% of them reviewed x 1.5 USD/study), so each month loses 5,461 USD. With its share of the review an item is worth no more than it costs
load: {month-6: 80 studies/d}
rollout: {steps: [{traffic: 100%, review: 100%}]}
`,
      },
    ],
    good: [
      `
stage: pilot
milestones: {go-live: 2026-07-06}
economics: {build-cost: 180000 EUR, fixed-cost: 5200 EUR/mo, cost-per-item: 0.035 EUR/item, review-cost-per-item: 0.90 EUR/item, value-per-item: 0.25 EUR/item, payback: 14 mo}
load: {month-6: 4000 item/d}
rollout: {steps: [{id: full, traffic: 100%, review: 5%, starts: go-live}]}
`,
      `
stage: pilot
economics: {build-cost: 180000 EUR, fixed-cost: 5200 EUR/mo, cost-per-item: 0.035 EUR/item, review-cost-per-item: 0.90 EUR/item, value-per-item: 0.25 EUR/item, payback: 14 mo}
load: {month-6: 4000 item/d}
rollout: {steps: [{id: full, traffic: 100%, review: 50%}]}
`,
      `
stage: pilot
economics: {build-cost: 180000 USD, fixed-cost: 5200 EUR/mo, cost-per-item: 0.035 EUR/item, value-per-item: 0.25 EUR/item, payback: 2 mo}
load: {month-6: 4000 item/d}
`,
      `
stage: pilot
economics: {build-cost: 180000 EUR, fixed-cost: 5200 EUR/mo, cost-per-item: 0.30 EUR/item, value-per-item: 0.25 USD/item, payback: 2 mo}
load: {month-6: 4000 item/d}
`,
      `
stage: pilot
economics: {build-cost: <cost to build it>, fixed-cost: 5200 EUR/mo, cost-per-item: 0.035 EUR/item, value-per-item: 0.25 EUR/item, payback: 2 mo}
load: {month-6: 4000 item/d}
`,
      `
stage: pilot
economics: {build-cost: 180000 EUR, fixed-cost: 5200 EUR/mo, cost-per-item: 0.035 EUR/item, value-per-item: 0.25 EUR/item, payback: <time to earn it back>}
load: {month-6: 4000 item/d}
`,
      `
stage: pilot
economics: {build-cost: 180000 EUR, fixed-cost: 5200 EUR/mo, cost-per-item: 0.30 EUR/item, value-per-item: 0.25 EUR/item, payback: 14 mo}
load: {average: 4000 item/d}
`,
    ],
  },
  check: {
    Economics(economics, context) {
      const payback = economics.get("payback");
      const monthly = monthlyNet(context.checked);
      if (!payback?.value || !monthly) return;
      if (monthly.earns) checkDuration(payback, economics.get("build-cost"), monthly, context);
      else if (!monthly.earnsWithoutReview) reportLoss(payback, monthly, context);
    },
  },
});

function checkDuration(
  payback: ScalarNode<Quantity>,
  buildCost: ScalarNode<Quantity> | undefined,
  monthly: MonthlyNet,
  context: RuleContext,
): void {
  const needed = paybackTime(context.checked, monthly);
  if (!needed || !buildCost?.value || !payback.value || (compare(needed, payback.value) ?? 0) <= 0) return;
  const { base, dimension } = buildCost.value;
  const time = formatRounded(needed, "mo", payback.value);
  context.report(
    payback,
    `The build cost of ${formatBase(base, dimension, buildCost.value)} is earned back in ${time}, not in ${formatQuantity(payback.value)}: month six brings in ${moneyAMonth(monthly.net)} (worth ${valueInWords(monthly)} = ${moneyAMonth(monthly.value)}, less costs of ${moneyAMonth(monthly.cost.total)}: ${sumInWords(monthly.cost)}).${caveatOf(monthly.cost)} Find what raises the value or lowers the cost, or agree on a longer payback before it is built.`,
    { related: [{ at: buildCost, message: "The build cost" }] },
  );
}

/** Not even without any review would it earn something. */
function reportLoss(payback: ScalarNode<Quantity>, monthly: MonthlyNet, context: RuleContext): void {
  const { cost, value, net } = monthly;
  const valuePerItem = context.plan.get("economics")?.get("value-per-item");
  const loss = { ...net, base: -net.base };
  const earned =
    compare(value, cost.total) === 0
      ? "nothing is left over"
      : `each month loses ${moneyAMonth(loss).replace("/mo", "")}`;
  context.report(
    payback,
    `The build cost is never earned back: in month six the items are worth ${moneyAMonth(value)} (${valueInWords(monthly)}) and cost ${moneyAMonth(cost.total, value)} (${sumInWords(cost)}), so ${earned}.${caveatOf(cost)} ${wayOut(monthly)}`,
    { related: valuePerItem ? [{ at: valuePerItem, message: "What an item is worth" }] : [] },
  );
}

/** What would have to change for the month to earn something. */
function wayOut({ cost, value, valuePerItem }: MonthlyNet): string {
  // What the items leave over, once they and the review of them are paid.
  const running = subtract(cost.total, cost.fixed);
  const margin = running && subtract(value, running);
  const leavesSomething = margin && (compare(value, running) ?? 0) > 0;
  const times = leavesSomething ? divide(cost.fixed, margin) : undefined;
  const volume = times && multiply(cost.volume, times);
  if (volume)
    return `It takes ${volumeInWords(volume)} to carry the fixed cost alone: find more volume or a lower fixed cost before it is built.`;
  const whose = (compare(valuePerItem, cost.perItem) ?? 0) > 0 ? "With its share of the review an item" : "An item";
  return `${whose} is worth no more than it costs, so more volume doesn't help: find what raises its value or lowers its cost before it is built.`;
}
