import assert from "node:assert/strict";
import { compareTexts } from "../../harness/compare.ts";

const METRIC = "stage: pilot\nmetrics: {accuracy: {kind: quality, unit: percent, direction: higher}}\n";

/** The rules that find something in what has become of a part of a plan. */
async function rulesFor(before: string, after: string): Promise<string[]> {
  const { findings } = await compareTexts(`${METRIC}${before}\n`, `${METRIC}${after}\n`);
  return findings.map(({ rule }) => rule);
}

describe("the bounds of alarms and gates", () => {
  const alarm = (bounds: string) => `triggers: {drop: {metric: accuracy, ${bounds}, do: rollback}}`;
  const gate = (bounds: string) =>
    `rollout: {steps: [{id: one, traffic: 1%}, {id: two, traffic: 9%, when: [{metric: accuracy, ${bounds}}]}]}`;

  for (const [before, after] of [
    ["below: 90%", "above: 99%"],
    ["above: 90%", "below: 10%"],
    ["outside: [80%, 90%]", "below: 80%"],
    ["outside: [80%, 90%]", "below: 70%, above: 90%"],
    ["outside: [80%, 90%]", "outside: [80%, 95%]"],
    ["outside: [80%, 90%]", "outside: [0.8, 0.95]"],
    ["below: 80%, above: 90%", "below: 80%"],
    ["below: 80%", "outside: [70%, 90%]"],
    ["below: 80%", "for: 1 h"],
  ] as const)
    it(`lets more pass with ${after} than with ${before}`, async () => {
      assert.deepEqual(await rulesFor(alarm(before), alarm(after)), ["escalation-weakened"]);
      const forGate = (words: string) =>
        words.replace("outside", "within").replace("below", "at-least").replace("above", "at-most");
      assert.deepEqual(await rulesFor(gate(forGate(before)), gate(forGate(after))), ["oversight-weakened"]);
    });

  for (const [before, after] of [
    ["below: 90%", "outside: [90%, 99%]"],
    ["below: 80%, above: 90%", "outside: [80%, 90%]"],
    ["outside: [80%, 90%]", "outside: [85%, 0.9]"],
    ["below: 90%", "below: 95%, above: 99%"],
    ["below: 90%", "outside: 90%"],
    ["below: 90%", "above: soon"],
  ] as const)
    it(`lets no more pass with ${after} than with ${before}, or nobody can say so`, async () => {
      assert.deepEqual(await rulesFor(alarm(before), alarm(after)), []);
    });
});

describe("what only looks weaker", () => {
  it("is a list without its brackets", async () => {
    const limits = (operators: string) => `operating-limits: {kill-switch: {operators: ${operators}, max-time: 5 min}}`;
    assert.deepEqual(await rulesFor(limits("[head]"), limits("head")), []);
    assert.deepEqual(await rulesFor(limits("[head, deputy]"), limits("[head]")), ["kill-switch-weakened"]);
  });

  it("is an operator in whose place there is another one", async () => {
    const limits = (operators: string) => `operating-limits: {kill-switch: {operators: [${operators}]}}`;
    assert.deepEqual(await rulesFor(limits("head, deputy"), limits("deputy, sre")), []);
  });

  it("is an order of people in which each place keeps its time", async () => {
    const path = (first: string, second: string, times = ["5 min", "15 min"]) =>
      `escalation-paths: {down: {steps: [{notify: ${first}, within: ${times[0]}}, {notify: ${second}, within: ${times[1]}}]}}`;
    assert.deepEqual(await rulesFor(path("a", "b"), path("b", "a")), []);
    assert.deepEqual(await rulesFor(path("a", "b"), path("b", "a", ["15 min", "5 min"])), ["escalation-weakened"]);
    assert.deepEqual(await rulesFor(path("a", "b"), path("a", "b", ["5 min", "30 min"])), ["escalation-weakened"]);
  });

  it("is one of two gates on a metric that changes places with the other", async () => {
    const gates = (words: string) => `rollout: {steps: [{id: one, traffic: 9%, when: [${words}]}]}`;
    const before = gates("{metric: accuracy, at-least: 90%}, {metric: accuracy, slice: email, at-least: 80%}");
    const swapped = (slice: string) =>
      gates(`{metric: accuracy, slice: email, at-least: ${slice}}, {metric: accuracy, at-least: 92%}`);
    assert.deepEqual(await rulesFor(before, swapped("85%")), []);
    assert.deepEqual(await rulesFor(before, swapped("75%")), ["oversight-weakened"]);
  });

  it("is a share written as a number, with its unit", async () => {
    const plan = (unit: string, target: string) =>
      `stage: pilot\nmetrics: {rate: {unit: ${unit}, direction: higher}}\nsuccess-criteria: {targets: {rate: {month-6: ${target}}}}\n`;
    const rules = async (one: string, other: string) =>
      (await compareTexts(one, other)).findings.map(({ rule }) => rule);
    assert.deepEqual(await rules(plan("number", "0.9"), plan("percent", "90%")), []);
    assert.deepEqual(await rules(plan("number", "90"), plan("percent", "90%")), []);
    assert.deepEqual(await rules(plan("number", "0.9"), plan("percent", "85%")), ["goalposts-moved"]);
    assert.deepEqual(await rules(plan("number", "0.9"), plan("s", "0.9 s")), ["goalposts-moved"]);
    assert.deepEqual(await rules(plan("percent", "90%"), plan("percent", "90%").replace(", direction: higher", "")), [
      "goalposts-moved",
    ]);
  });
});
