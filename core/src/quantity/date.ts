import { formatNumber } from "./format.ts";
import { fromEpochDay, type PlanDate, planDate } from "./plan-date.ts";
import { millisecondsPerDay } from "./units.ts";

/** Negative where `a` is the earlier date, positive where it is the later, 0 on the same day. */
export function compareDates(a: PlanDate, b: PlanDate): number {
  return a.epochDay - b.epochDay;
}

/** Calendar days from `from` to `to`; negative where `to` is the earlier. */
export function daysBetween(from: PlanDate, to: PlanDate): number {
  return to.epochDay - from.epochDay;
}

/** Weeks from `from` to `to`, with a fraction where they are not whole; negative where `to` is the earlier. */
export function weeksBetween(from: PlanDate, to: PlanDate): number {
  return daysBetween(from, to) / 7;
}

/** The date so many calendar days later, or earlier where `days` is negative. A fraction of a day is dropped. */
export function addDays(date: PlanDate, days: number): PlanDate {
  return fromEpochDay(date.epochDay + (Math.trunc(days) || 0));
}

/** The same day so many whole months later; the last day of that month where it is shorter: 31 January gives 28 February. */
export function addMonths(date: PlanDate, months: number): PlanDate {
  const index = date.year * 12 + (date.month - 1) + (Math.trunc(months) || 0);
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  for (let day = date.day; day > date.day - 4; day -= 1) {
    const found = planDate(year, month, day);
    if (found) return found;
  }
  return fromEpochDay(months < 0 ? -Infinity : Infinity);
}

const longForm = new Intl.DateTimeFormat("en-US", {
  timeZone: "UTC",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/**
 * A date in words, for a hover: `Monday, 6 July 2026, 18 weeks after build-start`.
 *
 * @param reference a date that the reader has in mind, and its name
 */
export function describeDate(date: PlanDate, reference?: { readonly name: string; readonly date: PlanDate }): string {
  // Assembled from its parts, because the commas that engines put between them differ.
  const parts = longForm.formatToParts(date.epochDay * millisecondsPerDay);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  const words = `${part("weekday")}, ${part("day")} ${part("month")} ${part("year")}`;
  return reference ? `${words}, ${distanceInWords(reference.date, date)} ${reference.name}` : words;
}

/** How far one date lies from another, in words: `18 weeks after` where `date` is the later. */
export function distanceInWords(from: PlanDate, date: PlanDate): string {
  return describeDistance(daysBetween(from, date));
}

/** A number of days in words: `18 weeks after`, `5 weeks and 2 days before`, `10 days after`, `the same day as`. */
export function describeDistance(days: number): string {
  if (days === 0) return "the same day as";
  const distance = Math.abs(days);
  const isWeeks = distance >= 14 || distance === 7;
  const weeks = isWeeks ? Math.floor(distance / 7) : 0;
  const rest = distance - weeks * 7;
  const parts = [weeks > 0 ? counted(weeks, "week") : "", rest > 0 ? counted(rest, "day") : ""];
  return `${parts.filter((part) => part !== "").join(" and ")} ${days < 0 ? "before" : "after"}`;
}

function counted(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}
