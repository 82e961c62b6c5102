import type { DefinitionKind } from "../language/types.ts";
import type { PlanFile } from "../syntax/plan-file.ts";
import type { Place } from "../workspace/checked-plan.ts";
import { fileName } from "../workspace/links.ts";
import { placeOf } from "./occurrences.ts";

/** Something that has an id, for those who look for it in all plans. */
export interface DefinedSymbol {
  readonly name: string;
  readonly kind: DefinitionKind;
  /** What the plan or catalog is called that defines it. */
  readonly container: string;
  /** Where the id stands. */
  readonly place: Place;
}

/** Everything that a plan or catalog defines, in the order of its text. */
export function definedSymbols(file: PlanFile): DefinedSymbol[] {
  const container = file.root.get("title")?.value ?? file.root.get("name")?.value ?? fileName(file.uri);
  return file.definitions
    .filter(({ node, id }) => !node.borrowed && id !== "")
    .map(({ node, kind, id }) => ({
      name: id,
      kind,
      container,
      place: placeOf({ file, node, from: 0, defines: true }, id),
    }))
    .sort((a, b) => a.place.start - b.place.start);
}

/**
 * Is a symbol one that somebody may mean who types this? Each word has its letters in the name or in the container's, in
 * their order, whatever stands between them. Editors sort what they get, and leave out what does not fit well enough.
 */
export function isMeantBy(
  query: string,
  { name, container }: { readonly name: string; readonly container: string },
): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => holdsInOrder(name, word) || holdsInOrder(container, word));
}

function holdsInOrder(text: string, word: string): boolean {
  const letters = text.toLowerCase();
  let at = 0;
  for (const letter of word) {
    at = letters.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}
