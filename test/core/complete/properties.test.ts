import assert from "node:assert/strict";
import { readPlanFile } from "@aiplan/core";
import fc from "fast-check";
import { examples } from "../../harness/examples.ts";
import { apply, completeAt } from "./completing.ts";

/** Print it and give it back as AIPLAN_FUZZ_SEED to see the same places again. */
const SEED = Number(process.env.AIPLAN_FUZZ_SEED ?? 20_261_123);
const RUNS = Number(process.env.AIPLAN_COMPLETIONS ?? 400);

const PLANS = examples();

/** What an author may have typed at the cursor, and what is left after it. */
const place = fc.record({
  plan: fc.nat({ max: PLANS.length - 1 }),
  at: fc.noBias(fc.nat({ max: 1_000_000 })),
  rest: fc.constantFrom("kept", "line cut", "file cut"),
  typed: fc.constantFrom(
    "",
    "",
    "",
    "\n",
    "\n  ",
    "\n    ",
    " ",
    "a",
    "- ",
    "{",
    "[",
    '"',
    ", ",
    ": ",
    "# ",
    "60 ",
    "\t",
  ),
  crlf: fc.boolean(),
  mark: fc.boolean(),
  snippets: fc.boolean(),
  choice: fc.nat(),
});

describe(`completion anywhere in a plan (seed ${SEED})`, function () {
  this.timeout(600_000);

  it(`answers at ${RUNS} places, and what it offers leaves YAML that reads as well as before`, async () => {
    await fc.assert(
      fc.asyncProperty(place, async ({ plan, at, rest, typed, crlf, mark, snippets, choice }) => {
        const example = PLANS[plan]!;
        const whole = (mark ? "\uFEFF" : "") + (crlf ? example.text.replaceAll("\n", "\r\n") : example.text);
        const written = crlf ? typed.replace("\n", "\r\n") : typed;
        const cut = whole.slice(0, at % whole.length).replace(/\r$/, "").length;
        const before = whole.slice(0, cut) + written;
        const text = before + restOf(whole, cut, rest);
        const { items } = await completeAt({ ...example.files, [example.name]: text }, example.name, before.length, {
          snippets,
        });
        const item = items[choice % Math.max(items.length, 1)];
        if (!item) return;
        const { start, end } = item.insert;
        assert.ok(
          start <= before.length && before.length <= end,
          `the cursor is in the range ${start} ${before.length} ${end} ${JSON.stringify(before.slice(-80))} | ${JSON.stringify(text.slice(before.length).slice(0, 50))} ${JSON.stringify(item)}`,
        );
        assert.ok(
          !/[\r\n]/.test(text.slice(start, end)),
          `the range is on one line ${JSON.stringify(text.slice(start - 50, end))}`,
        );
        const after = apply(text, item);
        assert.ok(!text.includes("\r\n") || !/(?<!\r)\n/.test(after), "line ends stay as they are");
        const errors = (one: string) => readPlanFile("file:///plan.aiplan", one).syntax.map(({ message }) => message);
        const show = `${JSON.stringify(text.slice(Math.max(0, start - 80), start))}|${JSON.stringify(text.slice(start, end + 60))} <- ${JSON.stringify(item.insert.newText)}`;
        const more = errors(text).length > 0 ? 1 : 0;
        assert.ok(errors(after).length <= errors(text).length + more, `${show}: ${errors(after).join("; ")}`);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

function restOf(text: string, offset: number, rest: string): string {
  if (rest === "kept") return text.slice(offset);
  const end = text.slice(offset).search(/\r?\n/);
  return rest === "file cut" || end < 0 ? "" : text.slice(offset + end);
}
