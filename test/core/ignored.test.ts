import assert from "node:assert/strict";
import { DEFAULT_CONFIG, isIgnored } from "@aiplan/core";

const CONFIG = "file:///work%20space/team/aiplan.config.yaml";

function ignores(glob: string, path: string): boolean {
  const config = { ...DEFAULT_CONFIG, uri: CONFIG, ignore: [glob] };
  return isIgnored(config, `file:///work%20space/team/${path}`);
}

describe("plans that the configuration ignores", () => {
  for (const [glob, path] of [
    ["drafts", "drafts/a.aiplan"],
    ["./drafts/", "drafts/deep/a.aiplan"],
    ["drafts/**", "drafts/deep/a.aiplan"],
    ["**/*.old.aiplan", "a.old.aiplan"],
    ["**/*.old.aiplan", "x/y/a.old.aiplan"],
    ["x/**/a.aiplan", "x/a.aiplan"],
    ["plan-?.aiplan", "plan-1.aiplan"],
    ["{drafts,old}/*.aiplan", "old/a.aiplan"],
    ["a+b (1).aiplan", "a+b (1).aiplan"],
    ["my drafts", "my%20drafts/a.aiplan"],
  ] as const)
    it(`${glob} covers ${path}`, () => assert.ok(ignores(glob, path)));

  for (const [glob, path] of [
    ["drafts", "other/drafts/a.aiplan"],
    ["draft", "drafts/a.aiplan"],
    ["*.aiplan", "x/a.aiplan"],
    ["plan-?.aiplan", "plan-12.aiplan"],
    ["a.b", "axb/a.aiplan"],
    ["{drafts", "drafts/a.aiplan"],
    ["", "a.aiplan"],
    ["/", "a.aiplan"],
  ] as const)
    it(`${glob || "nothing"} leaves ${path} alone`, () => assert.ok(!ignores(glob, path)));

  it("globs count from the configuration's folder, and do not reach above it", () => {
    const config = { ...DEFAULT_CONFIG, uri: CONFIG, ignore: ["**"] };
    assert.ok(isIgnored(config, "file:///work%20space/team/a.aiplan"));
    assert.ok(!isIgnored(config, "file:///work%20space/team-2/a.aiplan"));
    assert.ok(!isIgnored({ ...config, uri: undefined } as never, "file:///work%20space/team/a.aiplan"));
  });
});
