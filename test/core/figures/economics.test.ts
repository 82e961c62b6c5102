import assert from "node:assert/strict";
import { CheckedPlan } from "@aiplan/core";
import { caveatOf, monthlyCost, monthlyNet, sumInWords } from "../../../core/src/figures/monthly-cost.ts";
import { load } from "../../harness/check.ts";

const ECONOMICS = {
  "fixed-cost": "5200 EUR/mo",
  "cost-per-item": "0.035 EUR/item",
  "review-cost-per-item": "0.90 EUR/item",
  "value-per-item": "0.25 EUR/item",
};
const FULL = "{id: full, traffic: 100%, review: 10%}";

async function planOf(economics: object, rest = `rollout: {steps: [${FULL}]}`): Promise<CheckedPlan> {
  const keys = Object.entries(economics).map(([key, value]) => `${key}: ${value}`);
  const text = `economics: {${keys.join(", ")}}\nload: {month-6: 4000 item/d}\n${rest}\n`;
  return new CheckedPlan(await load({ "plan.aiplan": text }, "plan.aiplan"));
}

async function totalOf(economics: object, rest?: string): Promise<number | undefined> {
  const value = monthlyCost(await planOf(economics, rest))?.total.value;
  return value === undefined ? undefined : Number(value.toFixed(2));
}

// 4,000 item/d are 121,750 item/mo: costs of 4,261.25 EUR, and 10,957.50 EUR to review a tenth of them.
describe("what the system costs in month six", () => {
  it("is the fixed cost, the items and the review", async () => {
    const plan = await planOf(ECONOMICS);
    const cost = monthlyCost(plan);
    assert.equal(await totalOf(ECONOMICS), 20418.75);
    assert.equal(
      cost && sumInWords(cost) + caveatOf(cost),
      "5,200 EUR/mo fixed + 121,750 item/mo x 0.035 EUR/item + 10% of them reviewed x 0.9 EUR/item",
    );
    const net = monthlyNet(plan);
    assert.equal(net?.value.value, 30437.5);
    assert.equal(net?.net.value.toFixed(2), "10018.75");
    assert.equal(net?.netWithoutReview.value.toFixed(2), "20976.25");
  });

  it("counts a year's cost by the month", async () => {
    assert.equal(await totalOf({ ...ECONOMICS, "fixed-cost": "62400 EUR/y" }), 20418.75);
  });

  it("takes the review of the step that runs then", async () => {
    const steps = (first: string) =>
      `milestones: {go-live: 2026-07-06}\nrollout: {steps: [{review: 100%, starts: go-live, min-duration: ${first}}, {review: 10%}]}`;
    assert.equal(await totalOf(ECONOMICS, steps("8 w")), 20418.75);
    assert.equal(await totalOf(ECONOMICS, steps("30 w")), 119036.25);
  });

  it("is the least there is to pay, and says so, where nothing tells the cost of review", async () => {
    const { "review-cost-per-item": _, ...uncosted } = ECONOMICS;
    for (const [economics, rest, caveat] of [
      [ECONOMICS, "", /no rollout steps are planned yet/],
      [uncosted, undefined, /10% review of `full` is not in it, for no `review-cost-per-item`/],
    ] as const) {
      const cost = monthlyCost(await planOf(economics, rest));
      assert.equal(cost?.total.value.toFixed(2), "9461.25");
      assert.match(cost ? caveatOf(cost) : "", caveat);
    }
  });

  it("needs no cost of review where nothing is reviewed", async () => {
    const { "review-cost-per-item": _, ...uncosted } = ECONOMICS;
    const cost = monthlyCost(await planOf(uncosted, "rollout: {steps: [{review: 0%}]}"));
    assert.equal(cost?.total.value.toFixed(2), "9461.25");
    assert.equal(cost && caveatOf(cost), "");
  });

  it("is not known where something can't be read or is in another currency", async () => {
    for (const wrong of [
      { "fixed-cost": "5200 USD/mo" },
      { "cost-per-item": "<cost of one item>" },
      { "review-cost-per-item": "<cost of a review>" },
      { "review-cost-per-item": "" },
      { "review-cost-per-item": "0.90 USD/item" },
    ])
      assert.equal(await totalOf({ ...ECONOMICS, ...wrong }), undefined, JSON.stringify(wrong));
    for (const steps of ["[{review: <share>}]", "[{traffic: 100%}]", "[{review: 130%}]"])
      assert.equal(await totalOf(ECONOMICS, `rollout: {steps: ${steps}}`), undefined, steps);
    assert.equal(await totalOf(ECONOMICS, "rollout:\n  steps:\n    - {review: 5%}\n   traffic\n"), undefined);
    assert.equal(monthlyNet(await planOf({ ...ECONOMICS, "value-per-item": "1 USD/item" })), undefined);
  });

  it("earns nothing where value and cost are equal but for the noise of floating point", async () => {
    const even = {
      "fixed-cost": "4000 EUR/d",
      "cost-per-item": "0.1 EUR/item",
      "value-per-item": "1.1 EUR/item",
    };
    const net = monthlyNet(await planOf(even, ""));
    assert.ok(net && net.net.base > 0, "there is no noise");
    assert.equal(net?.earns, false);
    assert.equal(net?.earnsWithoutReview, false);
  });
});
