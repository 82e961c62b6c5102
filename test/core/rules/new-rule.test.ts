import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Rule } from "@aiplan/core";
import { ruleTemplate } from "../../../scripts/rule-template.ts";
import { check } from "../../harness/check.ts";
import { readMarked } from "../../harness/markers.ts";

const script = resolve(import.meta.dirname, "../../../scripts/new-rule.ts");
const source = resolve(import.meta.dirname, "../../../core/src/rules");

describe("npm run new-rule", () => {
  let root = "";
  const rules = (...path: string[]) => join(root, "core/src/rules", ...path);
  const run = (...names: string[]) =>
    spawnSync(process.execPath, ["--import=tsx", script, "--root", root, ...names], { encoding: "utf8" });
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "ai-plan-"));
    mkdirSync(rules("data"), { recursive: true });
    writeFileSync(rules("data/stale-data-for-use.ts"), "");
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it("writes a rule, lists it among the others and says what to do next", () => {
    const { status, stdout } = run("systems", "peak-exceeds-rate-limit");
    assert.equal(status, 0);
    assert.equal(
      readFileSync(rules("systems/peak-exceeds-rate-limit.ts"), "utf8"),
      ruleTemplate("peak-exceeds-rate-limit"),
    );
    const registry = readFileSync(rules("registry.ts"), "utf8");
    assert.match(registry, /import peakExceedsRateLimit from ".\/systems\/peak-exceeds-rate-limit.ts";/);
    assert.match(registry, /import staleDataForUse from ".\/data\/stale-data-for-use.ts";/);
    assert.match(stdout, /mocha -g "rule examples peak-exceeds-rate-limit"/);
  });

  it("refuses an id that is taken, in whatever category, and leaves it as it is", () => {
    const { status, stderr } = run("systems", "stale-data-for-use");
    assert.equal(status, 2);
    assert.match(stderr, /There is a rule `stale-data-for-use` already, in `data`/);
    assert.ok(!existsSync(rules("systems")));
    assert.equal(readFileSync(rules("data/stale-data-for-use.ts"), "utf8"), "");
  });

  for (const names of [[], ["data"], ["data", "Stale Data"], ["../data", "stale"], ["data", "stale-"], ["a", "b", "c"]])
    it(`refuses ${JSON.stringify(names)}`, () => {
      const { status, stderr } = run(...names);
      assert.equal(status, 2);
      assert.match(stderr, /Usage: npm run new-rule <category> <rule-id>/);
      assert.ok(!existsSync(rules("registry.ts")));
    });

  it("writes a rule that loads, and whose bad example fails until it is written", async () => {
    for (const name of ["rule.ts", "severity.ts"])
      writeFileSync(rules(name), `export * from ${JSON.stringify(pathToFileURL(join(source, name)).href)};`);
    run("systems", "peak-exceeds-rate-limit");
    const file = pathToFileURL(rules("systems/peak-exceeds-rate-limit.ts")).href;
    const { default: definition } = (await import(file)) as { default: Rule };
    const rule = { ...definition, category: "systems" };
    const marked = readMarked(rule.examples.bad[0]?.plan ?? "").files[0];
    assert.equal(marked?.markers.length, 1);
    assert.deepEqual(await check({ "plan.aiplan": marked?.text ?? "" }, "plan.aiplan", [rule]), []);
  });
});
