import assert from "node:assert/strict";
import { define } from "@aiplan/core";
import { ROOT } from "../check.ts";
import type { Marked, Verb } from "./verb.ts";

/** `@def(name)`: what `@ref(name)` leads to. It leads to itself, and to nothing that is not the same. */
export const def: Verb = (marked) => {
  const own = `${marked.file.name}:${marked.marker.start}-${marked.marker.end}`;
  const same = targetsOf(marked);
  assert.ok(same.includes(own), `it leads to ${same}, not to itself`);
  for (const target of same) assert.ok(marked.placesOf("def", marked.argument!).includes(target), target);
};

/** `@ref(name)`: leads to every `@def(name)` of the fixture. */
export const ref: Verb = (marked) => assert.deepEqual(targetsOf(marked), marked.placesOf("def", marked.argument!));

/** `@nodef`: leads nowhere. */
export const nodef: Verb = ({ plan, marker }) => assert.equal(define(plan, marker.start), undefined);

/** The names that the marked span leads to, from wherever in it one asks. */
function targetsOf({ argument, marker, plan }: Marked): string[] {
  assert.ok(argument, "a name is needed, as in @ref(name)");
  const answers = [marker.start, marker.end].map((offset) => {
    const answer = define(plan, offset);
    assert.ok(answer, `nothing is defined for ${argument}`);
    assert.deepEqual([answer.origin.start, answer.origin.end], [marker.start, marker.end]);
    for (const { name, whole } of answer.targets) assert.ok(whole.start <= name.start && name.end <= whole.end);
    return answer.targets.map(({ name }) => `${name.uri.slice(ROOT.length + 1)}:${name.start}-${name.end}`).sort();
  });
  assert.deepEqual(answers[0], answers[1]);
  return answers[0]!;
}
