import assert from "node:assert/strict";
import { applyEdits, format, formatTyped, readPlanFile } from "@aiplan/core";
import type { Verb } from "./verb.ts";

/** `@format(golden) 4`: what the file says once it is formatted, with levels of so many spaces (2 unless it is said). */
export const formatted: Verb = ({ argument = "format", rest, plan, golden }) => {
  const { file } = plan;
  const options = { tabSize: Number(rest || 2) };
  const after = applyEdits(file.text, format(file, options));
  assert.deepEqual(format(readPlanFile(file.uri, after), options), [], "the second time something changes");
  golden(argument, after);
};

/** `@formatlines(golden) 4`: the same for the marked lines; the others stay. */
export const formattedLines: Verb = ({ argument = "lines", rest, marker, plan, golden }) => {
  const { file } = plan;
  const after = applyEdits(file.text, format(file, { tabSize: Number(rest || 2) }, marker));
  const first = file.text.lastIndexOf("\n", marker.start - 1) + 1;
  assert.equal(after.slice(0, first), file.text.slice(0, first));
  assert.ok(after.endsWith(file.text.slice(file.text.indexOf("\n", marker.end))), "a line below was changed");
  golden(argument, after);
};

/** `@typed(golden)`: what the marked line says once its author has gone on to the next one. Nothing else changes. */
export const typed: Verb = ({ argument = "typed", marker, plan, golden }) => {
  const { file } = plan;
  const { text } = file;
  const end = text.indexOf("\n", marker.end);
  const edits = formatTyped(file, { tabSize: 2 }, end + 1);
  const start = text.lastIndexOf("\n", marker.start - 1) + 1;
  assert.ok(edits.every((edit) => start <= edit.start && edit.end <= end));
  golden(argument, applyEdits(text, edits));
};
