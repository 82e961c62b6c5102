import assert from "node:assert/strict";
import { parse } from "yaml";
import { applyFix, checkText } from "../../harness/check.ts";

const NAME = "plan.aiplan";

/** The review after the fix that adds the alarm `drift` to its list, as it was written; undefined where there is none. */
async function added(review: string): Promise<string | undefined> {
  const before = "stage: pilot\ntriggers:\n  late: {do: notify}\n  drift: {do: review}\n  on, off: {do: notify}\n";
  const eol = review.includes("\r\n") ? "\r\n" : "\n";
  const text = `${before.replaceAll("\n", eol)}reviews:${eol}  board:${review}`;
  const fixes = (await checkText(text))
    .filter(({ rule }) => rule === "review-unattended")
    .flatMap(({ fixes }) => fixes);
  const [fix] = fixes;
  const fixed = fix && applyFix({ [NAME]: text }, fix)[NAME];
  const lists = (plan: string) => parse(plan).reviews.board["triggered-by"];
  if (fixed) assert.deepEqual(lists(fixed), [...lists(text), "drift"], fixed);
  return fixed?.slice(text.length - review.length);
}

describe("one more item of a list", () => {
  const kept: Readonly<Record<string, readonly [before: string, after: string]>> = {
    "on one line": [" {triggered-by: [late]}\n", " {triggered-by: [late, drift]}\n"],
    "with a comma at its end": [" {triggered-by: [late,]}\n", " {triggered-by: [late, drift,]}\n"],
    "in quotes": [' {"triggered-by":["late"]}', ' {"triggered-by":["late", "drift"]}'],
    "on lines of its own": [
      "\n    triggered-by:\n      - late\n    chair: ops\n",
      "\n    triggered-by:\n      - late\n      - drift\n    chair: ops\n",
    ],
    "with CRLF": [
      "\r\n    triggered-by:\r\n    - late\r\n    chair: ops\r\n",
      "\r\n    triggered-by:\r\n    - late\r\n    - drift\r\n    chair: ops\r\n",
    ],
    "with a comment, and no last line end": [
      "\n    triggered-by:\n    -  late # often",
      "\n    triggered-by:\n    -  late # often\n    -  drift",
    ],
    "in brackets over several lines": [
      "\n    triggered-by: [\n      late, # often\n      'on, off' # seldom\n    ]\n",
      "\n    triggered-by: [\n      late, # often\n      'on, off',\n      \"drift\" # seldom\n    ]\n",
    ],
  };
  for (const [name, [before, after]] of Object.entries(kept))
    it(`is written as the others are: ${name}`, async () => assert.equal(await added(before), after));

  it("is left to the author where the last one stands in another place, or over several lines", async () => {
    for (const review of [
      "\n    triggered-by:\n      - &name late\n      - *name\n",
      "\n    triggered-by:\n      - |-\n        late\n",
      "\n    triggered-by:\n      - ? late\n",
    ])
      assert.equal(await added(review), undefined, review);
  });
});
