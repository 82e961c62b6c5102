import assert from "node:assert/strict";
import { readPlanFile } from "@aiplan/core";

describe("text that nests too deep", () => {
  const deep: Record<string, string> = {
    brackets: `x-a: ${"[".repeat(100_000)}`,
    "brackets that close": `x-a: ${"[".repeat(50_000)}${"]".repeat(50_000)}`,
    braces: `x-a: ${"{a: ".repeat(50_000)}`,
    "brackets at the start": "[".repeat(100_000),
    dashes: `x-a:\n  ${"- ".repeat(50_000)}x`,
    "question marks": "? ".repeat(50_000),
    lines: Array.from({ length: 2000 }, (_, level) => `${" ".repeat(level)}a:`).join("\n"),
  };
  for (const [name, text] of Object.entries(deep)) {
    it(`is refused with one finding: ${name}`, () => {
      const { syntax } = readPlanFile("file:///a.aiplan", text);
      assert.equal(syntax.length, 1);
      assert.match(syntax[0]?.message ?? "", /deep/);
    });
  }

  it("leaves the other sections readable", () => {
    const file = readPlanFile("file:///a.aiplan", `name: a\nx-a: ${"[".repeat(10_000)}\nstage: pilot\n`);
    assert.equal(file.stage, "pilot");
    assert.equal(file.root.get("name")?.value, "a");
  });

  it("is not seen in long lists, wide maps and texts with brackets", () => {
    const items = Array.from({ length: 2000 }, (_, index) => `  - {what: "step [${index}", at: [a, {b: c}]}`).join(
      "\n",
    );
    assert.deepEqual(readPlanFile("file:///a.aiplan", `x-a:\n${items}\nx-b: 1\n`).syntax, []);
  });
});
