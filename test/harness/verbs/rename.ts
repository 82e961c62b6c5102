import assert from "node:assert/strict";
import { applyEdits, prepareRename, rename } from "@aiplan/core";
import { ROOT } from "../check.ts";
import type { Verb } from "./verb.ts";

/** `@rename(golden) name`: the marked name, and no more, is to be changed; what the changed files say then. */
export const renaming: Verb = ({ argument = "renamed", rest, files, marker, plan, plans, golden }) => {
  for (const offset of [marker.start, marker.end]) {
    const start = prepareRename(plan, offset, plans);
    assert.ok(start && "place" in start, JSON.stringify(start));
    assert.deepEqual([start.place.start, start.place.end], [marker.start, marker.end]);
    assert.equal(start.name, plan.file.text.slice(marker.start, marker.end));
  }
  const answer = rename(plan, marker.start, rest, plans);
  assert.ok(answer && "edits" in answer, JSON.stringify(answer));
  const changed = Object.entries(files).flatMap(([name, text]) => {
    const own = answer.edits.filter(({ uri }) => uri === `${ROOT}/${name}`);
    return own.length > 0 ? [`== ${name}`, applyEdits(text, own)] : [];
  });
  golden(argument, changed.join("\n"));
};

/**
 * `@norename(name) sentence`: this name is refused, with a sentence that begins so. `@norename sentence`: every name is.
 * `@norename`: there is no name.
 */
export const norename: Verb = ({ argument, rest, marker, plan, plans }) => {
  const start = prepareRename(plan, marker.start, plans);
  const answer = rename(plan, marker.start, argument ?? "another-name", plans);
  if (argument === undefined) assert.deepEqual(start, answer);
  else assert.ok(start && "place" in start, JSON.stringify(start));
  const refused = answer && ("refused" in answer ? answer.refused : JSON.stringify(answer));
  if (rest === "") assert.equal(refused, undefined);
  else assert.ok(refused?.startsWith(rest), refused);
};
