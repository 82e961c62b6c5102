import assert from "node:assert/strict";
import { folds, readPlanFile, selections } from "@aiplan/core";
import fc from "fast-check";
import { examples } from "../../harness/examples.ts";

/** Print it and give it back as AIPLAN_FUZZ_SEED to see the same texts again. */
const SEED = Number(process.env.AIPLAN_FUZZ_SEED ?? 20_261_123);

const PLANS = examples();

/** An example, whole or with a piece cut out, which breaks most of them. */
const text = fc
  .record({
    plan: fc.nat({ max: PLANS.length - 1 }),
    at: fc.noBias(fc.nat({ max: 1_000_000 })),
    cut: fc.constantFrom(0, 1, 5, 50, 500),
    crlf: fc.boolean(),
    mark: fc.boolean(),
  })
  .map(({ plan, at, cut, crlf, mark }) => {
    const written = PLANS[plan]!.text;
    const start = at % written.length;
    const left = written.slice(0, start) + written.slice(start + cut);
    return (mark ? "\uFEFF" : "") + (crlf ? left.replaceAll("\n", "\r\n") : left);
  });

describe(`the structure of any plan (seed ${SEED})`, function () {
  this.timeout(60_000);

  it("selections lie in one another, hold the offset and end with the file", () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.noBias(fc.nat({ max: 1_000_000 })), { minLength: 20, maxLength: 20 }),
        (one, ats) => {
          const file = readPlanFile("file:///plan.aiplan", one);
          for (const at of ats) {
            const offset = at % (one.length + 1);
            const spans = selections(file, offset);
            assert.deepEqual(spans.at(-1), { start: 0, end: one.length });
            for (const [index, { start, end }] of spans.entries()) {
              assert.ok(start <= offset && offset <= end, `${start}-${end} does not hold ${offset}`);
              const around = spans[index + 1];
              if (!around) continue;
              assert.ok(around.start <= start && end <= around.end, `${start}-${end} reaches out at ${offset}`);
              assert.ok(end - start < around.end - around.start, `${start}-${end} is there twice at ${offset}`);
            }
          }
        },
      ),
      { seed: SEED, numRuns: 150 },
    );
  });

  it("every key and value of an example can be selected", () => {
    for (const { name, text: written } of PLANS) {
      const file = readPlanFile("file:///plan.aiplan", written);
      for (const { node } of [...file.definitions, ...file.references]) {
        if (node.borrowed) continue;
        const start = file.startOf(node.section) + node.start;
        const end = start + node.end - node.start;
        for (const offset of [start, end])
          assert.ok(
            selections(file, offset).some((span) => span.start === start && span.end === end),
            `${name}: «${written.slice(start, end)}» can't be selected`,
          );
      }
    }
  });

  it("folds lie beside or in one another, start in lines of their own and hide no blank line at their end", () => {
    fc.assert(
      fc.property(text, (one) => {
        const lines = one.split("\n");
        const lineOf = (offset: number) => one.slice(0, offset).split("\n").length - 1;
        const open: number[] = [];
        let before = -1;
        for (const { start, end } of folds(readPlanFile("file:///plan.aiplan", one))) {
          const [first, last] = [lineOf(start), lineOf(end)];
          assert.ok(first < last && first > before, `${first}-${last} comes after a fold at ${before}`);
          while (open.length > 0 && open.at(-1)! < first) open.pop();
          assert.ok(
            open.length === 0 || last <= open.at(-1)!,
            `${first}-${last} reaches out of the one that ends at ${open}`,
          );
          assert.notEqual(lines[last]?.trim(), "", `${first}-${last} ends in a blank line`);
          open.push(last);
          before = first;
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
