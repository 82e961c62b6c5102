import assert from "node:assert/strict";
import { readinessOf, references, standingLens, usesLenses } from "@aiplan/core";
import type { Verb } from "./verb.ts";

/** `@lenses(golden)`: each line of the file that has lenses, above it what they say; a click shows what references does. */
export const lenses: Verb = ({ argument = "lenses", plan, plans, golden }) => {
  const { text, uri } = plan.file;
  const standing = standingLens(plan, readinessOf(plan.workspace));
  const uses = usesLenses(plan, plans);
  for (const { place, uses: places } of uses) {
    const found = references(plan, place.start, { definitions: false, others: plans });
    assert.deepEqual(places, found);
  }
  const lines = [...(standing ? [standing] : []), ...uses].map(({ place, title }) => {
    assert.equal(place.uri, uri);
    const end = text.indexOf("\n", place.end);
    const line = text.slice(text.lastIndexOf("\n", place.start - 1) + 1, end < 0 ? text.length : end);
    return `${title}: «${text.slice(place.start, place.end)}» in ${line.trim()}`;
  });
  golden(argument, lines.join("\n"));
};
