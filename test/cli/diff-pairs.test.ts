import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { aiplan, folderWith, REPOSITORY, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { GOALPOSTS, HARMLESS, type Pair, SAFEGUARDS, SAME } from "./diff-pairs.ts";
import { expectGolden } from "./goldens.ts";
import { commit, git } from "./repository.ts";

const PLAN = "ticket-routing.aiplan";

describe("aiplan diff of a whole plan", function () {
  this.timeout(60_000);
  let cwd = "";
  let text = "";

  before(() => {
    buildIfStale();
    cwd = folderWith({});
    cpSync(join(REPOSITORY, "examples/ticket-routing"), cwd, { recursive: true });
    git(cwd, "init", "-q", "-b", "main");
    commit(cwd, {}, "2026-02-10");
    text = readFileSync(join(cwd, PLAN), "utf8");
  });
  after(removeFolders);

  async function diff({ edits, on }: Pair, ...args: readonly string[]) {
    let changed = text;
    for (const [from, to] of edits) {
      assert.equal(changed.split(from).length, 2, `once: ${from}`);
      changed = changed.replace(from, () => to);
    }
    writeFileSync(join(cwd, PLAN), changed);
    const day = on === undefined ? [] : ["--as-of", on];
    return aiplan(["diff", "--fail-on", "info", ...day, ...args, `main:${PLAN}`], { cwd });
  }

  for (const [what, pairs, code] of [
    ["goalposts that are moved", GOALPOSTS, 1],
    ["safeguards that are weakened", SAFEGUARDS, 1],
    ["what is harmless", HARMLESS, 0],
  ] as const)
    describe(`tells of ${what}:`, () => {
      for (const one of pairs)
        it(one.name, async () => {
          const outcome = await diff(one);
          expectGolden(`diff/${one.name}.txt`, outcome.stdout);
          assert.deepEqual([outcome.stderr, outcome.code], ["", code]);
        });
    });

  describe("tells nothing of", () => {
    for (const one of SAME)
      it(one.name, async () => {
        const outcome = await diff(one);
        assert.deepEqual(outcome, { code: 0, stdout: "1 plan compared: no difference.\n", stderr: "" });
      });
  });

  for (const format of ["json", "markdown"])
    it(`tells the same as ${format}`, async () => {
      for (const name of ["target-lowered", "alarms-loosened-and-removed", "words-and-people"]) {
        const one = [...GOALPOSTS, ...SAFEGUARDS, ...HARMLESS].find((pair) => pair.name === name);
        assert.ok(one);
        const { stdout } = await diff(one, "--format", format);
        expectGolden(`diff/${name}.${format === "json" ? "json" : "md"}`, stdout);
      }
    });
});
