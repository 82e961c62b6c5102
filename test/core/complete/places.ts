import assert from "node:assert/strict";
import { completeIn } from "./completing.ts";

/** A place in a plan, and what completion has to say there; each is tried with both kinds of line ends. */
export interface Place {
  readonly it: string;
  /** A plan with `$0` where the cursor is. */
  readonly plan: string;
  /** All labels in their order; with `…` at the end, how they begin. */
  readonly labels: readonly string[];
  /** What the line of the cursor, and those that came with it, read after an item. */
  readonly after?: Readonly<Record<string, string>>;
  readonly withoutSnippets?: true;
}

export function testPlaces(places: readonly Place[]): void {
  for (const place of places)
    for (const crlf of [false, true])
      it(`${place.it}${crlf ? ", with CRLF" : ""}`, async () => {
        const found = await completeIn(place.plan, { snippets: !place.withoutSnippets, crlf });
        const open = place.labels.at(-1) === "…";
        const expected = open ? place.labels.slice(0, -1) : place.labels;
        assert.deepEqual(open ? found.labels.slice(0, expected.length) : found.labels, expected);
        for (const [label, lines] of Object.entries(place.after ?? {})) {
          const { text, offset } = found;
          const after = found.with(label);
          if (crlf) assert.ok(!/(?<!\r)\n/.test(after), "mixed line ends");
          const start = text.lastIndexOf("\n", offset - 1) + 1;
          const unix = after.slice(offset === 0 ? 0 : start).replaceAll("\r\n", "\n");
          assert.equal(unix.slice(0, lines.length), lines);
          assert.ok(
            unix.length === lines.length || /^\n/.test(unix.slice(lines.length)),
            `more than ${lines}: ${unix}`,
          );
        }
      });
}
