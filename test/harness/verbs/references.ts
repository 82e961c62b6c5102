import assert from "node:assert/strict";
import { highlights, references } from "@aiplan/core";
import { ROOT } from "../check.ts";
import type { Marked, Verb } from "./verb.ts";

/** `@definition(name)`: asked there, all `@definition(name)` and `@use(name)` of the fixture are found, and no more. */
export const definition: Verb = (marked) => {
  for (const offset of [marked.marker.start, marked.marker.end]) {
    const both = [...marked.placesOf("definition", marked.argument!), ...marked.placesOf("use", marked.argument!)];
    assert.deepEqual(found(marked, offset, true), both.sort());
    assert.deepEqual(found(marked, offset, false), marked.placesOf("use", marked.argument!));
  }
};

/** `@use(name)`: the same. */
export const use = definition;

/** `@nouse`: there is nothing whose uses could be asked for. */
export const nouse: Verb = ({ plan, plans, marker }) => {
  assert.equal(references(plan, marker.start, { definitions: true, others: plans }), undefined);
  assert.equal(highlights(plan, marker.start), undefined);
};

/** `@write(name)`: asked there, all `@write(name)` are highlighted as definitions and all `@read(name)` as uses. */
export const write: Verb = ({ argument, file, marker, plan, placesOf }) => {
  for (const offset of [marker.start, marker.end]) {
    const shown = highlights(plan, offset) ?? [];
    const places = (defines: boolean) =>
      shown.filter((one) => one.defines === defines).map(({ place }) => nameOf(place));
    const own = (verb: string) => placesOf(verb, argument!).filter((place) => place.startsWith(`${file.name}:`));
    assert.deepEqual(places(true).sort(), own("write"));
    assert.deepEqual(places(false).sort(), own("read"));
  }
};

/** `@read(name)`: the same. */
export const read = write;

function found({ plan, plans }: Marked, offset: number, definitions: boolean): string[] {
  return (references(plan, offset, { definitions, others: plans }) ?? []).map(nameOf).sort();
}

function nameOf({ uri, start, end }: { uri: string; start: number; end: number }): string {
  return `${uri.slice(ROOT.length + 1)}:${start}-${end}`;
}
