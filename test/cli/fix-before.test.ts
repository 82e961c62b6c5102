import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { EXAMPLES } from "../harness/examples.ts";
import { aiplan, checkJson, folderWith, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

/** What no text in the plan can put right: it is about what has happened, what was agreed, or what things cost. */
const FOR_PEOPLE = [
  "action-limit-below-peak",
  "benchmark-before-labels",
  "benchmark-missed",
  "cost-exceeds-ceiling",
  "criteria-agreed-after-build",
  "economics-agreed-after-build",
  "escalation-cycle",
  "evidence-in-future",
  "fallback-capacity-exceeded",
  "history-too-short",
  "identical-benchmarks",
  "integration-gap-open",
  "latency-budget-exceeded",
  "payback-exceeds-horizon",
  "peak-exceeds-rate-limit",
  "redesign-after-build",
  "reviewer-capacity-exceeded",
  "reviewer-trained-late",
  "roi-needs-less-review",
  "slo-exceeds-dependencies",
  "step-entered-early",
  "technology-before-outcome",
  "waiver-expired",
];
/** What other files say: it is put right there, or here by somebody who knows which of the two is wrong. */
const IN_OTHER_FILES = [
  "dependency-not-production",
  "join-key-not-unique",
  "linked-file-missing",
  "model-card-below-target",
  "rollout-link-mismatch",
  "schema-format-mismatch",
  "schema-type-mismatch",
];
/** Words, dates and amounts that may mean two things, and what is not used. */
const UNCLEAR = [
  "duplicate-definition",
  "ignore-without-reason",
  "invalid-date",
  "unit-mismatch",
  "unused-definition",
  "wrong-type",
];

describe("aiplan fix --all, on plans as they are usually written", function () {
  this.timeout(120_000);
  before(buildIfStale);
  afterEach(removeFolders);

  it("leaves placeholders and what needs a person, and nothing to do for a second run", async () => {
    const cwd = folderWith({});
    cpSync(EXAMPLES, cwd, { recursive: true });
    const args = ["--as-of", "2026-11-23", "before"];
    const before = await checkJson(args, { cwd });
    const first = await aiplan(["fix", "--all", ...args], { cwd });
    assert.deepEqual([first.code, first.stderr], [0, "6 of 6 files changed.\n"]);
    const after = await checkJson(args, { cwd });
    const left = new Set(after.files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    for (const rule of ["placeholder-left", "stage-not-earned", ...FOR_PEOPLE, ...IN_OTHER_FILES, ...UNCLEAR])
      assert.ok(left.delete(rule), `${rule} is put right by now`);
    assert.deepEqual([...left], []);
    assert.ok((after.summary.errors ?? 0) < (before.summary.errors ?? 0) / 3);
    const second = await aiplan(["fix", "--all", ...args], { cwd });
    assert.deepEqual([second.code, second.stdout, second.stderr], [0, "", "0 of 6 files changed.\n"]);
  });
});
