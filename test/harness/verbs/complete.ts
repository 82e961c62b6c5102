import assert from "node:assert/strict";
import { applyEdits, type CompletionItem, complete } from "@aiplan/core";
import { nearby } from "../nearby.ts";
import type { Marked, Verb } from "./verb.ts";

/**
 * `@complete one, two, …`: what is offered at the end of the span, or at `$0` where the file has it, in this order; with
 * `…` at the end more may follow, and with nothing nothing is offered.
 */
export const completion: Verb = (marked) => {
  const labels = itemsAt(marked).map(({ label }) => label);
  const expected = marked.rest === "" ? [] : marked.rest.split(", ");
  const open = expected.at(-1) === "…";
  if (open) expected.pop();
  assert.deepEqual(open ? labels.slice(0, expected.length) : labels, expected);
};

/** `@insert(golden) label`: the golden is the text of the file after the item. */
export const insert: Verb = (marked) => {
  const { argument = "insert", rest, plan, golden } = marked;
  const item = itemsAt(marked).find(({ label }) => label === rest);
  assert.ok(item, `“${rest}” is not offered`);
  const after = applyEdits(plan.file.text, [{ uri: plan.file.uri, ...item.insert }]);
  assert.ok(new Set(after.match(/\r?\n/g)).size <= 1, "mixed line ends");
  golden(argument, after);
};

function itemsAt({ plan, marker, file, files }: Marked): CompletionItem[] {
  return complete(plan, file.cursor ?? marker.end, { snippets: true, files: nearby(files) });
}
