import { type ReferenceSection, referenceSections } from "../../generate/reference-sections.ts";
import type { Key } from "../../language/types.ts";

/** A place of the language that has a name: a key, or what stands under each id of a map or in each item of a list. */
export interface KeyPlace {
  /** From the root of a plan; ids stand as `<id>` and items as `[]`: `metrics.<id>.direction`. */
  readonly path: string;
  /** Absent for what stands under an id or in an item. */
  readonly key?: Key;
  /** What has keys of its own there. */
  readonly section?: ReferenceSection;
  /** The type of the object that holds the key, such as `Metric`. */
  readonly holder?: string;
}

let places: readonly KeyPlace[] | undefined;

/** Every such place in the order of the language. */
export function keyPlaces(): readonly KeyPlace[] {
  places ??= findPlaces();
  return places;
}

function findPlaces(): KeyPlace[] {
  const sections = new Map(referenceSections().map((section) => [section.path, section]));
  return [...sections.values()].flatMap((section) => {
    const entry = isEntry(section.path) ? [{ path: section.path, section }] : [];
    const keys = Object.entries(section.keys).map(([name, key]) => {
      const path = section.path === "" ? name : `${section.path}.${name}`;
      const own = sections.get(path) ?? sections.get(`${path}[]`);
      return { path, key, ...(own ? { section: own } : {}), ...(section.type ? { holder: section.type } : {}) };
    });
    return [...entry, ...keys];
  });
}

function isEntry(path: string): boolean {
  return path.endsWith(">") || path.endsWith("[]");
}

/**
 * The places that a person may mean by a name or a path: `direction`, `metrics.time-saved.direction`, `Metric.direction`,
 * `rollout.steps[0].traffic`. Ids may be left out. Paths from the root come before those that only end so.
 */
export function placesCalled(word: string): readonly KeyPlace[] {
  const wanted = partsOf(word);
  if (wanted.length === 0) return [];
  const ranked = keyPlaces().flatMap((place) => {
    const rank = rankOf(place, wanted);
    return rank === undefined ? [] : [{ place, rank }];
  });
  const best = Math.min(...ranked.map(({ rank }) => rank));
  return ranked.filter(({ rank }) => rank === best).map(({ place }) => place);
}

/** The lower, the better; undefined where it cannot be meant. */
function rankOf({ path, holder }: KeyPlace, wanted: readonly string[]): number | undefined {
  const parts = partsOf(path);
  const [first = "", ...rest] = wanted;
  if (wanted.length === 1) return parts.at(-1) === first ? 0 : undefined;
  if (rest.length === 1 && holder?.toLowerCase() === first.replaceAll("-", "").toLowerCase())
    return parts.at(-1) === rest[0] ? 0 : undefined;
  const whole = freedoms(parts, wanted);
  if (whole !== undefined) return whole;
  for (let start = 1; start < parts.length; start++) {
    const partial = freedoms(parts.slice(start), wanted);
    if (partial !== undefined) return 100 + partial;
  }
  return undefined;
}

/**
 * Do the parts of a path say what is wanted, all of it? Then how many ids were needed to make them fit: a part that is
 * the name of a key is more likely meant than an id of the same name.
 */
function freedoms(parts: readonly string[], wanted: readonly string[]): number | undefined {
  const [part, ...rest] = parts;
  const [word, ...later] = wanted;
  if (part === undefined) return word === undefined ? 0 : undefined;
  if (!isFree(part)) return word === part ? freedoms(rest, later) : undefined;
  const left = rest.length > 0 || word === undefined ? freedoms(rest, wanted) : undefined;
  const filled = word === undefined || (part === "[]" && word !== "[]") ? undefined : freedoms(rest, later);
  const counts = [left, filled === undefined || part === "[]" ? filled : filled + 1];
  const possible = counts.filter((count) => count !== undefined);
  return possible.length > 0 ? Math.min(...possible) : undefined;
}

function isFree(part: string): boolean {
  return part === "[]" || /^<.*>$/.test(part);
}

/** `rollout.steps[0].traffic` is `rollout`, `steps`, `[]`, `traffic`. */
function partsOf(path: string): string[] {
  return path
    .replace(/\[\d*\]/g, ".[]")
    .split(/[./]/)
    .filter((part) => part !== "" && part !== "$");
}
