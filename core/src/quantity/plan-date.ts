import { millisecondsPerDay } from "./units.ts";

/** A day of the calendar, with no time and no time zone. */
export interface PlanDate {
  /** The ISO spelling, `2026-07-06`. */
  readonly text: string;
  /** 1 to 9999. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  /** Days since 1 January 1970, which is day 0. */
  readonly epochDay: number;
}

/** The date of these parts; undefined where the calendar has no such day. */
export function planDate(year: number, month: number, day: number): PlanDate | undefined {
  if (year < 1 || year > 9999) return undefined;
  const epochDay = epochDayOf(year, month, day);
  const date = fromEpochDay(epochDay);
  return date.year === year && date.month === month && date.day === day ? date : undefined;
}

// Only the UTC half of Date is used: local time skips hours, and in some places whole days.
function epochDayOf(year: number, month: number, day: number): number {
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day) / millisecondsPerDay;
}

const firstDay = epochDayOf(1, 1, 1);
const lastDay = epochDayOf(9999, 12, 31);

/** The date of a day since 1970; kept within the years 1 to 9999. A fraction of a day is dropped. */
export function fromEpochDay(epochDay: number): PlanDate {
  const kept = Math.floor(Math.min(Math.max(epochDay, firstDay), lastDay));
  const date = new Date(kept * millisecondsPerDay);
  const year = date.getUTCFullYear();
  return {
    text: date.toISOString().slice(0, 10),
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    epochDay: kept,
  };
}
