import fc from "fast-check";
import { type Example, examples } from "../../harness/examples.ts";
import { tryReport, tryText } from "../../harness/try-text.ts";

/** How many random edits are tried in one run; `npm run fuzz` tries more. */
const EDITS = Number(process.env.AIPLAN_FUZZ_EDITS ?? 10_000);
/** Print it and give it back as AIPLAN_FUZZ_SEED to see the same edits again. */
const SEED = Number(process.env.AIPLAN_FUZZ_SEED ?? 20_261_123);

const FRAGMENTS = [
  ":",
  ": ",
  "- ",
  "  ",
  "\t",
  "\n",
  "\r\n",
  "{",
  "}",
  "[",
  "]",
  '"',
  "'",
  "#",
  ">= 92%",
  "|",
  ">",
  "&a",
  "*a",
  "<<: *a",
  "<x>",
  "---\n",
  "%",
  "@",
  "!t ",
  ",",
  "\u{1F600}",
  "\uFEFF",
  "\0",
  "\uD800",
  "__proto__: 1\n",
  "constructor",
  "x-a: {b}",
  "140,000 EUR",
];

describe("any text can be read, checked and asked about", function () {
  // Ten times what an edit takes on a slow machine.
  this.timeout(EDITS * 200);

  it(`${EDITS} random edits of the examples (seed ${SEED})`, async () => {
    const plans = examples();
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
      insert: fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 8 })),
    });
    const sequence = fc.record({
      plan: fc.nat(plans.length - 1),
      edits: fc.array(edit, { minLength: 10, maxLength: 10 }),
    });
    await fc.assert(
      fc.asyncProperty(sequence, async ({ plan, edits }) => {
        const example = plans[plan] as Example;
        let { text } = example;
        for (const [index, { at, remove, insert }] of edits.entries()) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + insert + text.slice(start + remove);
          // A report takes as long as all else together: it is made of every fifth text.
          const attempt = index % 5 === 4 ? tryReport : tryText;
          await attempt(example, text, [start, start + insert.length]);
        }
      }),
      { numRuns: Math.ceil(EDITS / 10), seed: SEED },
    );
  });
});
