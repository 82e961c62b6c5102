import { distance } from "fastest-levenshtein";

/** Longer than any name people mistype; comparing costs the product of the lengths. */
const LONGEST = 60;

/** How many slips of the fingers lie between two words; letters that only changed places are one. */
function slips(a: string, b: string): number {
  const away = distance(a, b);
  const letters = (word: string) => [...word].sort().join("");
  return away === 2 && letters(a) === letters(b) ? 1 : away;
}

/** The name that was probably meant: the nearest within a third of its length, or the one that starts as the word does. */
export function didYouMean(word: string, names: readonly string[]): string | undefined {
  if (word.length > LONGEST || word.length < 2) return undefined;
  const lower = word.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const most = Math.max(1, Math.floor(Math.max(name.length, word.length) / 3));
    // Each letter that one of them has more is a slip: most names need no comparison.
    const other = name.toLowerCase();
    if (Math.abs(other.length - lower.length) > most) continue;
    const away = slips(lower, other);
    if (away < least && away <= most) {
      least = away;
      best = name;
    }
  }
  return best ?? names.find((name) => lower.length >= 3 && name.toLowerCase().startsWith(lower));
}
