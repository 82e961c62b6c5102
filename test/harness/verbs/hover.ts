import assert from "node:assert/strict";
import { documentAt, type Hover, hover as hoverAt } from "@aiplan/core";
import { ROOT } from "../check.ts";
import type { Marked, Verb } from "./verb.ts";

/** `@hover(golden)`: the Markdown for the marked span; `@hover words`: they are in it, as plain text. */
export const hover: Verb = (marked) => {
  const { marker, golden, argument, rest } = marked;
  const first = at(marked, marker.start);
  assert.ok(first, "there is no hover");
  assert.deepEqual(first, at(marked, marker.end - 1), "it differs inside the span");
  assert.deepEqual([first.place.start, first.place.end], [marker.start, marker.end], "it is about another span");
  if (argument) golden(argument, first.markdown);
  if (rest) assert.ok(first.plain.includes(rest), `“${rest}” is not in:\n${first.plain}`);
};

/** `@nohover`: there is nothing to say. */
export const nohover: Verb = (marked) => assert.equal(at(marked, marked.marker.start)?.markdown, undefined);

/** `@nothover words`: they are not in the Markdown. */
export const nothover: Verb = (marked) => {
  assert.ok(!at(marked, marked.marker.start)?.markdown.includes(marked.rest), `“${marked.rest}” is there`);
};

function at({ plan, plans, findings, files }: Marked, offset: number): Hover | undefined {
  const document = files[documentAt(plan, offset)?.slice(ROOT.length + 1) ?? ""];
  return hoverAt(plan, findings, offset, { others: plans, pageOf: (rule) => `docs/${rule}.md`, document });
}
