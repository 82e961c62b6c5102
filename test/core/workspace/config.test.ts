import assert from "node:assert/strict";
import { type Config, readConfig } from "@aiplan/core";
import { check } from "../../harness/check.ts";

const URI = "file:///workspace/aiplan.config.yaml";
const read = (text: string): Config => readConfig(URI, text, new Set(["missing-baseline", "unknown-key"]));

/** The text that each problem marks, and its message. */
function problems(text: string): string[] {
  return read(text).problems.map(({ start, end, message }) => `«${text.slice(start, end)}» ${message}`);
}

describe("aiplan.config.yaml", () => {
  it("sets levels of rules, globs to leave alone and the date of the clock", () => {
    const text = "rules:\n  missing-baseline: off\n  unknown-key: error\nignore: [drafts/**]\nas-of: 2026-07-06\n";
    const { rules, ignore, asOf, problems: found, uri } = read(text);
    assert.deepEqual(
      [...rules],
      [
        ["missing-baseline", "off"],
        ["unknown-key", "error"],
      ],
    );
    assert.deepEqual(ignore, ["drafts/**"]);
    assert.equal(asOf?.text, "2026-07-06");
    assert.deepEqual(found, []);
    assert.equal(uri, URI);
  });
  for (const text of ["", "\n", "# nothing yet\n", "x-note: {anything: at all}\n"])
    it(`may say nothing: ${JSON.stringify(text)}`, () => {
      const { rules, ignore, asOf, problems: found } = read(text);
      assert.deepEqual([rules.size, ignore.length, asOf, found.length], [0, 0, undefined, 0]);
    });
  it("switches sets of rules on, and names those that there are not", () => {
    assert.deepEqual([...read("profiles: [eu-ai-act-high-risk]\n").profiles], ["eu-ai-act-high-risk"]);
    assert.deepEqual(problems("profiles: [eu-ai-act-high-risk]\n"), []);
    const text = "profiles:\n  - eu-ai-act-highrisk\n  - eu-ai-act-high-risk\n  - hipaa\n";
    assert.deepEqual(problems(text), [
      "«eu-ai-act-highrisk» There is no profile `eu-ai-act-highrisk`. Did you mean `eu-ai-act-high-risk`?",
      "«hipaa» There is no profile `hipaa`. A profile is one of eu-ai-act-high-risk.",
    ]);
    assert.deepEqual([...read(text).profiles], ["eu-ai-act-high-risk"]);
    assert.equal(problems("profiles: eu-ai-act-high-risk\n").length, 1, "one alone is no list");
  });
  it("names what it can't use, at its place, and uses the rest", () => {
    const text =
      "rules:\n  missing-basline: off\n  unknown-key: fatal\n  missing-baseline: hint\nas-of: soon\nextra: 1\n";
    assert.deepEqual(problems(text), [
      "«missing-basline» There is no rule `missing-basline`. Did you mean `missing-baseline`?",
      "«fatal» A rule is set to one of off, hint, info, warning, error, not `fatal`.",
      "«soon» `as-of` is a date such as 2026-07-06.",
      "«extra» `extra` is not a setting, or does not have the form it should have.",
    ]);
    assert.deepEqual([...read(text).rules], [["missing-baseline", "hint"]]);
  });
  it("names a part that has another form", () => {
    assert.deepEqual(problems("rules: [missing-baseline]\n"), [
      "«rules» `rules` is not a setting, or does not have the form it should have.",
    ]);
    assert.equal(problems("- a\n- b\n").length, 1);
    assert.equal(problems("text").length, 1);
  });
  it("says what else the environments are called, in a list or alone", () => {
    const { environments, problems: found } = read("environments:\n  production: [Prod, live]\n  staging: uat\n");
    assert.deepEqual(
      [...environments],
      [
        ["production", ["prod", "live"]],
        ["staging", ["uat"]],
      ],
    );
    assert.deepEqual(found, []);
    assert.equal(read("environments: {production: }\n").environments.get("production")?.length, 0);
  });
  it("names what it can't use of the environments, and uses the rest", () => {
    const text = "environments:\n  prodution: [prod]\n  pilot: [{a: b}]\n  staging: [uat]\n";
    assert.deepEqual(problems(text), [
      "«prodution» There is no environment `prodution`, only production, staging, pilot, export, synthetic.",
      "«[{a: b}]» List the other names of `pilot`: `[prod, live]`.",
    ]);
    assert.deepEqual([...read(text).environments], [["staging", ["uat"]]]);
    assert.deepEqual(problems("environments: [prod]\n"), [
      "«environments» `environments` is not a setting, or does not have the form it should have.",
    ]);
  });
  it("can be read whatever it holds", () => {
    for (const text of [
      "rules: {",
      "\t",
      "a: b: c",
      "? [x]\n: y",
      "&a *a",
      "rules:\n  ? {}\n  : off\n",
      "environments: {? [a] : b}",
      "\0",
    ])
      assert.ok(Array.isArray(read(text).problems), text);
    assert.ok(problems("rules: {").length > 0);
  });
  it("is one finding in a plan, with every place in the file itself", async () => {
    const config = read("rules:\n  missing-basline: off\nextra: 1\n");
    const text = "aiplan: 1\nstage: pilot\n";
    const found = (await check({ "plan.aiplan": text }, "plan.aiplan", undefined, { config })).filter(
      ({ rule }) => rule === "invalid-config",
    );
    assert.equal(found.length, 1);
    assert.equal(text.slice(found[0]?.place.start, found[0]?.place.end), "pilot");
    assert.deepEqual(
      found[0]?.related.map(({ place }) => place),
      config.problems.map(({ start, end }) => ({ uri: URI, start, end })),
    );
  });
});
