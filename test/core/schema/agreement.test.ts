import assert from "node:assert/strict";
import { rules } from "@aiplan/core";
import type { Files } from "../../harness/check.ts";
import { type Example, examples, PLANS } from "../../harness/examples.ts";
import { readMarked } from "../../harness/markers.ts";
import { mutate } from "../mutations/mutation.ts";
import { MUTATIONS } from "../mutations/registry.ts";
import { disagreements, isKnownToSchemas } from "./agreement.ts";
import { slips } from "./slips.ts";

async function expectAgreement(files: Files, name: string): Promise<void> {
  // Comments that ignore a finding are no part of what a schema is given.
  const text = (files[name] ?? "").replace(/# aiplan-ignore.*/g, "#");
  assert.deepEqual(await disagreements({ ...files, [name]: text }, name), []);
}

describe("the JSON Schema and the check", function () {
  this.timeout(180_000);
  const plans = [...examples(), ...examples(PLANS)];
  for (const { name, files } of plans) it(`agree on ${name}`, () => expectAgreement(files, name));

  for (const { id, examples: shown } of rules)
    it(`agree on the examples of ${id}`, async () => {
      const texts = [...shown.bad.flatMap(({ plan, fixed }) => [plan, ...(fixed ? [fixed] : [])]), ...shown.good];
      for (const { files } of texts.map((text) => readMarked(text))) {
        const byName = Object.fromEntries(files.map(({ name, text }) => [name, text]));
        for (const { name } of files) if (name.endsWith(".aiplan")) await expectAgreement(byName, name);
      }
    });

  for (const [id, mutations] of Object.entries(MUTATIONS))
    it(`agree on slips that ${id} finds`, async () => {
      const { files = {} } = plans[0] as Example;
      // Of the rules that a schema knows nothing of, one slip shows that it stays silent.
      for (const mutation of isKnownToSchemas(id) ? mutations : mutations.slice(0, 1)) {
        const name = `${mutation.example}/${mutation.example}.aiplan`;
        const mutated = mutate(files, mutation);
        await expectAgreement(mutated, name);
      }
    });

  it("agree on plans with one key taken away, misspelt or given another value", async () => {
    for (const { files, name } of slips(plans, 60)) await expectAgreement(files, name);
  });
});
