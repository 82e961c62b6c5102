import assert from "node:assert/strict";
import { compareFiles } from "../../harness/compare.ts";
import { examples, isClean } from "../../harness/examples.ts";

const plans = examples().filter(isClean);
const [ticketRouting] = plans.filter(({ name }) => name.startsWith("ticket-routing/"));

/** An edit of a whole plan, and what is said of it. */
const EDITS: readonly { readonly from: string; readonly to: string; readonly words: readonly string[] }[] = [
  {
    from: "month-6: 93%",
    to: "month-6: 88%",
    words: ["Month-6 target of `routing-accuracy` lowered from 93% to 88%."],
  },
];

describe("changes in words", () => {
  for (const { from, to, words } of EDITS)
    it(`${from} → ${to}`, async () => {
      assert.ok(ticketRouting);
      const { files, name, text } = ticketRouting;
      assert.ok(text.includes(from));
      const { changes } = await compareFiles(files, { ...files, [name]: text.replace(from, to) }, name);
      assert.deepEqual(
        changes.map((change) => change.words),
        words,
      );
    });
});
