import assert from "node:assert/strict";
import { type Rule, rules } from "@aiplan/core";
import { checkText } from "../../harness/check.ts";

describe("a rule that throws", () => {
  const text = "aiplan: 1\nstage: proposal\nownr: me\n";
  const unknownKey = rules.find(({ id }) => id === "unknown-key")!;
  const failing: Rule = {
    ...unknownKey,
    id: "failing",
    check: {
      File: () => {
        throw new Error("no such thing");
      },
    },
  };

  it("becomes one finding about itself, and the others still run", async () => {
    const findings = await checkText(text, [failing, unknownKey]);
    assert.deepEqual(
      findings.map(({ rule, ruleFailed }) => [rule, ruleFailed ?? false]),
      [
        ["failing", true],
        ["unknown-key", false],
      ],
    );
    assert.match(findings[0]?.message ?? "", /no such thing.*please report it/);
  });
});
