import { type PlanDate, planDate } from "./plan-date.ts";
import { remembering } from "./remembering.ts";

export type { PlanDate } from "./plan-date.ts";

/** `not-iso` is a date in another spelling; `not-a-calendar-date` has the right form and names no day, as 30 February. */
export type DateProblem = "not-a-date" | "not-a-calendar-date" | "not-iso";

/** What {@link readDate} found: a date or a problem, never both and never neither. */
export interface DateReading {
  readonly date?: PlanDate;
  readonly problem?: DateProblem;
  /** The ISO spelling of a date written otherwise, where it can mean one day only. */
  readonly suggestion?: string;
}

const longestDate = 60;

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;
const dash = "[-\u2010-\u2015\u2212/. ]";
const yearFirst = new RegExp(`^(\\d{4})${dash}\\s?(\\d{1,2})${dash}\\s?(\\d{1,2})\\.?$`);
const yearLast = new RegExp(`^(\\d{1,2})${dash}\\s?(\\d{1,2})${dash}\\s?(\\d{4})$`);
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const withTime = /^(\d{4})-(\d{1,2})-(\d{1,2})[T\s]+\d{1,2}:\d{2}\S*(?: ?(?:[+-]\d\S*|Z|UTC))?$/i;
const dayMonthName = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of )?(\p{L}+)[.,]?[\s-]+(\d{4})$/iu;
const monthNameDay = /^(\p{L}+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})$/iu;
const yearMonthNameDay = /^(\d{4})[\s-]+(\p{L}+)[.,]?[\s-]+(\d{1,2})$/iu;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+/i;

/** A date that lacks a day, or a full year: a date all the same, of which no one day can be made. */
const incomplete = [
  /^\d{4}[-/.]\d{1,2}$/,
  /^\d{1,2}[-/.]\d{4}$/,
  /^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2}$/,
  /^\d{4}[-\s]?(?:Q[1-4]|W\d{1,2}|H[12])$/i,
  /^(?:Q[1-4]|W\d{1,2}|CW ?\d{1,2}|KW ?\d{1,2}|H[12])[-\s/]?\d{4}$/i,
];

const monthNames = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/**
 * Reads an ISO date, `2026-07-06`. Other spellings are named and, where they can mean one day only, come with the
 * ISO spelling: `06.07.2026` cannot, for it is July to some and June to others. Never throws.
 */
export const readDate = remembering(readAnyDate);

function readAnyDate(text: string): DateReading {
  const trimmed = text.trim();
  if (trimmed.length > longestDate) return { problem: "not-a-date" };
  const parts = iso.exec(trimmed);
  if (parts) {
    const date = planDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
    return date ? { date } : { problem: "not-a-calendar-date" };
  }
  const candidates = readOtherSpelling(trimmed.replace(weekday, ""));
  if (!candidates) return { problem: "not-a-date" };
  if (candidates === "incomplete") return { problem: "not-iso" };
  const days = new Set(candidates.flatMap(([year, month, day]) => planDate(year, month, day)?.text ?? []));
  const [only] = days;
  if (only === undefined) return { problem: "not-a-calendar-date" };
  return days.size === 1 ? { problem: "not-iso", suggestion: only } : { problem: "not-iso" };
}

type Parts = readonly [year: number, month: number, day: number];

/** The days that a spelling may mean, whether the calendar has them or not. */
function readOtherSpelling(text: string): readonly Parts[] | "incomplete" | undefined {
  const numbers = yearFirst.exec(text) ?? compact.exec(text) ?? withTime.exec(text);
  if (numbers) return [[Number(numbers[1]), Number(numbers[2]), Number(numbers[3])]];
  const last = yearLast.exec(text);
  if (last) {
    const [first, second, year] = [Number(last[1]), Number(last[2]), Number(last[3])];
    return [
      [year, second, first],
      [year, first, second],
    ];
  }
  return readNamedMonth(text) ?? (incomplete.some((pattern) => pattern.test(text)) ? "incomplete" : undefined);
}

function readNamedMonth(text: string): readonly Parts[] | "incomplete" | undefined {
  const dayFirst = dayMonthName.exec(text);
  if (dayFirst) return namedMonth(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = monthNameDay.exec(text);
  if (monthFirst) return namedMonth(monthFirst[3], monthFirst[1], monthFirst[2]);
  const yearAhead = yearMonthNameDay.exec(text);
  if (yearAhead) return namedMonth(yearAhead[1], yearAhead[2], yearAhead[3]);
  const noDay = /^(\p{L}+)\.?\s+\d{4}$/u.exec(text);
  return noDay && monthNumber(noDay[1]) !== undefined ? "incomplete" : undefined;
}

function namedMonth(year: string | undefined, name: string | undefined, day: string | undefined): Parts[] | undefined {
  const month = monthNumber(name);
  return month === undefined ? undefined : [[Number(year), month, Number(day)]];
}

/** `Jul`, `july` and `Sept` are months; shorter than three letters nothing is. */
function monthNumber(name = ""): number | undefined {
  const lower = name.toLowerCase();
  const index = lower.length < 3 ? -1 : monthNames.findIndex((month) => month.startsWith(lower));
  return index < 0 ? undefined : index + 1;
}
