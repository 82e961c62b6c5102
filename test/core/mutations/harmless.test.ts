import assert from "node:assert/strict";
import { type Finding, readPlanFile, SEVERITIES } from "@aiplan/core";
import { check, type Files } from "../../harness/check.ts";
import { examples, isClean } from "../../harness/examples.ts";
import { HARMLESS } from "./harmless.ts";

describe("harmless changes of clean examples", () => {
  const clean = examples().filter(isClean);
  for (const { name, text, files } of clean) {
    describe(name, () => {
      for (const [what, change] of Object.entries(HARMLESS)) {
        it(`trigger nothing: ${what}`, async () => {
          const before = await weighty(files, name);
          for (const changed of change(readPlanFile("file:///plan.aiplan", text))) {
            assert.notEqual(changed, text);
            const more = (await weighty({ ...files, [name]: changed }, name)).filter((said) => !before.includes(said));
            assert.deepEqual(more, [], firstDifference(text, changed));
          }
        });
      }
    });
  }

  it("are tried, each, on some example", () => {
    for (const [what, change] of Object.entries(HARMLESS)) {
      const tried = clean.flatMap(({ text }) => change(readPlanFile("file:///plan.aiplan", text)));
      assert.ok(tried.length > 0, what);
    }
  });
});

/** What is said beyond hints; its numbers left out, for what a waiver covers is still said once they have become better. */
async function weighty(files: Files, name: string): Promise<string[]> {
  return (await check(files, name))
    .filter(weighs)
    .map(({ rule, severity, message }) => `${severity}[${rule}] ${message.replace(/\d[\d.,]*/g, "#")}`);
}

function weighs({ severity }: Finding): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf("info");
}

function firstDifference(before: string, after: string): string {
  const lines = before.split("\n");
  const changed = after.split("\n").find((line, index) => line !== lines[index]) ?? "";
  return `first changed line: ${changed}`;
}
