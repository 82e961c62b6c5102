import assert from "node:assert/strict";
import { CheckedPlan, explainRule, hover, rules } from "@aiplan/core";
import { load } from "../harness/check.ts";
import { aiplan } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

describe("aiplan explain", function () {
  this.timeout(60_000);
  before(buildIfStale);

  it("prints the page that the hover over a rule shows", async () => {
    const text = "# aiplan-ignore unknown-key: our own\nwaivers: {missing-outcome: {reason: a}}\n";
    const plan = new CheckedPlan(await load({ "a.aiplan": text }, "a.aiplan"));
    for (const rule of ["unknown-key", "missing-outcome"]) {
      const shown = hover(plan, [], text.indexOf(rule));
      const { code, stdout } = await aiplan(["explain", rule]);
      assert.equal(code, 0);
      assert.ok(shown?.plain.includes(stdout.trim()), `${stdout}\nis not in\n${shown?.plain}`);
    }
  });

  it("says of each rule what it asks, why, when it is silent, how much it weighs, its principle and its source", () => {
    for (const rule of rules) {
      const page = explainRule(rule).plain();
      const flat = (part: string) =>
        part
          .trim()
          .replace(/\s*\n\s*/g, " ")
          .replaceAll("`", "");
      for (const part of [
        rule.id,
        rule.summary,
        rule.source.replace(/\.$/, ""),
        ...rule.why.trim().split(/\n\s*\n/),
        ...rule.silent.trim().split(/\n\s*\n/),
      ])
        assert.ok(
          page.replaceAll("`", "").replace(/\s+/g, " ").includes(flat(part).replace(/\s+/g, " ").replaceAll("**", "")),
          `${rule.id}: ${part}`,
        );
      assert.match(page, /How much it weighs: (error|warning|information|hint|nothing)/);
      assert.match(page, /Principle \d+: /);
    }
  });

  it("names the rule that was probably meant", async () => {
    const { code, stdout, stderr } = await aiplan(["explain", "benchmark-regresion"]);
    assert.deepEqual(
      { code, stdout, stderr },
      { code: 2, stdout: "", stderr: "There is no rule benchmark-regresion. Did you mean benchmark-regression?\n" },
    );
  });
});
