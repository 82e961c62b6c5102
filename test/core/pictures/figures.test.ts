import assert from "node:assert/strict";
import { CheckedPlan, LONGEST_CHAIN, type Paged, type Pictures, picturesOf } from "@aiplan/core";
import { type Files, load } from "../../harness/check.ts";

async function drawn(plan: string, others: Files = {}): Promise<Pictures> {
  const workspace = await load({ ...others, "plan.aiplan": plan }, "plan.aiplan");
  return picturesOf(new CheckedPlan(workspace));
}

describe("Who is told when", () => {
  const told = ({ role, after, path }: Paged) => `${role?.text} ${after?.text} ${after?.value} (${path})`;

  it("adds up the times over hand-overs, into what catalogs lend", async () => {
    const plan = `imports: [./org.aiplan]
triggers:
  down: {metric: availability, below: 98%, for: 1 h, severity: sev1, do: rollback, escalate: first}
  drift: {metric: drift, outside: [1, 3], do: review}
  bare: {escalate: nowhere}
reviews: {weekly: {triggered-by: [drift, <id>], chair: lead, at-latest-every: 1 w}, free: {chair: <id>}}
escalation-paths:
  first:
    hours: business
    steps: [{notify: lead, via: phone, within: 15 min}, {notify: head, within: 1 h}, {path: lent}]
operating-limits: {out-of-bounds: {do: reject, escalate: first}}
`;
    const org = `kind: catalog
name: org
roles: {lead: {contact: lead@example.com}}
escalation-paths:
  lent: {hours: 24x7, steps: [{notify: sre, within: 5 min}, {notify: boss, within: 1 d}]}
  unused: {steps: [{notify: nobody}]}
`;
    const { escalation } = await drawn(plan, { "org.aiplan": org });
    assert.deepEqual(
      escalation?.alarms.map(({ id, condition, path, reviews }) => [id, condition, path?.text, reviews]),
      [
        ["down", "below 98% for 1 h", "first", []],
        ["drift", "outside 1 to 3", undefined, ["weekly"]],
        ["bare", "", "nowhere", []],
        ["out-of-bounds", "", "first", []],
      ],
    );
    const [first, lent, ...others] = escalation!.paths;
    assert.deepEqual(
      [first!.id, first!.handsOverTo?.text, first!.ends, lent!.id, others],
      ["first", "lent", undefined, "lent", []],
    );
    assert.equal(first!.chain[0]!.contact, "lead@example.com");
    assert.deepEqual(first!.steps.map(told), ["lead at once 0 (first)", "head after 15 min 15 (first)"]);
    assert.deepEqual(first!.chain.map(told), [
      "lead at once 0 (first)",
      "head after 15 min 15 (first)",
      "sre after 1.25 h 75 (lent)",
      "boss after 1.333 h 80 (lent)",
    ]);
    assert.deepEqual(
      escalation!.reviews.map(({ id, chair, atLatestEvery }) => [id, chair?.text, atLatestEvery?.text]),
      [
        ["weekly", "lead", "1 w"],
        ["free", undefined, undefined],
      ],
    );
  });

  it("says where a path goes round, or ends where nobody is, and what time is not known", async () => {
    const plan = `escalation-paths:
  a: {steps: [{notify: one, within: 5 min}, {path: b}]}
  b: {steps: [{notify: two, within: <time to answer>}, {notify: three}, {path: a}]}
  self: {steps: [{path: self}]}
  dead: {steps: [{notify: four}, {path: gone}]}
`;
    const { escalation } = await drawn(plan);
    assert.deepEqual(
      escalation?.paths.map(({ id, chain, ends }) => [id, chain.map(told), ends]),
      [
        ["a", ["one at once 0 (a)", "two after 5 min 5 (b)", "three undefined undefined (b)"], "ring"],
        ["b", ["two at once 0 (b)", "three undefined undefined (b)", "one undefined undefined (a)"], "ring"],
        ["self", [], "ring"],
        ["dead", ["four at once 0 (dead)"], "dead-end"],
      ],
    );
  });

  it("follows thousands of hand-overs no further than anybody climbs", async () => {
    const paths = Array.from(
      { length: 3000 },
      (_, at) => `  p${at}: {steps: [{notify: r${at}}, {path: p${at + 1}}]}\n`,
    );
    const { escalation } = await drawn(`escalation-paths:\n${paths.join("")}`);
    assert.equal(escalation!.paths.length, 3000);
    assert.equal(escalation!.paths[0]!.chain.length, LONGEST_CHAIN);
    assert.equal(escalation!.paths[0]!.ends, "cut");
    assert.equal(escalation!.paths.at(-1)!.ends, "dead-end");
  });
});

