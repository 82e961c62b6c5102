import type { PrincipleId } from "../principles/index.ts";
import { type Item, met } from "./items.ts";

/** What principles can bring; the rest of 100 is for being ready. */
export const MOST_UNREADY = 80;

/**
 * Of a principle counts the part that is there of what must be there; of that, each check that fails takes half away, and
 * each piece of advice that is not taken a seventh, or as much less as there are places where it holds.
 */
export function shareOf(items: readonly Item[]): number {
  const musts = items.filter(({ kind }) => kind === "must");
  const there = musts.length === 0 ? 1 : musts.reduce((sum, must) => sum + met(must), 0) / musts.length;
  return items.reduce((share, item) => share * (1 - item.cost * (1 - met(item))), there);
}

/** The items of each principle. */
export function byPrinciple(items: readonly Item[]): ReadonlyMap<PrincipleId, readonly Item[]> {
  const found = new Map<PrincipleId, Item[]>();
  for (const item of items) {
    const same = found.get(item.principle);
    if (same) same.push(item);
    else found.set(item.principle, [item]);
  }
  return found;
}

/**
 * Points, not yet rounded: the average share of the principles that are due, and the rest for a plan with nothing in its way.
 *
 * @param shares of the principles that are due
 */
export function pointsOf(shares: readonly number[], isClear: boolean): number {
  const average = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  return MOST_UNREADY * average + (isClear ? 100 - MOST_UNREADY : 0);
}

/** Down to a whole number: nothing that is unmet rounds away. */
export function wholePoints(points: number): number {
  return Math.floor(points + 1e-6);
}
