import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";

function check(): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/generate.ts", "--check"],
    { encoding: "utf8" },
  );
  return { status, output: `${stdout}${stderr}` };
}

describe("generated files", () => {
  it("are up to date", function () {
    this.timeout(60_000);
    const { status, output } = check();
    assert.equal(status, 0, `Run \`npm run generate\` and look at what changes.\n${output}`);
  });

  it("hold no page of a rule that is no more", function () {
    this.timeout(60_000);
    const page = "docs/rules/a-rule-that-is-no-more.md";
    writeFileSync(page, "");
    try {
      const { status, output } = check();
      assert.equal(status, 1);
      assert.ok(output.includes(page) && output.includes("npm run generate"), output);
    } finally {
      rmSync(page);
    }
  });
});