describe("The cost a month", () => {
  const ECONOMICS = "economics: {fixed-cost: 1000 EUR/mo, cost-per-item: 0.1 EUR/item, ceiling: 3000 EUR/mo";
  // A month is 365.25 / 12 days: 1,000 item/d are 30,437.5 item/mo.
  it("is a line without items up to the largest volume, and a point for each volume that there is", async () => {
    const { cost } = await drawn(`${ECONOMICS}}\nload: {average: 400 item/d, month-6: 1000 item/d}\n`);
    assert.deepEqual(cost?.curves, [
      {
        steps: [],
        points: [
          [0, 1000],
          [30437.5, 4043.75],
        ],
      },
    ]);
    assert.deepEqual(
      cost?.points.map(({ name, cost, exceeds, value, step }) => [name, cost.value, exceeds, value, step]),
      [
        ["average", 2217.5, false, undefined, undefined],
        ["month 6", 4043.75, true, undefined, undefined],
      ],
    );
    assert.deepEqual(
      [cost?.lacksReview, cost?.byReview, cost?.value, cost?.ceiling?.value],
      [true, undefined, undefined, 3000],
    );
  });

  it("has a line for each share that is reviewed, and the step that runs at each volume", async () => {
    const plan = `${ECONOMICS}, review-cost-per-item: 1 EUR/item, value-per-item: 0.5 EUR/item}
load: {average: 400 item/d, month-6: 1000 item/d}
pilot: {volume: 10 item/d}
rollout: {steps: [{id: trial, traffic: 0%, review: 100%}, {id: half, traffic: 50%, review: 20%}, {id: all, traffic: 100%, review: 20%}, {id: end, traffic: 100%, review: 4%}]}
`;
    const { cost } = await drawn(plan);
    assert.deepEqual(
      cost?.curves.map(({ review, steps, points }) => [review?.text, steps, points[1]![1]]),
      [
        ["0%", [], 4043.75],
        ["4%", ["end"], 5261.25],
        ["20%", ["half", "all"], 10131.25],
        ["100%", ["trial"], 34481.25],
      ],
    );
    assert.deepEqual(cost?.byReview?.points, [
      [0, 4043.75],
      [100, 34481.25],
    ]);
    assert.deepEqual(cost?.value, [
      [0, 0],
      [30437.5, 15218.75],
    ]);
    assert.deepEqual(
      cost?.points.map(({ name, step, review, net }) => [name, step, review?.text, net?.value]),
      [
        ["pilot", "trial", "100%", -1182.625],
        ["average", "all", "20%", 1435],
        ["month 6", "end", "4%", 9957.5],
      ],
    );
    assert.equal(cost?.lacksReview, false);
  });

  it("is absent without a price or a volume, and where currencies differ", async () => {
    const load = "load: {month-6: 1000 item/d}\n";
    for (const economics of [
      "fixed-cost: 1 EUR/mo",
      "cost-per-item: 1 EUR/item",
      "fixed-cost: 1 EUR/mo, cost-per-item: 1 USD/item",
    ])
      assert.equal((await drawn(`economics: {${economics}}\n${load}`)).cost, undefined, economics);
    assert.equal((await drawn(`${ECONOMICS}}\n`)).cost, undefined);
  });
});

describe("Load against limits", () => {
  const rows = async (plan: string, others?: Files) =>
    (await drawn(plan, others)).load?.limits.map(({ kind, name, demand, limit, unit, share, exceeds }) =>
      [kind, name, demand?.value, limit?.value, unit, share, exceeds].join(" "),
    );

  it("is that of systems, reviewers, actions, fallback modes and the load test, in one unit each", async () => {
    const plan = `load: {average: 100 item/d, peak: 60 item/h}
systems: {crm: {calls-per-item: 2, rate-limit: 1 req/min, on-failure: by-hand}, idle: {rate-limit: 5 req/s}, open: {calls-per-item: 1, on-failure: queue}}
workflow: {fallback: by-hand}
fallback-modes: {by-hand: {capacity: 1 item/min}}
load-test: {rate: 30 item/h}
operating-limits: {autonomy: act, actions: {max-rate: 200 action/h, actions-per-item: 3}}
human-oversight: {capacity: 30 item/d}
rollout: {steps: [{id: look, traffic: 0%, mirror: 50%, review: 100%}, {id: all, traffic: 100%, review: 40%}]}
`;
    assert.deepEqual(await rows(plan), [
      "system crm 120 60 req/h 2 true",
      "system idle  5 req/s  ",
      "system open 60  item/h  ",
      "reviewers look 50 30 item/d 1.66666666667 ",
      "reviewers all 40 30 item/d 1.33333333333 true",
      "actions actions 180 200 action/h 0.9 false",
      "fallback by-hand 60 60 item/h 1 false",
      "load-test load-test 60 30 item/h 2 true",
    ]);
  });

  it("leaves out what nobody limits or asks for, and reviewers of what only suggests", async () => {
    assert.equal(await rows("systems: {a: {calls-per-item: 1}}\nload: {average: 1 item/d}\n"), undefined);
    assert.equal(
      await rows(
        "operating-limits: {autonomy: suggest}\nload: {average: 1 item/d}\nhuman-oversight: {capacity: 1 item/d}\n",
      ),
      undefined,
    );
  });
});

describe("The data sources", () => {
  it("are those of the plan, and of catalogs those that it names", async () => {
    const plan = `imports: [./org.aiplan]
metrics: {speed: {source: lent}, more: {source: own}}
data-sources: {own: {environment: pilot, used-for: [inference, training, <use>], production-source: lent, freshness: 90 min}, bare: {owner: <id of a role>}}
`;
    const org =
      "kind: catalog\nname: org\ndata-sources: {lent: {environment: production, owner: crm}, unused: {owner: crm}}\n";
    const { sources } = await drawn(plan, { "org.aiplan": org });
    assert.deepEqual(
      sources?.sources.map(({ id, environment, uses, productionSource, freshness, owner, metrics, isLent }) => [
        id,
        environment,
        uses,
        productionSource?.text,
        freshness?.value,
        owner?.text,
        metrics,
        isLent,
      ]),
      [
        ["own", "pilot", ["training", "inference"], "lent", 1.5, undefined, ["more"], false],
        ["bare", undefined, [], undefined, undefined, undefined, [], false],
        ["lent", "production", [], undefined, undefined, "crm", ["speed"], true],
      ],
    );
  });
});
