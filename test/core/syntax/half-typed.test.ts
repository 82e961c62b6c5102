import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { read } from "./reading.ts";

const PLAN = readFileSync(new URL("../../../examples/ticket-routing/ticket-routing.aiplan", import.meta.url), "utf8");
const SECTIONS = read(PLAN).sections;

/** What an editor holds at most keystrokes: one line that is not finished. */
describe("a plan that is being typed", function () {
  this.timeout(120_000);

  it("is the example, which has no finding itself", () => {
    assert.ok(SECTIONS.length > 25);
    assert.deepEqual(read(PLAN).findings, []);
  });

  it("from its start: one finding at most, and all sections before it", () => {
    for (let end = 1; end < PLAN.length; end += 29) {
      const { sections, findings } = read(PLAN.slice(0, end));
      const messages = findings.map((finding) => finding.message).join("\n");
      assert.ok(findings.length <= 1, `${end}: ${messages}`);
      const names = new Set(sections.map(({ section }) => section.name));
      for (const [index, { section }] of SECTIONS.entries())
        if ((SECTIONS[index + 1]?.start ?? PLAN.length) <= end)
          assert.ok(names.has(section.name), `${end}: ${section.name}`);
    }
  });

  it("in its middle: one finding at most, with a way to read on, and all other sections", () => {
    const lines = PLAN.split("\n");
    for (let number = 1; number < lines.length; number++) {
      for (const typed of [1, 4, 9, 30]) {
        const line = lines[number]!;
        if (line.length <= typed) continue;
        const text = lines.with(number, line.slice(0, typed)).join("\n");
        const { sections, findings } = read(text);
        const where = `line ${number + 1}, ${JSON.stringify(line.slice(0, typed))}: `;
        assert.ok(findings.length <= 1, where + findings.map((finding) => finding.message).join("\n"));
        assert.ok(findings.every((finding) => finding.repair));
        const names = new Set(sections.map(({ section }) => section.name));
        const lost = SECTIONS.filter(({ section }) => !names.has(section.name)).map(({ section }) => section.name);
        assert.ok(lost.length === 0 || (lost.length === 1 && line.startsWith(lost[0]!)), where + lost.join(", "));
      }
    }
  });
});
