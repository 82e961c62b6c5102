import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { CheckedPlan, DEFAULT_CONFIG, type Pictures, type Place, picturesOf, readDate, withPlaces } from "@aiplan/core";
import { type Files, load, ROOT } from "../../harness/check.ts";
import { EXAMPLES, examples, PLANS } from "../../harness/examples.ts";

/** What a plan draws, and in place of each place what stands there. */
async function drawn(plan: string, others: Files = {}, date?: string): Promise<Pictures<string>> {
  const files = { ...others, "plan.aiplan": plan };
  const clock = date === undefined ? {} : { clock: { date: readDate(date).date!, source: "as-of" as const } };
  const workspace = await load(files, "plan.aiplan", { config: DEFAULT_CONFIG, ...clock });
  return withPlaces(picturesOf(new CheckedPlan(workspace)), textIn(files));
}

function textIn(files: Files) {
  return ({ uri, start, end }: Place) => (files[uri.slice(ROOT.length + 1)] ?? "").slice(start, end);
}

describe("The pictures of a plan", () => {
  it("are those of the golden for a whole plan, each with the place that says so", async () => {
    const { text, files } = examples().find(({ name }) => name === "ticket-routing/ticket-routing.aiplan")!;
    const own = Object.entries(files).map(([name, text]) => [name.replace("ticket-routing/", ""), text]);
    const pictures = await drawn(text, Object.fromEntries(own), "2026-07-20");
    const path = new URL("goldens/ticket-routing.txt", import.meta.url);
    // A line for each step, each alarm and the like.
    const json = `${JSON.stringify(pictures, undefined, 1).replace(/\n {4,}/g, " ")}\n`;
    if (process.env.UPDATE_GOLDENS) writeFileSync(path, json);
    assert.equal(json, readFileSync(path, "utf8"));
  });

  it("are plain data in which nothing is undefined, for every plan", async () => {
    for (const folder of [EXAMPLES, PLANS])
      for (const { name, files } of examples(folder)) {
        const pictures = picturesOf(new CheckedPlan(await load(files, name)));
        assert.deepEqual(JSON.parse(JSON.stringify(pictures)), pictures, name);
        assert.doesNotMatch(JSON.stringify(pictures), /null|NaN/, name);
        withPlaces(pictures, ({ uri, start, end }) => {
          const text = files[uri.slice(ROOT.length + 1)];
          assert.ok(text !== undefined && start <= end && end <= text.length, `${name}: ${uri}`);
          return "";
        });
      }
  });

  it("are absent where the plan says nothing, for catalogs, and for what only placeholders hold", async () => {
    const silent = [
      "",
      "aiplan: 1\nname: x\n",
      "kind: catalog\nsystems: {a: {rate-limit: 1 req/s}}\n",
      "aiplan: 2\nmilestones: {go-live: 2026-07-06}\n",
      "milestones: {go-live: <date of going live YYYY-MM-DD>}\n",
      "rollout: {steps: [{id: <id>, traffic: <share>}]}\n",
      "success-criteria: {targets: {<metric>: {month-1: <number>}}}\n",
      "triggers: {<trigger>: {metric: <id>}}\n",
      "data-sources: {<id of a data source>: {system: <id>}}\n",
      "systems: {a: {rate-limit: <requests it accepts>}}\n",
      "economics: {fixed-cost: <money>, cost-per-item: 1 EUR/item}\nload: {month-6: 100 item/d}\n",
    ];
    for (const plan of silent) assert.deepEqual(await drawn(plan), {}, plan);
  });
});

