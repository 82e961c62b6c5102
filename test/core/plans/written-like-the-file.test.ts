import assert from "node:assert/strict";
import { applyFix, check } from "../../harness/check.ts";

const NAME = "plan.aiplan";

/** The text after the fix of the one finding that a key is missing. */
async function mended(text: string, rule = "missing-key"): Promise<string> {
  const found = (await check({ [NAME]: text }, NAME)).filter((finding) => finding.rule === rule);
  assert.equal(found.length, 1, found.map(({ message }) => message).join("\n"));
  const [fix] = found[0]?.fixes ?? [];
  assert.ok(fix);
  return applyFix({ [NAME]: text }, fix)[NAME] ?? "";
}

const HEAD = "aiplan: 1\nname: a\ntitle: A\nstage: proposal\nrisk-tier: minimal\nowner: me\n";
const METRICS = "metrics: {m: {kind: cost, unit: h, direction: lower}}\n";
const WORKFLOW = "workflow: {current: ./a.md, target: ./b.md, redesign-approved: 2026-01-01}\n";
const SYSTEMS = "systems: {s: {owner: me, calls-per-item: 1, rate-limit: 1 req/s}}\n";
const REST = `${WORKFLOW}${METRICS}${SYSTEMS}roles: {me: {contact: me@example.com}}\n`;
const DATES = { technology: "technology-selected: 2026-01-01", build: "build-start: 2026-02-01" };
const PILOT = "pilot-start: <date the pilot starts YYYY-MM-DD>";

describe("a fix writes like the file around it", () => {
  const maps: Record<string, [before: string, after: string]> = {
    "on the line of a map in braces": [
      `{${DATES.technology}, ${DATES.build}}`,
      `{${DATES.technology}, ${DATES.build}, ${PILOT}}`,
    ],
    "inside the spaces of a map in braces": [
      "{ build-start: 2026-02-01, pilot-start: 2026-03-01 }",
      "{ technology-selected: <date the technology is selected YYYY-MM-DD>, build-start: 2026-02-01, pilot-start: 2026-03-01 }",
    ],
    "on a line of its own, where the other keys in braces have theirs": [
      `{\n    ${DATES.technology},\n    ${DATES.build}\n}`,
      `{\n    ${DATES.technology},\n    ${DATES.build},\n    ${PILOT}\n}`,
    ],
    "after a comma that is there already": [
      `{\n  ${DATES.technology},\n  ${DATES.build},\n}`,
      `{\n  ${DATES.technology},\n  ${DATES.build},\n  ${PILOT},\n}`,
    ],
    "between lines with comments, which stay with their keys": [
      `{\n  ${DATES.technology},  # a tool\n  pilot-start: 2026-03-01   # a try\n}`,
      `{\n  ${DATES.technology},  # a tool\n  build-start: <date the build starts YYYY-MM-DD>,\n  pilot-start: 2026-03-01   # a try\n}`,
    ],
    "after a last line with a comment": [
      `{\n  ${DATES.technology},\n  ${DATES.build}   # now\n}`,
      `{\n  ${DATES.technology},\n  ${DATES.build},   # now\n  ${PILOT}\n}`,
    ],
    "as the first line in braces": [
      `{\n  ${DATES.build},\n  pilot-start: 2026-03-01\n}`,
      `{\n  technology-selected: <date the technology is selected YYYY-MM-DD>,\n  ${DATES.build},\n  pilot-start: 2026-03-01\n}`,
    ],
    "before the first key of a line that has several": [
      `{\n  ${DATES.build}, pilot-start: 2026-03-01\n}`,
      `{\n  technology-selected: <date the technology is selected YYYY-MM-DD>, ${DATES.build}, pilot-start: 2026-03-01\n}`,
    ],
  };
  for (const [where, [before, after]] of Object.entries(maps))
    for (const eol of ["\n", "\r\n"])
      it(`${where}${eol === "\n" ? "" : ", with CRLF"}`, async () => {
        const plan = (map: string) => `${HEAD}milestones: ${map}\n${REST}`.replaceAll("\n", eol);
        assert.equal(await mended(plan(before)), plan(after));
      });

  it("in a file that is one map in braces, as JSON is", async () => {
    const lines = `${HEAD}${REST}`.trimEnd().split("\n");
    const json = (keys: readonly string[]) => `{\n${keys.map((key) => `  ${key}`).join(",\n")}\n}\n`;
    const milestones = `milestones: {technology-selected: <date the technology is selected YYYY-MM-DD>, build-start: <date the build starts YYYY-MM-DD>, ${PILOT}}`;
    const at = lines.findIndex((line) => line.startsWith("workflow")) + 1;
    assert.equal(await mended(json(lines)), json([...lines.slice(0, at), milestones, ...lines.slice(at)]));
  });

  it("in the first column after a byte order mark", async () => {
    const text = `\uFEFF${HEAD}milestones: {${DATES.technology}, ${DATES.build}, pilot-start: 2026-03-01}\n${REST}`;
    const title = "title: A\n";
    assert.equal(
      await mended(text.replace(title, "")),
      text.replace(title, "title: <what the system does in one line>\n"),
    );
  });

  const lent = {
    b: "x-dates: &dates {pilot-start: 2026-03-01, build-start: 2026-02-01}\n",
    key: "technology-selected: <date the technology is selected YYYY-MM-DD>",
  };
  it("into a map that has nothing but a merge key", async () => {
    const plan = (map: string) => `${HEAD}${lent.b}milestones:${map}\n${REST}`;
    assert.equal(await mended(plan(" {<<: *dates}")), plan(` {${lent.key}, <<: *dates}`));
    assert.equal(await mended(plan("\n   <<: *dates")), plan(`\n   ${lent.key}\n   <<: *dates`));
  });
});
