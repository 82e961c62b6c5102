import assert from "node:assert/strict";
import { readPlanFile, rules } from "@aiplan/core";
import { checkText } from "../../harness/check.ts";

const read = (text: string) => readPlanFile("file:///a.aiplan", text);
const kindOf = (text: string, metric: string) => {
  const value = read(text)
    .root.get("metrics")
    ?.items()
    .find(({ id }) => id === metric)?.value;
  return [value?.get("kind")?.value, value?.get("unit")?.value?.unit];
};
const structural = async (text: string) =>
  (
    await checkText(
      text,
      rules.filter(({ severity }) => severity.proposal === "error"),
    )
  ).map(({ rule }) => rule);

describe("merge keys", () => {
  it("at the root lend sections, and the file's own sections win", async () => {
    const text = "x-base: &base {stage: pilot, title: Lent}\n<<: *base\nstage: build\n";
    const { stage, root } = read(text);
    assert.equal(stage, "build");
    assert.equal(root.get("title")?.value, "Lent");
    assert.ok(!(await structural(text)).includes("duplicate-definition"));
  });

  it("take the first of several lenders", async () => {
    const text =
      "x-a: &a {kind: quality, unit: h}\nx-b: &b {kind: business, direction: lower}\nmetrics:\n  m: {<<: [*a, *b]}\n";
    assert.deepEqual(kindOf(text, "m"), ["quality", "h"]);
    assert.ok(!(await structural(text)).includes("duplicate-definition"));
  });

  it("take what is nearest where a lender has itself been lent to", () => {
    const text = "x-a: &a {kind: quality, unit: h}\nx-b: &b {<<: *a, unit: s}\nmetrics:\n  m: {<<: *b}\n";
    assert.deepEqual(kindOf(text, "m"), ["quality", "s"]);
  });

  it("may name what they lend", () => {
    const text = "x-a: {<<: &base {kind: quality, unit: h}}\nmetrics:\n  m: *base\n";
    assert.deepEqual(read(text).syntax, []);
    assert.deepEqual(kindOf(text, "m"), ["quality", "h"]);
  });
});

describe("unusual but right writing", () => {
  it("reads words and numbers written as blocks of text", async () => {
    const text =
      "stage: |\n  pilot\nhuman-oversight:\n  overrides-logged: >\n    true\nowner: >-\n  support\nroles: {support: {contact: a}}\n";
    assert.equal(read(text).stage, "pilot");
    assert.deepEqual(await structural(text), []);
  });

  it("sees items of a list that became comments", async () => {
    const text = "operating-limits:\n  kill-switch:\n    operators:\n      - #oncall\n";
    const found = (await checkText(text)).filter(({ rule }) => rule === "comment-ate-value");
    assert.deepEqual(
      found.map(({ place }) => text.slice(place.start, place.end)),
      ["#oncall"],
    );
  });

  it("takes maps, lists and problems in any number", () => {
    const many = Array.from({ length: 130_000 }, (_, index) => `  k${index}: 1\n`).join("");
    assert.equal(read(`roles:\n${many}`).problems.length, 130_000);
  }).timeout(60_000);
});