describe("The dates of a plan", () => {
  const datesOf = async (plan: string) =>
    (await drawn(plan)).timeline?.events.map(({ date, kind, label, detail }) =>
      [date, kind, label, detail].join(" ").trim(),
    );

  it("are in their order, with month one and month six counted from go-live", async () => {
    assert.deepEqual(await datesOf("milestones: {go-live: 2026-08-31, build-start: 2026-02-01}\n"), [
      "2026-02-01 milestone build-start",
      "2026-08-31 milestone go-live",
      "2026-09-30 benchmark month 1",
      "2027-02-28 benchmark month 6",
    ]);
  });

  it("tell what was measured on one day as one, and what a gap is", async () => {
    const plan = `success-criteria:
  agreed: 2026-01-05
  approved-by: cfo
  targets: {a: {baseline-measured: 2026-01-02}, b: {baseline-measured: 2026-01-02}, c: {baseline-measured: 2026-01-03}}
systems: {crm: {gaps: [{what: No test account, due: 2026-01-04}, {what: Open, due: <date>}]}}
monitoring: {active-from: 2026-01-06}
`;
    assert.deepEqual(await datesOf(plan), [
      "2026-01-02 evidence Baseline measured a, b",
      "2026-01-03 evidence Baseline measured c",
      "2026-01-04 gap crm: gap closed No test account",
      "2026-01-05 agreed Success criteria agreed approved by cfo",
      "2026-01-06 milestone Monitoring begins",
    ]);
  });

  it("say of a step how they come about and how long it lasts at least", async () => {
    const plan = `milestones: {pilot-start: 2026-03-02}
rollout:
  steps:
    - {id: first, starts: pilot-start, min-duration: 2 w}
    - {id: second, min-duration: 1 w}
    - {id: third, entered: 2026-04-01}
    - {id: fourth}
`;
    const { timeline, ladder } = await drawn(plan);
    const steps = timeline?.events.filter(({ kind }) => kind === "rollout") ?? [];
    assert.deepEqual(
      steps.map(({ label, date, computed, until }) => [label, date, computed !== undefined, until?.date]),
      [
        ["first", "2026-03-02", false, "2026-03-16"],
        ["second", "2026-03-16", true, "2026-03-23"],
        ["third", "2026-04-01", false, undefined],
      ],
    );
    assert.equal(ladder, undefined, "a ladder needs a share");
  });
});

describe("The rollout ladder", () => {
  it("has the steps as they are written, with gates in words and the one that runs now", async () => {
    const plan = `rollout:
  current: b
  steps:
    - {mirror: 10%, review: 100%, min-duration: 36 h}
    - {id: b, traffic: 25%, when: [{metric: acc, at-least: 88%, for: 2 w, min-samples: 300, slice: language}, {metric: <id>}, {within: [1, 3]}]}
    - {id: c, traffic: <share>, starts: 2026-05-04}
`;
    assert.deepEqual((await drawn(plan)).ladder?.steps, [
      {
        name: "1",
        mirror: { value: 10, text: "10%", at: "10%" },
        review: { value: 100, text: "100%", at: "100%" },
        minDuration: { value: 1.5, text: "36 h", at: "36 h" },
        gates: [],
        isCurrent: false,
        at: "mirror",
      },
      {
        name: "b",
        traffic: { value: 25, text: "25%", at: "25%" },
        gates: [
          { metric: "acc", condition: "in each language at least 88% for 2 w, over 300 samples or more", at: "metric" },
          { condition: "within 1 to 3", at: "within" },
        ],
        isCurrent: true,
        at: "id",
      },
      {
        name: "c",
        begins: { date: "2026-05-04", day: 20577, how: "planned" },
        gates: [],
        isCurrent: false,
        at: "id",
      },
    ]);
  });
});

describe("The targets", () => {
  it("are each on the scale of their own metric, with those that catalogs lend", async () => {
    const plan = `imports: [./org.aiplan]
metrics: {speed: {kind: business, unit: h, direction: lower}, tickets: {unit: tickets, direction: target}}
success-criteria:
  targets:
    speed: {baseline: 90 min, month-1: 1 h, month-6: 30 min, measured: {month-1: 70 min, month-6: 20 min}}
    tickets: {month-1: 1900, measured: {month-1: 2000 item}}
    lent: {month-6: 0.2}
    nobody: {month-1: 3 s, month-6: 2000 ms}
    wrong: {month-1: <number>, month-6: 5 EUR}
`;
    const org =
      "kind: catalog\nname: org\nmetrics: {lent: {kind: data, unit: psi, direction: lower}, wrong: {unit: h}}\n";
    const { targets } = await drawn(plan, { "org.aiplan": org });
    const values = targets?.metrics.map(({ metric, unit, direction, planned, measured }) => [
      metric,
      unit,
      direction,
      planned.map(({ moment, value }) => `${moment} ${value}`).join(", "),
      measured.map(({ moment, value, isMissed }) => `${moment} ${value} ${isMissed}`).join(", "),
    ]);
    assert.deepEqual(values, [
      [
        "speed",
        "h",
        "lower",
        "baseline 1.5, month-1 1, month-6 0.5",
        "month-1 1.16666666667 true, month-6 0.333333333333 false",
      ],
      ["tickets", "tickets", "target", "month-1 1900", "month-1 2000 undefined"],
      ["lent", "psi", "lower", "month-6 0.2", ""],
      ["nobody", "s", undefined, "month-1 3, month-6 2", ""],
    ]);
  });
});
