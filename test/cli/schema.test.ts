import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { aiplan } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

describe("aiplan schema", function () {
  this.timeout(60_000);
  before(buildIfStale);

  it("prints the schema that is published", async () => {
    const { code, stdout, stderr } = await aiplan(["schema"]);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    assert.equal(stdout, readFileSync("schema/aiplan.schema.json", "utf8").replaceAll("\r\n", "\n"));
  });

  it("prints the reference of all keys", async () => {
    const { code, stdout } = await aiplan(["schema", "--vocabulary"]);
    assert.equal(code, 0);
    assert.match(stdout, /^# Reference of the plan language\n/);
    assert.match(stdout, /\n### `operating-limits\.kill-switch`\n/);
  });
});
