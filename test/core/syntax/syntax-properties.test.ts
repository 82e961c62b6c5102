import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { walk } from "../../../core/src/syntax/nodes.ts";
import { changed, read } from "./reading.ts";

const PLAN = readFileSync(new URL("../../../examples/ticket-routing/ticket-routing.aiplan", import.meta.url), "utf8");

/** Edits that went wrong once. */
const MET: [{ at: number; remove: number; insert: string }[], boolean][] = [
  [
    [
      { at: 6146, remove: 0, insert: "{" },
      { at: 3680, remove: 4, insert: ">= " },
    ],
    true,
  ],
];

/** What trips YAML, to be typed anywhere. */
const STUMBLING =
  "\t| |  |\n|\r\n|:|: |{|}|[|]|,|\"|'|#| #|- |-|*|&|!|%|@|`|>|>= |?|? |<|>5|~|\u00a0|😀|---\n|...|key: x|a|<<: *x|&x|*x"
    .split("|")
    .concat("|");

/** Holds for every reading of every text. */
function hold(text: string): void {
  const { sections, findings } = read(text);
  for (const finding of findings) {
    assert.ok(0 <= finding.start && finding.start <= finding.end && finding.end <= text.length);
    assert.ok(!text.slice(finding.start, finding.end).endsWith("\r"), finding.message);
    assert.ok(finding.message.length > 0 && !finding.message.includes("undefined"), finding.message);
    const { repair } = finding;
    if (repair) assert.equal(repair.newText.length, repair.end - repair.start);
    if (!finding.fix) continue;
    for (const change of finding.fix.changes)
      assert.ok(0 <= change.start && change.start <= change.end && change.end <= text.length);
    assert.notEqual(changed(text, finding.fix.changes), text, finding.fix.title);
  }
  for (const { section, start } of sections) {
    if (!section.key.borrowed && !section.key.spoiled && section.key.style === "plain" && !/\s/.test(section.name))
      assert.ok(text.startsWith(section.name, start), `${section.name} at ${start}`);
    for (const node of walk(section.value)) {
      assert.ok(start + node.start <= start + node.end && start + node.end <= text.length);
      const ownText = node.kind === "scalar" && node.style === "plain" && !node.borrowed && !node.spoiled;
      if (ownText && !section.broken && !/\s/.test(node.text))
        assert.equal(text.slice(start + node.start, start + node.end), node.text);
    }
  }
}

describe("reading YAML", function () {
  this.timeout(120_000);

  it("never throws on any text, and every span lies in it", () => {
    const piece = fc.oneof(fc.constantFrom(...STUMBLING), fc.string({ maxLength: 6 }), fc.constant("\n  b: "));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => hold(pieces.join(""))),
      { numRuns: 2000 },
    );
  });

  it("never throws on a plan with edits", () => {
    const edit = fc.record({ at: fc.nat(PLAN.length), remove: fc.nat(6), insert: fc.constantFrom("", ...STUMBLING) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.boolean(), (edits, crlf) => {
        let text = PLAN;
        for (const { at, remove, insert } of edits) text = text.slice(0, at) + insert + text.slice(at + remove);
        hold(crlf ? text.replace(/\r?\n/g, "\r\n") : text);
      }),
      { numRuns: 400, examples: MET },
    );
  });
});

describe("reading YAML takes no longer than its length warrants", function () {
  this.timeout(60_000);

  const row = (index: number, value: string) => `  key-${index}: ${value}`;
  const rows = (value: string, count = 8000) =>
    Array.from({ length: count }, (_, index) => row(index, value)).join("\n");
  const HOSTILE: Record<string, string> = {
    "20,000 levels of [": `a: ${"[".repeat(20_000)}`,
    "20,000 levels of {": `a: ${"{".repeat(20_000)}`,
    "20,000 levels of {a:": `a: ${"{a: ".repeat(20_000)}`,
    "20,000 levels of [ that are closed": `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}`,
    "20,000 levels of dashes": "- ".repeat(20_000),
    "20,000 levels of dashes below a key": `a:\n  ${"- ".repeat(20_000)}`,
    "1,500 levels of indentation": Array.from({ length: 1500 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
    "20,000 colons": "a: ".repeat(20_000),
    "20,000 closing brackets": "]".repeat(20_000),
    "20,000 quotes": '"'.repeat(20_000),
    "an error on every line": `a:\n${rows("@someone, or another")}`,
    "an operator on every line": `a:\n${rows("{b: >= 1, c: two}")}`,
    "an error in every section": Array.from({ length: 8000 }, (_, index) => `key-${index}: @x`).join("\n"),
    "an unknown alias on every line": `a:\n${rows("*unknown")}`,
    "lines without a colon": "word\n".repeat(20_000),
    "a quote that is never closed": `a: "${rows("some text")}`,
    "a bracket that is never closed": `a: [${rows("some text")}`,
    "tabs and spaces in turn": `a:\n${rows("x").replace(/\n {2}(key-\d*[13579]:)/g, "\n\t$1")}`,
    "a line of spaces": `a${" ".repeat(300_000)}b\nc: @\n`,
    "a line of spaces in quotes": `a: {b: "${" ".repeat(300_000)}x\nc: 1\n`,
    "a line of spaces in brackets": `a: {b: c${" ".repeat(300_000)}x\nc: 1\n`,
    "nothing but line ends, then an error": `${"\n".repeat(300_000)}a: @\n`,
    "a line of number signs": `a: [ ${"#".repeat(300_000)}`,
  };
  for (const [name, text] of Object.entries(HOSTILE)) {
    it(name, () => {
      const begun = performance.now();
      const { findings } = read(text);
      const seconds = (performance.now() - begun) / 1000;
      assert.ok(seconds < 10, `${seconds} s`);
      assert.ok(findings.length > 0);
    });
  }
});
