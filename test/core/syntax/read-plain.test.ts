import assert from "node:assert/strict";
import { rules } from "@aiplan/core";
import fc from "fast-check";
import type { Node, Section } from "../../../core/src/syntax/nodes.ts";
import { readPlain } from "../../../core/src/syntax/read-plain.ts";
import { readAnyYaml } from "../../../core/src/syntax/read-yaml.ts";
import { type Example, examples, isClean, PLANS } from "../../harness/examples.ts";
import { indentBy } from "../../harness/mangle.ts";
import { readMarked } from "../../harness/markers.ts";

/** How many random texts are tried in one run; `npm run fuzz` tries more. */
const TEXTS = Number(process.env.AIPLAN_FUZZ_EDITS ?? 3_000);
/** Print it and give it back as AIPLAN_FUZZ_SEED to see the same texts again. */
const SEED = Number(process.env.AIPLAN_FUZZ_SEED ?? 20_261_123);

/** Every field of a tree, and that what belongs together is the same node. */
function described(sections: readonly { readonly section: Section; readonly start: number }[]): unknown {
  const describe = (node: Node, section: Section): unknown => {
    assert.equal(node.section, section);
    const { kind, start, end, borrowed, type, key } = node;
    const own = { kind, start, end, borrowed, type, key: key?.start };
    if (node.kind === "scalar") return { ...own, ...node };
    if (node.kind === "list") {
      for (const item of node.all) assert.equal(item.parent, node);
      return { ...own, flow: node.flow, all: node.all.map((item) => describe(item, section)) };
    }
    const entries = node.all.map((entry) => {
      assert.equal(entry.value.parent, node);
      assert.equal(entry.value.key, entry.key);
      return { ...entry, key: describe(entry.key, section), value: describe(entry.value, section) };
    });
    return {
      ...own,
      flow: node.flow,
      lenders: node.lenders,
      keys: [...node.entries].map(({ key }) => key.text),
      entries,
    };
  };
  const plain = (value: unknown) =>
    JSON.parse(JSON.stringify(value, (name, one) => (name === "section" || name === "parent" ? undefined : one)));
  return sections.map(({ section, start }) => {
    const { uri, name, key, value, broken } = section;
    assert.equal(value.key, key);
    assert.equal(value.parent, undefined);
    return plain({ start, uri, name, broken, key: describe(key, section), value: describe(value, section) });
  });
}

/** Holds the plain reading, if there is one, against that of `yaml`. Returns whether there was one. */
function agrees(text: string): boolean {
  const sections = readPlain(text, "plan.aiplan");
  if (!sections) return false;
  const all = readAnyYaml(text, "plan.aiplan");
  assert.deepEqual({ findings: all.findings, second: all.secondDocument }, { findings: [], second: undefined });
  assert.deepEqual(described(sections), described(all.sections));
  return true;
}

const PIECES = [
  ..."{}[],:#'\"|>-?&*!%@`~<=.\\\u{1F600}\u00a0\u0085\u2028\uD83D\uFEFF\0\u0007\r\t",
  ...[
    "\n",
    "\n\n",
    "\r\n",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
    "\n# c\n",
    " # c",
    " #",
    "\n#d",
    "\n  #d",
    "- ",
    ": ",
    ":\n",
    ", ",
  ],
  ...[
    "a: ",
    "\nb: ",
    "\n  c: ",
    "d",
    "e f",
    "<x>",
    "<<: ",
    "|\n",
    "|-\n  ",
    ">\n  ",
    "1.5 h",
    '"q"',
    "'s'",
    "-5",
    "\\n",
    "\\\n",
  ],
  ...[
    "---\n",
    "...\n",
    "null",
    "{a: 1}",
    "[a, b]",
    "{a: 1, b}",
    "? a",
    "'it''s'",
    "http://x",
    "a:b",
    "x#y",
    "  ",
    "\n   ",
  ],
];

describe("the plain reading of YAML", function () {
  this.timeout(60_000 + TEXTS * 200);
  const plans = [...examples(), ...examples(PLANS)];

  it("reads nearly all clean plans", () => {
    const left = plans.filter((plan) => isClean(plan) && !readPlain(plan.text, "")).map(({ name }) => name);
    // In this order: anchors, a directive, a document's start, a byte order mark, JSON.
    assert.deepEqual(left, [
      "fraud-review/fraud-review.aiplan",
      "case-law-search.aiplan",
      "crop-imaging.aiplan",
      "invoice-matching.aiplan",
      "meter-reading.aiplan",
    ]);
  });

  it("agrees with `yaml` on every plan, however it is indented and its lines end", () => {
    for (const { text } of plans)
      for (const one of [text, indentBy(text, 2), text.trimEnd(), text.replace(/\r?\n/g, "\n\n")])
        for (const written of [one, one.replace(/\r?\n/g, "\r\n")]) agrees(written);
  });

  it("agrees with `yaml` on the examples of all rules", () => {
    const texts = rules
      .flatMap(({ examples: { bad, good } }) => [...bad.flatMap(({ plan, fixed }) => [plan, fixed ?? ""]), ...good])
      .flatMap((example) => readMarked(example).files.map(({ text }) => text));
    const read = texts.filter(agrees);
    assert.ok(read.length > texts.length * 0.8, `${read.length} of ${texts.length}`);
  });

  it(`agrees with \`yaml\` on ${TEXTS} plans with random edits (seed ${SEED})`, () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 })),
      insert: fc.oneof(fc.constant(""), fc.constantFrom(...PIECES)),
    });
    const plan = fc.constantFrom(...plans.filter(({ text }: Example) => text.length < 6000 && readPlain(text, "")));
    // Of a plan some lines are enough, and quicker.
    const piece = fc.record({
      plan,
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
    });
    const property = fc.property(piece, ({ plan: { text }, from, edits }) => {
      const start = text.indexOf("\n", Math.floor(from * text.length)) + 1;
      const key = start + Math.max(0, text.slice(start).search(/^[a-z]/m));
      let one = text.slice(key, key + 500);
      for (const { at, remove, insert } of edits) {
        const place = Math.floor(at * one.length);
        one = one.slice(0, place) + insert + one.slice(place + remove);
      }
      agrees(one);
    });
    fc.assert(property, { numRuns: TEXTS, seed: SEED });
  });

  it(`agrees with \`yaml\` on ${TEXTS * 10} texts of its signs in any order (seed ${SEED})`, () => {
    const text = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 });
    const property = fc.property(text, (pieces) => void agrees(`a: ${pieces.join("")}`));
    fc.assert(property, { numRuns: TEXTS * 10, seed: SEED });
  });
});
