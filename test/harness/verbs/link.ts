import assert from "node:assert/strict";
import { define, links } from "@aiplan/core";
import { ROOT } from "../check.ts";
import type { Marked, Verb } from "./verb.ts";

/** `@link(target) tooltip`: the marked span opens a file of the fixture, or a URL, and says so. */
export const link: Verb = (marked) => {
  const found = linksAt(marked);
  assert.equal(found.length, 1, "there is one link");
  const { place, target, tooltip } = found[0]!;
  assert.deepEqual([place.start, place.end], [marked.marker.start, marked.marker.end]);
  assert.equal(target.replace(`${ROOT}/`, ""), marked.argument);
  assert.equal(tooltip, marked.rest);
};

/** `@nolink`: nothing opens from the marked span, and it leads nowhere. */
export const nolink: Verb = (marked) => {
  assert.deepEqual(linksAt(marked), []);
  assert.equal(define(marked.plan, marked.marker.start), undefined);
};

/** `@leads(name)`: the definition of the marked span is the `@part(name)` of another file; of `@leads(file)`, its start. */
export const leads: Verb = ({ argument = "", marker, plan, files, placesOf }) => {
  const expected = argument in files ? [`${argument}:0-0`] : placesOf("part", argument);
  for (const offset of [marker.start, marker.end]) {
    const answer = define(plan, offset);
    assert.ok(answer, `it does not lead to ${argument}`);
    assert.deepEqual([answer.origin.start, answer.origin.end], [marker.start, marker.end]);
    assert.deepEqual(
      answer.targets.map(({ name }) => `${name.uri.slice(ROOT.length + 1)}:${name.start}-${name.end}`),
      expected,
    );
  }
};

/** `@part(name)`: something in a linked file, for a `@leads(name)` to lead to. */
export const part: Verb = ({ argument }) => assert.ok(argument, "a name is needed, as in @part(name)");

function linksAt({ plan, marker }: Marked) {
  return links(plan).filter(({ place }) => place.start < marker.end && marker.start < place.end);
}
