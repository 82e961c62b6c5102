import assert from "node:assert/strict";
import { definedSymbols, isMeantBy } from "@aiplan/core";
import type { Verb } from "./verb.ts";

/** `@defined(words) kind container`: the marked name is listed among all that plans define, and meant by each of the words. */
export const defined: Verb = ({ argument = "", rest, file, marker, plan }) => {
  const symbols = definedSymbols(plan.file);
  const here = symbols.filter(({ place }) => place.start === marker.start && place.end === marker.end);
  assert.deepEqual(
    here.map(({ kind, container }) => `${kind} ${container}`),
    [rest],
  );
  for (const query of argument.split(",")) assert.ok(isMeantBy(query, here[0]!), query);
  const marked = file.markers.filter(({ text }) => text.startsWith("@defined")).map(({ start }) => start);
  assert.deepEqual(
    symbols.map(({ place }) => place.start),
    marked.sort((a, b) => a - b),
    "every symbol of the file is marked",
  );
};
