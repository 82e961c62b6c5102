import assert from "node:assert/strict";
import { countAsOne, countGrammar, countMocha, judge, notRun } from "./counts.ts";

const passing = "\n  12 passing (3s)\n";
const failing = "\n  \u001b[32m12 passing\u001b[0m (3s)\n  \u001b[31m2 failing\u001b[0m\n";

describe("A layer of npm test", () => {
  it("is worth what mocha counts", () => {
    assert.deepEqual(judge(countMocha, passing, 0), { passed: 12, failed: 0 });
    assert.deepEqual(judge(countMocha, failing, 2), { passed: 12, failed: 2 });
  });

  it("does not count a skipped test as passed", () => {
    assert.deepEqual(judge(countMocha, "  12 passing (3s)\n  1 pending\n", 0), { passed: 12, failed: 1 });
  });

  it("has failed where it ends with an error though no test failed", () => {
    assert.deepEqual(judge(countMocha, passing, 1), { passed: 12, failed: 1 });
    assert.deepEqual(judge(countMocha, passing, null), { passed: 12, failed: 1 });
  });

  it("has failed where it prints no counts", () => {
    assert.deepEqual(judge(countMocha, "", 0), { passed: 0, failed: 1 });
    assert.deepEqual(judge(countMocha, "Segmentation fault", 139), { passed: 0, failed: 1 });
  });

  it("has failed where it ran nothing", () => {
    assert.deepEqual(judge(countMocha, "  0 passing (1ms)", 0), { passed: 0, failed: 1 });
    assert.deepEqual(judge(countGrammar, "", 0), { passed: 0, failed: 1 });
  });

  it("is worth nothing, and has not failed, where it says that nothing of it can be run here", () => {
    const said = "Editors: Neovim not installed, 8 checks not run";
    assert.deepEqual(notRun(`${said}\n${passing}`), [said]);
    assert.deepEqual(notRun(passing), []);
    assert.deepEqual(judge(countMocha, `${said}\n\n  0 passing (1ms)\n`, 0), { passed: 0, failed: 0 });
    assert.deepEqual(judge(countMocha, `${said}${passing}`, 0), { passed: 12, failed: 0 });
    assert.deepEqual(judge(countMocha, `${said}${failing}`, 2), { passed: 12, failed: 2 });
    assert.deepEqual(judge(countMocha, said, 0), { passed: 0, failed: 1 });
    assert.deepEqual(judge(countMocha, `${said}\n\n  0 passing (1ms)\n`, 1), { passed: 0, failed: 1 });
  });

  it("is worth the files of the grammar tests", () => {
    const output =
      "✓ a.aiplan run successfuly.\n✖ b.aiplan failed\n  at [b.aiplan:2:1:4]:\n✓ c.aiplan run successfuly.\n";
    assert.deepEqual(judge(countGrammar, output, 255), { passed: 2, failed: 1 });
  });

  it("is worth one where it is a single check", () => {
    assert.deepEqual(judge(countAsOne, "", 0), { passed: 1, failed: 0 });
    assert.deepEqual(judge(countAsOne, "12 errors", 1), { passed: 0, failed: 1 });
  });
});
