import assert from "node:assert/strict";
import { CheckedPlan } from "@aiplan/core";
import { fallingLoads } from "../../../core/src/figures/falling-load.ts";
import { promisedLevel, targetsInWords } from "../../../core/src/figures/promised-level.ts";
import { callsOnPath, systemsUsed } from "../../../core/src/figures/systems-used.ts";
import { load } from "../../harness/check.ts";

async function planOf(text: string, catalog = ""): Promise<CheckedPlan> {
  const files = { "plan.aiplan": text, "org.aiplan": `kind: catalog\n${catalog}\n` };
  return new CheckedPlan(await load(files, "plan.aiplan"));
}

describe("the systems that items go through", () => {
  it("are those of the plan, and those of a catalog that live data comes from", async () => {
    const plan = await planOf(
      "imports: [./org.aiplan]\nsystems: {own: {}}\ndata-sources:\n  a: {system: lent, used-for: [inference]}\n  b: {system: archive, used-for: [training]}\n  c: {system: own, used-for: [inference]}\n  d: {system: nowhere, used-for: [inference]}\n",
      "systems: {lent: {}, archive: {}, unused: {}}",
    );
    assert.deepEqual(
      systemsUsed(plan).map(({ id, isOwn }) => `${id} ${isOwn}`),
      ["own true", "lent false"],
    );
  });

  it("are waited for by all their calls, unless the plan says by how many", async () => {
    const plan = await planOf(
      "systems: {a: {calls-per-item: 3}, b: {calls-per-item: 3, calls-on-path: 0}, c: {calls-per-item: 3, calls-on-path: <calls>}}",
    );
    assert.deepEqual(
      systemsUsed(plan).map(({ system }) => callsOnPath(system)),
      [3, 0, undefined],
    );
  });
});

describe("what a plan promises", () => {
  const promise = async (measure: "latency" | "availability", metrics: string, targets: string) => {
    const plan = await planOf(`metrics: {${metrics}}\nsuccess-criteria: {targets: {${targets}}}\n`);
    const level = promisedLevel(plan, measure);
    return level && `${level.metric}: ${targetsInWords(level.targets)}, ${level.strictest.month}`;
  };
  const LATENCY = "{unit: s, direction: lower, measures: latency}";
  const UPTIME = "{unit: percent, direction: higher, measures: availability}";

  it("is strictest in the month that asks for most", async () => {
    const targets = (first: string, sixth: string) => `m: {month-1: ${first}, month-6: ${sixth}}`;
    assert.equal(
      await promise("latency", `m: ${LATENCY}`, targets("3 s", "2 s")),
      "m: 3 s in month one and 2 s in month six, month six",
    );
    assert.equal(
      await promise("latency", `m: ${LATENCY}`, targets("1 s", "2 s")),
      "m: 1 s in month one and 2 s in month six, month one",
    );
    assert.equal(
      await promise("availability", `m: ${UPTIME}`, targets("99%", "99.9%")),
      "m: 99% in month one and 99.9% in month six, month six",
    );
    assert.equal(
      await promise("availability", `m: ${UPTIME}`, targets("99%", "<target>")),
      "m: 99% in month one, month one",
    );
  });

  it("is of several metrics the least strict", async () => {
    const metrics = `a: ${LATENCY}, b: ${LATENCY}, c: ${LATENCY}`;
    assert.equal(
      await promise(
        "latency",
        metrics,
        "a: {month-1: 9 s, month-6: 2 s}, b: {month-1: 9 s, month-6: 8 s}, c: {month-1: 9 s, month-6: 3 s}",
      ),
      "b: 9 s in month one and 8 s in month six, month six",
    );
    assert.equal(
      await promise("latency", metrics, "a: {month-1: 9 s, month-6: 2 s}, b: {month-1: 9 s}, c: {month-6: 3 s}"),
      undefined,
    );
  });

  it("is nothing where it can't be read, or better is meant the other way round", async () => {
    assert.equal(await promise("latency", `m: ${LATENCY}`, "m: {month-6: fast}"), undefined);
    assert.equal(await promise("latency", `m: ${LATENCY}`, "m: {month-6: 90%}"), undefined);
    assert.equal(
      await promise("availability", "m: {unit: percent, direction: lower, measures: availability}", "m: {month-6: 1%}"),
      undefined,
    );
    assert.equal(await promise("latency", "m: {unit: s, direction: lower}", "m: {month-6: 1 s}"), undefined);
  });
});

describe("what falls to the fallback modes", () => {
  const falls = async (rest: string, average = "") =>
    fallingLoads(await planOf(`load: {${average}peak: 900 item/h}\n${rest}`)).map(
      ({ mode, when, quantity, how }) => `${mode}: ${quantity.text} when ${when}, ${how}`,
    );

  it("is all that the system handles when it is off or rolled back", async () => {
    assert.deepEqual(
      await falls("workflow: {fallback: a}\nrollout: {rollback: {to: b}, steps: [{traffic: 10%}, {traffic: 50%}]}"),
      [
        "a: 450 item/h when the system is off, 900 item/h x 50% traffic",
        "b: 450 item/h when the system is rolled back, 900 item/h x 50% traffic",
      ],
    );
    assert.deepEqual(await falls("workflow: {fallback: a}"), ["a: 900 item/h when the system is off, 900 item/h"]);
  });

  it("is what calls a system when that fails", async () => {
    assert.deepEqual(
      await falls(
        "systems: {s: {calls-per-item: 3, on-failure: a}, t: {calls-per-item: 0.2, on-failure: b}, u: {on-failure: c}}",
      ),
      ["a: 900 item/h when `s` fails, 900 item/h", "b: 180 item/h when `t` fails, 900 item/h x 20% that call it"],
    );
  });

  it("is that on average where the capacity is not by the hour", async () => {
    assert.deepEqual(
      await falls(
        "fallback-modes: {a: {capacity: 5000 item/d}, b: {capacity: 500 item/h}}\nworkflow: {fallback: a}\nrollout: {rollback: {to: b}}",
        "average: 3200 item/d, ",
      ),
      [
        "a: 3200 item/d when the system is off, 3,200 item/d",
        "b: 900 item/h when the system is rolled back, 900 item/h",
      ],
    );
  });

  it("is not known where the traffic of no step can be read", async () => {
    assert.deepEqual(await falls("workflow: {fallback: a}\nrollout: {steps: [{traffic: <share>}]}"), []);
  });
});
