import assert from "node:assert/strict";
import { applyEdits, language, organizeSections, readPlanFile } from "@aiplan/core";
import fc from "fast-check";
import { parse } from "yaml";
import { examples, PLANS } from "../../harness/examples.ts";

const KEYS = Object.keys(language.Plan.keys);

function organized(text: string): string {
  const after = applyEdits(text, organizeSections(readPlanFile("file:///plan.aiplan", text)));
  assert.deepEqual(organizeSections(readPlanFile("file:///plan.aiplan", after)), [], "the second time something moves");
  return after;
}

function keysOf(text: string): string[] {
  return Object.keys(parse(text, { uniqueKeys: false }));
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .sort();
}

/** Cuts a plan before its keys, and before the comments that stand right above them. */
function pieces(text: string): string[] {
  return text.split(/^(?=(?:#.*\r?\n)*[a-z][a-z0-9-]*:)(?<!^#.*\r?\n)/m);
}

describe("organized sections", () => {
  it("are in the order of the language whatever order they were in, with every line and all values", () => {
    const plans = [...examples(), ...examples(PLANS)]
      .filter(({ name, text }) => !name.startsWith("broken/") && !/[&*]\w|^(?:%|---)/m.test(text))
      .map(({ text }) => text.trimEnd().replaceAll("\r\n", "\n"));
    assert.ok(plans.length > 10);
    const shuffled = fc.constantFrom(...plans).chain((text) => {
      const all = pieces(text).map((piece) => `${piece.trimEnd()}\n`);
      return fc.record({
        before: fc.shuffledSubarray(all, { minLength: all.length }).map((list) => list.join("")),
        crlf: fc.boolean(),
        end: fc.constantFrom("", "\n", "\n\n# The end.\n"),
      });
    });
    const property = fc.property(shuffled, ({ before, crlf, end }) => {
      const whole = before.trimEnd() + end;
      const text = crlf ? whole.replaceAll("\n", "\r\n") : whole;
      const after = organized(text);
      const known = keysOf(after).filter((key) => KEYS.includes(key));
      assert.deepEqual(
        known,
        KEYS.filter((key) => known.includes(key)),
      );
      assert.deepEqual(linesOf(after), linesOf(text));
      assert.deepEqual(parse(after, { uniqueKeys: false }), parse(text, { uniqueKeys: false }));
      assert.equal(after.endsWith("\n"), text.endsWith("\n"));
      if (crlf) assert.doesNotMatch(after, /[^\r]\n/);
    });
    fc.assert(property, { numRuns: 60 });
  });

  it("take what belongs to them along, and leave the rest", () => {
    const cases: Record<string, string> = {
      "# The plan.\n\nname: x\naiplan: 1\n": "# The plan.\n\naiplan: 1\nname: x\n",
      "# Of the name.\nname: x\n# Of the version.\naiplan: 1\n":
        "# Of the version.\naiplan: 1\n# Of the name.\nname: x\n",
      "stage: pilot\n\n# c\nname: x # d\n  # e\n\n# end\n": "# c\nname: x # d\n  # e\n\nstage: pilot\n\n# end\n",
      "\uFEFF# c\nname: x\naiplan: 1": "\uFEFFaiplan: 1\n# c\nname: x",
      "---\nname: x\naiplan: 1\n...\n# d\n": "---\naiplan: 1\nname: x\n...\n# d\n",
      "x-a: 1\nname: x\nx-b: 2\nfoo: 3\naiplan: 1\nx-c: 4\n": "x-a: 1\naiplan: 1\nx-c: 4\nname: x\nx-b: 2\nfoo: 3\n",
      "x: &a 1\nname: *a\naiplan: 1\n": "x: &a 1\naiplan: 1\nname: *a\n",
    };
    for (const [before, after] of Object.entries(cases)) assert.equal(organized(before), after, JSON.stringify(before));
  });

  it("stay where they are if moving them could change what they say", () => {
    for (const text of [
      "name: &a x\naiplan: *a\n",
      "x: &a 1\nname: &a 2\naiplan: *a\n",
      "{name: x, aiplan: 1}\n",
      "name: 'x\naiplan: 1\n",
      "name: x\naiplan: 1\nname: y\n",
      "title: |+\n  x\n\naiplan: 1\n",
      "? name\n: x\naiplan: 1\n",
      "base: &a {owner: x}\nname: x\n<<: *a\naiplan: 1\n",
      "name: x\n---\naiplan: 1\n",
      "",
    ])
      assert.equal(organized(text), text, JSON.stringify(text));
  });

  it("move as few as can be", () => {
    const text = "name: x\ntitle: y\nstage: pilot\naiplan: 1\nowner: z\n";
    const edits = organizeSections(readPlanFile("file:///plan.aiplan", text));
    assert.deepEqual(
      edits.map(({ start, end, newText }) => [text.slice(start, end), newText]),
      [
        ["", "aiplan: 1\n"],
        ["aiplan: 1\n", ""],
      ],
    );
  });
});
