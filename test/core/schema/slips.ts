import { type Node, type Pair, parse, parseDocument, visit, type YAMLMap, type YAMLSeq } from "yaml";
import type { Example } from "../../harness/examples.ts";
import { VALUES } from "./values.ts";

/** Numbers from 0 up to 1 that look random and are the same in each run. */
function* numbers(): Generator<number, never> {
  for (let seed = 7; ; ) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    yield seed / 2147483648;
  }
}

/** Plans that differ from one that there is in a single key or value. */
export function* slips(plans: readonly Example[], count: number): Generator<Example> {
  const random = numbers();
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random.next().value * items.length)] as Item;
  for (let made = 0; made < count; ) {
    const plan = pick(plans);
    const document = parseDocument(plan.text, { merge: true, logLevel: "silent" });
    const places = placesOf(document.contents as Node);
    const text =
      places.length > 0 &&
      document.errors.length === 0 &&
      slip(pick(places), pick) &&
      document.toString({ lineWidth: 0 });
    if (!text || !isRead(text)) continue;
    made++;
    yield { ...plan, text, files: { ...plan.files, [plan.name]: text } };
  }
}

/** An anchor may be gone, or be that of something that cannot be merged. */
function isRead(text: string): boolean {
  try {
    parse(text, { merge: true, logLevel: "silent" });
    return true;
  } catch {
    return false;
  }
}

type Place = { readonly map: YAMLMap; readonly pair: Pair } | { readonly list: YAMLSeq; readonly index: number };

/** Every entry of a map and every item of a list; merge keys hold no values of their own. */
function placesOf(root: Node): Place[] {
  const places: Place[] = [];
  visit(root, {
    Pair: (_, { key }) => (`${key}` === "<<" ? visit.SKIP : undefined),
    Map: (_, map) => {
      for (const pair of map.items) if (`${pair.key}` !== "<<") places.push({ map, pair });
    },
    Seq: (_, list) => {
      for (const index of list.items.keys()) places.push({ list, index });
    },
  });
  return places;
}

/** Makes one slip; false where the document would not be one any more. */
function slip(place: Place, pick: <Item>(items: readonly Item[]) => Item): boolean {
  const value = pick(VALUES);
  if ("list" in place) {
    place.list.set(place.index, value);
    return true;
  }
  const { map, pair } = place;
  const kind = pick(["value", "value", "value", "take away", "misspell"]);
  if (kind === "take away") map.delete(pair.key);
  else if (kind === "misspell") (pair.key as { value?: unknown }).value = `${pair.key}z`;
  else if (value === undefined) return false;
  else map.set(pair.key, value);
  return true;
}
