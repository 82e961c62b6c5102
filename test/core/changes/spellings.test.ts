import assert from "node:assert/strict";
import { compareFiles, wordsBetween } from "../../harness/compare.ts";

/** Two ways of writing the same. */
const SAME: Readonly<Record<string, readonly [before: string, after: string]>> = {
  "a percentage as a fraction": [
    "metrics: {accuracy: {unit: percent, direction: higher}}\nsuccess-criteria: {targets: {accuracy: {month-6: 93%}}}\n",
    "metrics: {accuracy: {unit: '%', direction: higher}}\nsuccess-criteria: {targets: {accuracy: {month-6: 0.93}}}\n",
  ],
  "a blank before the unit": [
    "rollout: {steps: [{id: a, review: 93%}]}\n",
    "rollout: {steps: [{id: a, review: 93 %}]}\n",
  ],
  "other units of time": [
    "rollout: {steps: [{id: a, min-duration: 2 wk}]}\nmonitoring: {log-retention: 24 h}\n",
    "rollout: {steps: [{id: a, min-duration: 14 d}]}\nmonitoring: {log-retention: 1 day}\n",
  ],
  "other units of a rate, and the plural": ["load: {peak: 60 item/min}\n", "load: {peak: 3600 items/h}\n"],
  "a milestone by its date": [
    "milestones: {go-live: 2026-07-06}\nrollout: {steps: [{id: a, starts: go-live}]}\n",
    "milestones: {go-live: 2026-07-06}\nrollout: {steps: [{id: a, starts: 2026-07-06}]}\n",
  ],
  "actions as a list or a map": [
    "operating-limits: {actions: {allowed: [refund, add-tag]}}\n",
    "operating-limits:\n  actions:\n    allowed:\n      add-tag:\n      refund: {}\n",
  ],
  "a column by its type or as an object": [
    "data-sources: {a: {columns: {id: string}}}\n",
    "data-sources: {a: {columns: {id: {type: string}}}}\n",
  ],
  "a list in another order, where the order says nothing": [
    "data-sources: {a: {used-for: [training, inference]}}\n",
    "data-sources: {a: {used-for: [inference, training]}}\n",
  ],
  "a link with and without the dot": ["workflow: {current: ./a.md}\n", "workflow: {current: a.md}\n"],
  "text on several lines": [
    "outcome: {statement: Cut the time it takes.}\n",
    "outcome:\n  statement: >\n    Cut the time\n    it takes.\n",
  ],
  "an anchor and what it stands for": [
    "x-a: &a {owner: it, timeout: 2 s}\nsystems: {crm: *a}\n",
    "x-a: {owner: it, timeout: 2 s}\nsystems: {crm: {owner: it, timeout: 2 s}}\n",
  ],
  "nothing and nothing yet": ["waivers: {}\nartifacts: {model: <name of the model>}\n", "outcome:\n"],
};

describe("what is not a change", () => {
  for (const [what, [before, after]] of Object.entries(SAME))
    it(what, async () => {
      assert.deepEqual(await wordsBetween(before, after), []);
      assert.deepEqual(await wordsBetween(after, before), []);
    });

  it("definitions that stand in the plan or in a catalog of another folder", async () => {
    const uses = "triggers: {down: {metric: up, below: 98%, do: notify, escalate: outage}}\n";
    const path = "{hours: 24x7, steps: [{notify: sre, via: phone, within: 5 min}]}";
    const metric = (at: string) => `{kind: reliability, unit: percent, direction: higher, slo: ${at}slo.yaml#up}`;
    const catalog = `aiplan: 1\nkind: catalog\nescalation-paths:\n  outage: ${path}\n  unused: {hours: business}\nmetrics: {up: ${metric("../plans/")}}\nroles: {sre: {contact: a@example.com}}\n`;
    const own = `${uses}escalation-paths: {outage: ${path}}\nmetrics: {up: ${metric("./")}}\nroles: {sre: {contact: a@example.com}}\n`;
    const lent = { "plans/a.aiplan": `imports: [../org/org.aiplan]\n${uses}`, "org/org.aiplan": catalog };
    const { changes, notCompared } = await compareFiles({ "plans/a.aiplan": own }, lent, "plans/a.aiplan");
    assert.deepEqual({ changes, notCompared }, { changes: [], notCompared: [] });
    const back = await compareFiles(lent, { "plans/a.aiplan": own }, "plans/a.aiplan");
    assert.deepEqual(back.changes, []);
  });
});

describe("what is a change", () => {
  it("a catalog that turns a metric round which the plan uses", async () => {
    const plan = "stage: build\nimports: [./org.aiplan]\nsuccess-criteria: {targets: {accuracy: {month-6: 93%}}}\n";
    const catalog = (direction: string) =>
      `aiplan: 1\nkind: catalog\nmetrics: {accuracy: {kind: quality, unit: percent, direction: ${direction}}}\n`;
    const files = (direction: string) => ({ "plan.aiplan": plan, "org.aiplan": catalog(direction) });
    const { changes, findings } = await compareFiles(files("higher"), files("lower"), "plan.aiplan");
    assert.deepEqual(
      changes.map(({ path }) => path),
      ["metrics.accuracy.direction"],
    );
    assert.deepEqual(
      findings.map(({ rule, place }) => [rule, place.uri.endsWith("/org.aiplan")]),
      [["goalposts-moved", true]],
    );
  });

  it("what is counted", async () => {
    assert.deepEqual(await wordsBetween("load: {peak: 60 item/min}\n", "load: {peak: 60 order/min}\n"), [
      "Peak load changed from 60 item/min to 60 order/min.",
    ]);
  });

  it("the order of steps", async () => {
    const steps = (...ids: string[]) =>
      `rollout:\n  steps:\n${ids.map((id) => `    - {id: ${id}, traffic: 10%}\n`).join("")}`;
    assert.deepEqual(await wordsBetween(steps("a", "b", "c"), steps("a", "c", "b")), [
      "Order of the steps in `rollout` changed to `a`, `c` and `b`.",
    ]);
  });

  it("a key that the language does not know, and one of the author's own", async () => {
    assert.deepEqual(
      await wordsBetween("x-budget: 4711\noutcome: {sponsor: Maria}\n", "x-budget: 4712\noutcome: {sponsor: Mario}\n"),
      ["`sponsor` in `outcome` changed from `Maria` to `Mario`.", "`x-budget` changed from `4711` to `4712`."],
    );
  });
});
