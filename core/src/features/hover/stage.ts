import { Plan } from "../../language/index.ts";
import type { Key, Stage, ValueType } from "../../language/types.ts";
import { listNames } from "../../rules/messages.ts";

/** What is due from a stage on that was not due before, a line for each place of the plan. */
export function dueAt(stage: Stage): string[] {
  const places = new Map<string, string[]>();
  for (const { place, name } of dueKeys(Plan, stage, "")) places.set(place, [...(places.get(place) ?? []), name]);
  return [...places].map(([place, names]) =>
    place === "" ? listNames(names) : `in \`${place}\`: ${listNames(names)}`,
  );
}

/** What is in a key that is due is part of it, and not named again. */
function* dueKeys(type: ValueType, stage: Stage, place: string): Generator<{ place: string; name: string }> {
  if (type.kind === "list") yield* dueKeys(type.of, stage, place);
  else if (type.kind === "either") for (const one of type.of) yield* dueKeys(one, stage, place);
  else if (type.kind === "map") {
    yield* keysDue(type.known ?? {}, stage, place);
    yield* dueKeys(type.of, stage, `${place}.<${type.keyName}>`);
  } else if (type.kind === "object") yield* keysDue(type.keys, stage, place);
}

function* keysDue(
  keys: Readonly<Record<string, Key>>,
  stage: Stage,
  place: string,
): Generator<{ place: string; name: string }> {
  for (const [name, key] of Object.entries(keys)) {
    if (key.due === stage) yield { place, name };
    else yield* dueKeys(key.type, stage, place === "" ? name : `${place}.${name}`);
  }
}
