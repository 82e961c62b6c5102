import assert from "node:assert/strict";
import { inlayHints } from "@aiplan/core";
import type { Verb } from "./verb.ts";

/** `@hints(golden)`: the lines of the file that have hints, with each hint as `«text»` where it stands, its tooltip below. */
export const hints: Verb = ({ argument = "hints", plan, golden }) => {
  const { text } = plan.file;
  const found = inlayHints(plan, { start: 0, end: text.length });
  let start = 0;
  const lines = text.split("\n").flatMap((line) => {
    const end = start + line.length;
    const own = found.filter(({ offset }) => offset >= start && offset <= end);
    let shown = line;
    for (const hint of own.toReversed())
      shown = `${shown.slice(0, hint.offset - start)}«${hint.text}»${shown.slice(hint.offset - start)}`;
    start = end + 1;
    return own.length === 0 ? [] : [shown, ...own.map(({ tooltip }) => `    ${tooltip}`)];
  });
  golden(argument, lines.join("\n"));
};

/** `@hintshere a | b`: the hints that are asked for with the marked span, in the order of the text. */
export const hintsHere: Verb = ({ marker, plan, rest }) => {
  const shown = inlayHints(plan, marker).map(({ text }) => text);
  assert.deepEqual(shown, rest === "" ? [] : rest.split(" | "));
};
