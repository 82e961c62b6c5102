import assert from "node:assert/strict";
import { type Rule, rules } from "@aiplan/core";
import { isFailure } from "../../cli/src/check.ts";
import { checkText } from "../harness/check.ts";

describe("a rule that fails", () => {
  const text = "aiplan: 1\nstage: proposal\nownr: me\n";
  const unknownKey = rules.find(({ id }) => id === "unknown-key")!;

  it("is told from one that finds something, so that the check counts as incomplete", async () => {
    const failing: Rule = {
      ...unknownKey,
      check: {
        File: () => {
          throw new Error("no such thing");
        },
      },
    };
    assert.deepEqual((await checkText(text, [failing])).map(isFailure), [true]);
    assert.deepEqual((await checkText(text, [unknownKey])).map(isFailure), [false]);
  });
});
