import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { everyRule, severityAt } from "@aiplan/core";
import { aiplan } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

interface Listed {
  readonly id: string;
  readonly category: string;
  readonly principle: { readonly number: number; readonly id: string };
  readonly severity: Readonly<Record<string, string | null>>;
  readonly fix: string | null;
  readonly default: boolean;
}

async function listed(...args: string[]): Promise<Listed[]> {
  const { code, stdout, stderr } = await aiplan(["rules", "--format", "json", ...args]);
  assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
  return JSON.parse(stdout).rules;
}

describe("aiplan rules", function () {
  this.timeout(60_000);
  before(buildIfStale);

  it("lists every rule once", async () => {
    assert.deepEqual((await listed()).map(({ id }) => id).sort(), everyRule.map(({ id }) => id).sort());
  });

  it("lists those that speak at a stage, with what they weigh there", async () => {
    const atBuild = await listed("--stage", "build");
    const expected = everyRule.filter(({ severity }) => severityAt(severity, "build"));
    assert.ok(expected.length < everyRule.length);
    assert.deepEqual(
      atBuild.map(({ id, severity }) => `${id} ${severity.build}`).sort(),
      expected.map(({ id, severity }) => `${id} ${severityAt(severity, "build")}`).sort(),
    );
  });

  it("lists those of a principle, by its id or number, and of a category", async () => {
    const byId = await listed("--principle", "stepwise-oversight");
    assert.deepEqual(byId, await listed("--principle", "7"));
    assert.deepEqual(
      byId.map(({ id }) => id).sort(),
      everyRule
        .filter(({ principle }) => principle === "stepwise-oversight")
        .map(({ id }) => id)
        .sort(),
    );
    const data = await listed("--category", "data");
    assert.ok(data.length > 5 && data.every(({ category }) => category === "data"));
  });

  it("says what is done about a finding", async () => {
    const fixes = Object.fromEntries((await listed()).map(({ id, fix }) => [id, fix]));
    assert.equal(fixes["invalid-date"], "safe");
    assert.equal(fixes["ambiguous-duration-unit"], "choice");
    assert.equal(fixes["missing-monitoring"], "fill-in");
    assert.equal(fixes["cost-exceeds-ceiling"], null);
  });

  it("shows a table on a terminal, and one in Markdown", async () => {
    const golden = (name: string) => readFileSync(join(import.meta.dirname, "goldens", name), "utf8");
    assert.equal((await aiplan(["rules", "--category", "success"])).stdout, golden("rules.txt"));
    assert.equal(
      (await aiplan(["rules", "--category", "success", "--stage", "proposal"])).stdout,
      golden("rules-at-stage.txt"),
    );
    const { stdout } = await aiplan(["rules", "--category", "success", "--format", "markdown"]);
    assert.equal(stdout, golden("rules.md"));
  });

  it("names the principle, category or stage that was probably meant", async () => {
    for (const [flag, value, words] of [
      ["--principle", "operating-limit", /Did you mean operating-limits\?/],
      ["--principle", "19", /numbers 1 to 18/],
      ["--category", "dat", /Allowed choices are data, /],
      ["--stage", "live", /Allowed choices are proposal, build, pilot, production/],
    ] as const) {
      const { code, stdout, stderr } = await aiplan(["rules", flag, value]);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
      assert.match(stderr, words);
    }
  });
});
