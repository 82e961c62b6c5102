import assert from "node:assert/strict";
import { selections } from "@aiplan/core";
import type { Verb } from "./verb.ts";

/** `@selects(golden)`: what is selected from the marked place outwards, a line for each, with the line breaks shown. */
export const selection: Verb = ({ argument = "selection", marker, plan, golden }) => {
  const { text } = plan.file;
  const [innermost, ...others] = selections(plan.file, marker.start);
  assert.deepEqual(innermost, { start: marker.start, end: marker.end }, "the innermost is what is marked");
  const shown = [innermost!, ...others].map(({ start, end }) => text.slice(start, end).split(/\r?\n/).join("⏎"));
  golden(argument, shown.join("\n"));
};
