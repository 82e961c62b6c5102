import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { type PlanDifference, readDate } from "@aiplan/core";
import { compareFiles } from "../../harness/compare.ts";
import { type Example, examples } from "../../harness/examples.ts";
import { PAIRS, type PlanPair } from "./pairs.ts";

const all = examples();

/** What is said of pairs of whole plans; UPDATE_GOLDENS=1 writes it anew, to be read before it is committed. */
describe("pairs of whole plans", () => {
  for (const [name, pairs] of Object.entries(PAIRS))
    it(`are judged as the golden says: ${name}`, async () => {
      const sections = await Promise.all(pairs.map(async (pair) => `# ${pair.title}\n${shown(await compared(pair))}`));
      const text = `${sections.join("\n\n")}\n`;
      const golden = new URL(`goldens/${name}.txt`, import.meta.url);
      if (process.env.UPDATE_GOLDENS) writeFileSync(golden, text);
      assert.equal(text, readFileSync(golden, "utf8"));
    });

  it("have nothing to be said of where the change is harmless", async () => {
    for (const pair of PAIRS.harmless ?? []) {
      const { findings, changes } = await compared(pair);
      const weighing = findings.filter(({ severity }) => severity === "warning" || severity === "error");
      assert.deepEqual(weighing, [], pair.title);
      assert.ok(changes.length > 0, pair.title);
    }
  });

  it("are at least twenty, ten of which move the goalposts", () => {
    assert.ok(Object.values(PAIRS).flat().length >= 20);
    assert.ok((PAIRS["moving-the-goalposts"] ?? []).length >= 10);
  });
});

async function compared(pair: PlanPair): Promise<PlanDifference> {
  const { files, text } = all.find(({ name }) => name === pair.plan) as Example;
  const after: Record<string, string> = { ...files, [pair.plan]: edited(text, pair.edits) };
  if (pair.catalog) after[pair.catalog.file] = edited(files[pair.catalog.file] ?? "", pair.catalog.edits);
  const date = pair.changedOn === undefined ? undefined : readDate(pair.changedOn).date;
  return compareFiles(files, after, pair.plan, date ? { changedOn: date } : {});
}

function edited(text: string, edits: PlanPair["edits"]): string {
  return edits.reduce((before, [from, to]) => {
    assert.ok(before.includes(from), `not in the plan: ${from}`);
    return before.replaceAll(from, to);
  }, text);
}

function shown({ changes, findings, silenced, notCompared }: PlanDifference): string {
  const lines = changes.map(({ kind, path, words, judgement }) => {
    const by = judgement === "harmless" ? judgement : `${judgement.rule} ${judgement.severity ?? "ignored"}`;
    return `${kind} ${path} (${by})\n    ${words}`;
  });
  const found = findings.map(({ severity, rule, message }) => `${severity}[${rule}] ${message}`);
  const ignored = silenced.map(({ finding }) => `ignored[${finding.rule}] ${finding.message}`);
  return [...lines, ...found, ...ignored, ...notCompared.map(({ words }) => words)].join("\n") || "nothing";
}
