import assert from "node:assert/strict";
import type { Finding } from "@aiplan/core";
import { check, type Files } from "../../harness/check.ts";
import { examples, PLANS } from "../../harness/examples.ts";
import { withoutSummaries } from "../../harness/implied.ts";
import { dueKeysOf, partAt } from "../../harness/plan-text.ts";

/** Maps that take keys of the author's own beside those of the language: a misspelt key is one of them. */
const OPEN = ["milestones", "decisions"];
/** Of the keys below the sections, one of so many is tried. */
const ONE_IN = 4;

const plans = examples(PLANS).filter(({ text }) => !/^kind: catalog/m.test(text));

/** What is said of the slip beyond hints, and beyond what was said before. */
async function newFindings(before: Files, after: Files, name: string): Promise<Finding[]> {
  const known = new Set((await check(before, name)).map(({ message }) => message));
  return withoutSummaries(await check(after, name)).filter(
    ({ severity, message }) => severity !== "hint" && !known.has(message),
  );
}

describe("one slip is one finding", () => {
  for (const { name, text, files } of plans)
    it(`a letter too few in a key of ${name}`, async function () {
      this.timeout(60_000);
      const keys = dueKeysOf(text).filter(
        ({ path }, index) => !OPEN.includes(String(path.at(-2))) && (path.length === 1 || index % ONE_IN === 0),
      );
      for (const { path } of keys) {
        const { start, end } = partAt(text, path);
        const middle = Math.floor((start + end) / 2);
        if (end - start < 3) continue;
        const slip = { ...files, [name]: text.slice(0, middle) + text.slice(middle + 1) };
        const found = await newFindings(files, slip, name);
        const summary = found.map(({ rule, message }) => `${rule}: ${message}`).join("\n");
        assert.deepEqual(
          found.map(({ rule }) => rule),
          ["unknown-key"],
          `${path.join(".")}:\n${summary}`,
        );
        assert.match(found[0]?.fixes[0]?.title ?? "", /^Change to `/, summary);
      }
    });

  const slips: [what: string, plan: string, written: string, slip: string, rule: string][] = [
    ["a section written twice", "fraud-screening", "load:\n", "load:\n    unit: x\nload:\n", "duplicate-definition"],
    [
      "an id in what merge keys repeat",
      "crop-imaging",
      "owner: pilots\n    access",
      "owner: nobody\n    access",
      "undefined-reference",
    ],
    ["a value in what merge keys repeat", "crop-imaging", "timeout: 3 s\n", "timeout: 3 EUR\n", "unit-mismatch"],
    ["a key in braces without a space", "crop-imaging", "month-1: 18 h", "month-1:18 h", "yaml-syntax"],
    ["one value where two belong", "invoice-matching", "outside: [10%, 35%]", "outside: 35%", "wrong-type"],
  ];
  for (const [what, plan, written, slip, rule] of slips)
    it(what, async () => {
      const name = `${plan}.aiplan`;
      const { files, text } = plans.find((one) => one.name === name) ?? assert.fail(name);
      assert.ok(text.includes(written));
      const found = await newFindings(files, { ...files, [name]: text.replace(written, slip) }, name);
      assert.deepEqual(
        found.map((finding) => finding.rule),
        [rule],
        found.map(({ message }) => message).join("\n"),
      );
    });

  it("counts things in a script where one character is a word", async () => {
    const text = "load: {unit: 件, average: 30 件/d, peak: 9 件/h, month-6: 40 件/d}\n";
    const found = await check({ "plan.aiplan": text }, "plan.aiplan");
    assert.deepEqual(
      found.filter(({ rule }) => /quantity|unit|type/.test(rule)),
      [],
    );
  });
});
