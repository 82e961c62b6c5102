import assert from "node:assert/strict";
import { everyName, everyRule, explain, principles } from "@aiplan/core";

/** The page about a name, which must have one. */
function pageOf(name: string): string {
  const found = explain(name);
  assert.ok("page" in found, `nothing is said of ${name}`);
  return found.page.markdown();
}

/** What the paragraphs that begin with a name are about: one each for a rule, a principle, a key, a fixed word. */
function titlesOf(name: string): string[] {
  return [...pageOf(name).matchAll(/(?<=^|\n\n---\n\n)\*\*(?:`([^`]+)`|(Principle \d+))/g)].map(
    ([, code, principle]) => (code ?? principle) as string,
  );
}

describe("explain", () => {
  it("has a page for every name, in which nothing is empty or cut off", () => {
    const names = everyName();
    assert.ok(names.length > 300);
    for (const name of names) {
      const page = pageOf(name);
      assert.doesNotMatch(page, /\bundefined(?!-)|\[object|\*\*\s*\*\*|…$/, name);
      assert.doesNotMatch(page, /e\.g\.$/m, name);
    }
  });

  it("begins with the very key that a path names", () => {
    for (const path of everyName().filter((name) => /[.<[]/.test(name))) assert.equal(titlesOf(path)[0], path);
  });

  it("explains rules by their id", () => {
    for (const { id } of everyRule) assert.equal(titlesOf(id)[0], id);
  });

  it("explains principles by their id and their number, with the rules that watch over them", () => {
    for (const { id, number } of principles) {
      for (const name of [id, `${number}`]) assert.equal(titlesOf(name)[0], `Principle ${number}`);
      for (const rule of everyRule)
        assert.equal(pageOf(`${number}`).includes(`\n- \`${rule.id}\`: `), rule.principle === id);
    }
    assert.ok(!("page" in explain("19")));
    assert.ok(!("page" in explain("0")));
  });

  const paths: [typed: string, ...meant: string[]][] = [
    ["kill-switch", "operating-limits.kill-switch"],
    ["kill-switch.how", "operating-limits.kill-switch.how"],
    ["metrics.time-saved.direction", "metrics.<id>.direction"],
    ["metrics.direction", "metrics.<id>.direction"],
    ["Metric.direction", "metrics.<id>.direction"],
    ["metrics.time-saved", "metrics.<id>"],
    ["rollout-step.traffic", "rollout.steps[].traffic"],
    ["rollout.steps[3].traffic", "rollout.steps[].traffic"],
    ["rollout.steps.traffic", "rollout.steps[].traffic"],
    ["success-criteria.targets.time-saved.month-6", "success-criteria.targets.<metric>.month-6"],
    ["targets.month-6", "success-criteria.targets.<metric>.month-6"],
    ["/load/peak", "load.peak"],
    ["`load.peak`", "load.peak"],
    ["load-test:", "load-test"],
    ["operating-limits", "Principle 9", "operating-limits"],
    ["pilot", "pilot", "pilot"],
    ["kind", "kind", "kind"],
  ];
  for (const [typed, ...meant] of paths)
    it(`takes ${typed} for ${meant.join(" and ")}`, () => assert.deepEqual(titlesOf(typed), meant));

  it("lists the places of a key that stands in several", () => {
    assert.match(pageOf("month-6"), /^\*\*`month-6`\*\* is a key in 3 places/);
    for (const path of ["success-criteria.targets.<metric>.month-6", "load.month-6"])
      assert.ok(pageOf("month-6").includes(`\n- \`${path}\`: `));
  });

  it("says what a fixed word means, and for which keys it is written", () => {
    assert.match(pageOf("hand-to-human"), /^\*\*`hand-to-human`\*\* may be written for:\n\n- `operating-limits\./);
  });

  it("shows how a key is written, down to its placeholders", () => {
    assert.match(pageOf("load.peak"), /```yaml\npeak: <[^>]+>\n```/);
    assert.match(pageOf("rollout"), /```yaml\nrollout:\n {2}rollback: /);
    assert.match(pageOf("load"), /```yaml\nload: \{unit: <.*\n/);
  });

  it("names what was probably meant, and nothing for what is far from all names", () => {
    for (const [typed, meant] of [
      ["kil-switch", "kill-switch"],
      ["benchmark-mised", "benchmark-missed"],
      ["stepwise-oversigt", "stepwise-oversight"],
      ["load.peek", "load.peak"],
      ["", undefined],
      [".", undefined],
      ["constructor", undefined],
      ["__proto__", undefined],
    ] as const)
      assert.deepEqual(explain(typed), { meant });
  });
});
