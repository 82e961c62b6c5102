import assert from "node:assert/strict";
import { CheckedPlan, type CodeAction, codeActions } from "@aiplan/core";
import { applyFix, load, ROOT } from "../check.ts";
import type { Marked, Verb } from "./verb.ts";

/**
 * `@action(golden) title`: offered for the span; the golden is the text of the plan after it, and after each other file
 * that it changes a line with its name.
 */
export const action: Verb = async (marked) => {
  const { argument, rest, file, files, golden } = marked;
  const actions = offered(marked);
  const chosen = actions.find(({ title }) => title === rest);
  assert.ok(chosen, `no action “${rest}” among: ${actions.map(({ title }) => title).join("; ")}`);
  const edits = await chosen.edits();
  for (const { newText, stops = [] } of edits)
    for (const { start, end } of stops) assert.match(newText.slice(start, end), /^<.*>$/, "a stop is a placeholder");
  const after = applyFix(files, { title: rest, kind: "stub", preferred: false, edits: () => edits });
  const changed = Object.keys(after).filter((name) => name !== file.name && after[name] !== files[name]);
  for (const name of [file.name, ...changed])
    assert.ok(new Set(after[name]?.match(/\r?\n/g)).size <= 1, `mixed line ends in ${name}`);
  assert.ok(edits.every(({ uri }) => uri.startsWith(ROOT)));
  const shown = changed.sort().map((name) => `=== ${name}\n${after[name]}`);
  if (argument) golden(argument, [after[file.name] ?? "", ...shown].join(""));
};

/** `@noaction title`: not offered for the span, nor anything that begins so. */
export const noaction: Verb = (marked) => {
  const { rest } = marked;
  assert.ok(!offered(marked).some(({ title }) => title.startsWith(rest)), `“${rest}” is offered`);
};

function offered({ plan, findings, marker, file, files }: Marked): CodeAction[] {
  const again = async (text: string) => new CheckedPlan(await load({ ...files, [file.name]: text }, file.name));
  return codeActions(plan, findings, marker, { load: again });
}
