import assert from "node:assert/strict";
import { codeActions } from "@aiplan/core";
import { applyFix, ROOT } from "../check.ts";
import type { Verb } from "./verb.ts";

/** `@action(golden) title`: offered for the span; the golden is the text of the plan after it. */
export const action: Verb = ({ argument, rest, plan, findings, marker, file, files, golden }) => {
  const actions = codeActions(plan, findings, marker);
  const chosen = actions.find(({ title }) => title === rest);
  assert.ok(chosen, `no action “${rest}” among: ${actions.map(({ title }) => title).join("; ")}`);
  const edits = chosen.edits();
  for (const { newText, stops = [] } of edits)
    for (const { start, end } of stops) assert.match(newText.slice(start, end), /^<.*>$/, "a stop is a placeholder");
  const after = applyFix(files, { title: rest, kind: "stub", preferred: false, edits: () => edits })[file.name] ?? "";
  const lineEnds = new Set(after.match(/\r?\n/g));
  assert.ok(lineEnds.size <= 1, "mixed line ends");
  assert.ok(edits.every(({ uri }) => uri.startsWith(ROOT)));
  if (argument) golden(argument, after);
};

/** `@noaction title`: not offered for the span. */
export const noaction: Verb = ({ rest, plan, findings, marker }) => {
  assert.ok(!codeActions(plan, findings, marker).some(({ title }) => title === rest), `“${rest}” is offered`);
};
