import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CheckedPlan, explainRule, hover, rules } from "@aiplan/core";
import { load } from "../harness/check.ts";
import { aiplan } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

/** Without line breaks, and without what only some show: quotes around code. */
function words(text: string): string {
  return text.replaceAll("`", "").replace(/\s+/g, " ").trim();
}

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
      assert.ok(words(shown?.plain ?? "").includes(words(stdout)), `${stdout}\nis not in\n${shown?.plain}`);
      const { stdout: markdown } = await aiplan(["explain", rule, "--format", "markdown"]);
      assert.ok(shown?.markdown.includes(markdown.trim()));
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
      {
        code: 2,
        stdout: "",
        stderr: "There is no rule, principle or key benchmark-regresion. Did you mean benchmark-regression?\n",
      },
    );
    const { stderr: other } = await aiplan(["explain", "qqqqqqqqqqqqqqqq\u001b[2J"]);
    assert.match(other, /^There is no rule, principle or key qqqqqqqqqqqqqqqq␛\[2J\. `aiplan rules` lists/);
  });

  it("shows a page at the width of a report, and paints it where there are colours", async () => {
    const plain = await aiplan(["explain", "operating-limits.kill-switch"]);
    const painted = await aiplan(["explain", "operating-limits.kill-switch"], { env: { FORCE_COLOR: "1" } });
    assert.equal(plain.stdout, readFileSync(join(import.meta.dirname, "goldens/explain-key.txt"), "utf8"));
    assert.equal(
      painted.stdout.replace(/\u001b\[\d+m/g, "").replace(/\s+/g, " "),
      plain.stdout.replaceAll("`", "").replace(/\s+/g, " "),
    );
    assert.notEqual(painted.stdout, plain.stdout.replaceAll("`", ""));
  });
});
