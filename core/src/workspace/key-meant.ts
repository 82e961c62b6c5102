import { containerType, type MapNode } from "../syntax/nodes.ts";
import { didYouMean } from "./did-you-mean.ts";

/** The key that an unknown one was probably meant to be: of those that an object may have, one that is not there. */
export function keyMeant(written: string, map: MapNode, known: readonly string[]): string | undefined {
  return didYouMean(
    written,
    known.filter((name) => !map.has(name)),
  );
}

/**
 * The keys that are not there, but were probably meant by unknown ones: those have findings of their own.
 *
 * @param known an object whose keys are those that the language has
 */
export function misspeltKeys(map: MapNode, known: object): Set<string> {
  const meant = new Set<string>();
  for (const { key } of map.all) {
    if (Object.hasOwn(known, key.text) || key.text.startsWith("x-")) continue;
    // `month-1:18 h` in braces is one word to YAML.
    const name = keyMeant(key.text.split(":")[0] ?? "", map, Object.keys(known));
    if (name !== undefined) meant.add(name);
  }
  return meant;
}

/** Is a key of an object there, even if it is misspelt? */
export function isWritten(object: MapNode, name: string): boolean {
  const type = containerType(object);
  return object.has(name) || (type?.kind === "object" && misspeltKeys(object, type.keys).has(name));
}
