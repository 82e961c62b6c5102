import assert from "node:assert/strict";
import { aiplan, folderWith, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

/** A plan in production whose values stand where the words in capitals are. */
const PLAN = `aiplan: 1
name: routing
stage: production
owner: OWNER
metrics:
  accuracy: {kind: quality, unit: UNIT, direction: higher}
  override-rate: {kind: oversight, unit: percent, direction: target}
success-criteria:
  targets:
    accuracy: {baseline: BASELINE, month-1: 88%, month-6: SIX, measured: {month-1: MEASURED}}
    override-rate: {baseline: 20%, month-1: AIM-ONE, month-6: AIM-SIX}
data-sources:
  tickets: {labels: {coverage: COVERAGE}}
rollout:
  steps:
    - {id: canary, traffic: 5%, review: REVIEW}
    - {id: full, traffic: 100%, review: 50%, when: [{metric: accuracy, at-least: GATE}]}
`;

const BEFORE: Readonly<Record<string, string>> = {
  OWNER: "ops",
  UNIT: "percent",
  BASELINE: "70%",
  SIX: "93%",
  MEASURED: "84%",
  "AIM-ONE": "12%",
  "AIM-SIX": "8%",
  COVERAGE: "90%",
  REVIEW: "100%",
  GATE: "90%",
};

function planWith(values: Readonly<Record<string, string>>): string {
  const all = { ...BEFORE, ...values };
  return PLAN.replace(/AIM-[A-Z]+|[A-Z]{3,}/g, (word) => all[word] ?? word);
}

describe("aiplan diff of values", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  /** What is said of each change, with the rule that judges it. */
  async function changes(values: Readonly<Record<string, string>>): Promise<string[]> {
    const cwd = folderWith({ "a.aiplan": planWith({}), "b.aiplan": planWith(values) });
    const { stdout } = await aiplan(["diff", "--format", "json", "a.aiplan", "b.aiplan"], { cwd });
    const [file] = JSON.parse(stdout).files;
    return (file?.changes ?? []).map(
      ({ words, finding }: { words: string; finding: number | null }) =>
        `${finding === null ? "harmless" : file.findings[finding].severity}: ${words}`,
    );
  }

  it("takes no other word for a percentage for another unit, and a count for one", async () => {
    for (const unit of ["share", "percentage", "ratio"])
      assert.deepEqual(await changes({ UNIT: unit }), [
        `harmless: Unit of metric \`accuracy\` changed from \`percent\` to \`${unit}\`.`,
      ]);
    assert.match(String(await changes({ UNIT: "tickets" })), /^error: Unit/);
  });

  it("judges percentages that are written as plain numbers, of one or of a hundred, wherever they stand", async () => {
    const lowered = (values: readonly [string, string, string, string, string, string]) => [
      `warning: Baseline of \`accuracy\` lowered from 70% to ${values[0]}.`,
      `error: Month-6 target of \`accuracy\` lowered from 93% to ${values[1]}.`,
      `info: Value measured in month 1 of \`accuracy\` raised from 84% to ${values[2]}.`,
      `warning: Coverage of the labels of data source \`tickets\` lowered from 90% to \`${values[3]}\`.`,
      `error: Share reviewed of rollout step \`canary\` lowered from 100% to \`${values[4]}\`.`,
      `error: Threshold (\`at-least\`) of the gate on \`accuracy\` of rollout step \`full\` lowered from 90% to ${values[5]}.`,
    ];
    for (const values of [
      ["0.6", "0.88", "0.9", "0.8", "0.5", "0.8"],
      ["60", "88", "90", "80", "50", "80"],
    ] as const) {
      const [BASELINE, SIX, MEASURED, COVERAGE, REVIEW, GATE] = values;
      assert.deepEqual(await changes({ BASELINE, SIX, MEASURED, COVERAGE, REVIEW, GATE }), lowered(values));
    }
    assert.deepEqual(await changes({ SIX: "93" }), ["harmless: Month-6 target of `accuracy` changed from 93% to 93."]);
  });

  it("judges targets that something is to stay close to by how far they are from what is known", async () => {
    assert.deepEqual(await changes({ "AIM-SIX": "12%" }), [
      "error: Month-6 target of `override-rate` raised from 8% to 12%.",
    ]);
    assert.deepEqual(await changes({ "AIM-ONE": "15%" }), [
      "error: Month-1 target of `override-rate` raised from 12% to 15%.",
    ]);
    assert.deepEqual(await changes({ "AIM-ONE": "10%", "AIM-SIX": "6%" }), [
      "harmless: Month-1 target of `override-rate` lowered from 12% to 10%.",
      "harmless: Month-6 target of `override-rate` lowered from 8% to 6%.",
    ]);
  });

  it("tells a word from a list of it", async () => {
    const cwd = folderWith({
      "a.aiplan": "operating-limits: {kill-switch: {operators: [ops]}}\n",
      "b.aiplan": "operating-limits: {kill-switch: {operators: ops}}\n",
    });
    const { stdout } = await aiplan(["diff", "a.aiplan", "b.aiplan"], { cwd });
    assert.match(stdout, /changed from the list `ops` to `ops`\./);
  });
});
