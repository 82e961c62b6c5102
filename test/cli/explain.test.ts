import assert from "node:assert/strict";
import { CheckedPlan, explainRule, hover, rules, runRules } from "@aiplan/core";
import { load } from "../harness/check.ts";
import { aiplan } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

describe("aiplan explain", function () {
  this.timeout(60_000);
  before(buildIfStale);

  it("prints the page that the hover over a finding shows", async () => {
    const text = "stage: build\nimports: [./nowhere.aiplan]\nrolse: {}\n";
    const plan = new CheckedPlan(await load({ "a.aiplan": text }, "a.aiplan"));
    const findings = runRules(plan.workspace, rules);
    for (const rule of ["import-not-found", "unknown-key"]) {
      const finding = findings.find((one) => one.rule === rule);
      assert.ok(finding, rule);
      const shown = hover(plan, findings, finding.place.start);
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
