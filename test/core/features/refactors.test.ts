import assert from "node:assert/strict";
import { CheckedPlan, codeActions, rules, runRules } from "@aiplan/core";
import { load } from "../../harness/check.ts";

describe("refactors", () => {
  const offered = async (text: string, automatic: boolean) => {
    const plan = new CheckedPlan(await load({ "plan.aiplan": text }, "plan.aiplan"));
    const at = text.indexOf("ops:");
    const found = codeActions(plan, runRules(plan.workspace, rules), { start: at, end: at }, { automatic });
    return found.flatMap(({ kind, title }) => (kind === "refactor.extract" ? [title] : []));
  };

  it("are offered wherever the cursor rests, but in a very long plan only to those who ask", async () => {
    const plan = "aiplan: 1\nroles:\n  ops: {contact: a@b.c}\n";
    const long = `${plan}# ${"x".repeat(100_000)}\n`;
    const move = ["Move `ops` to a new catalog catalog.aiplan"];
    assert.deepEqual(await offered(plan, true), move);
    assert.deepEqual(await offered(long, false), move);
    assert.deepEqual(await offered(long, true), []);
  });
});
