import assert from "node:assert/strict";
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  describeDate,
  readDate,
  weeksBetween,
} from "../../../core/src/quantity/index.ts";
import { date } from "./quantity.ts";

describe("readDate", () => {
  it("reads ISO dates", () => {
    assert.deepEqual(date("2026-07-06"), { text: "2026-07-06", year: 2026, month: 7, day: 6, epochDay: 20640 });
    assert.equal(date("1970-01-01").epochDay, 0);
    assert.equal(date("1969-12-31").epochDay, -1);
    assert.equal(date("0001-01-01").year, 1);
    assert.equal(date("0099-03-01").year, 99);
    assert.equal(date("9999-12-31").year, 9999);
    assert.equal(date("2024-02-29").day, 29);
    assert.equal(date(" 2026-07-06 ").text, "2026-07-06");
  });

  it("knows the calendar", () => {
    for (const text of [
      "2026-02-29",
      "2026-02-30",
      "2026-04-31",
      "2026-13-01",
      "2026-00-10",
      "2026-01-00",
      "0000-01-01",
    ]) {
      assert.deepEqual(readDate(text), { problem: "not-a-calendar-date" }, text);
    }
    for (const text of ["31 June 2026", "30.02.2026", "2026/02/30", "14/13/2026"]) {
      assert.deepEqual(readDate(text), { problem: "not-a-calendar-date" }, text);
    }
  });

  it("gives the ISO spelling of others that mean one day", () => {
    const spellings = [
      "2026/07/06",
      "2026.07.06",
      "2026-7-6",
      "20260706",
      "2026 07 06",
      "2026\u201107\u201106",
      "2026-07-06T10:00:00Z",
      "2026-07-06 10:00",
      "6 July 2026",
      "06 Jul 2026",
      "6. July 2026",
      "6-Jul-2026",
      "6th of July 2026",
      "July 6, 2026",
      "Jul. 6th, 2026",
      "2026 July 6",
      "Mon, 6 July 2026",
      "Monday 6 JULY 2026",
    ];
    for (const text of spellings) {
      assert.deepEqual(readDate(text), { problem: "not-iso", suggestion: "2026-07-06" }, text);
    }
    assert.equal(readDate("13/07/2026").suggestion, "2026-07-13");
    assert.equal(readDate("07/13/2026").suggestion, "2026-07-13");
    assert.equal(readDate("06.06.2026").suggestion, "2026-06-06");
  });

  it("does not guess which part is the month, or what is missing", () => {
    for (const text of [
      "06.07.2026",
      "06/07/2026",
      "6-7-2026",
      "06.07.26",
      "2026-07",
      "July 2026",
      "Q3 2026",
      "2026-W28",
      "KW 28 2026",
    ]) {
      assert.deepEqual(readDate(text), { problem: "not-iso" }, text);
    }
  });

  it("leaves other words alone", () => {
    for (const text of [
      "",
      "pilot-start",
      "soon",
      "4 w",
      "6 Foo 2026",
      "next July",
      "ju 2026",
      "2026",
      "-",
      "<when>",
    ]) {
      assert.deepEqual(readDate(text), { problem: "not-a-date" }, text);
    }
  });
});

describe("dates", () => {
  it("are compared, and counted between", () => {
    const [start, live] = [date("2026-03-02"), date("2026-07-06")];
    assert.ok(compareDates(start, live) < 0);
    assert.ok(compareDates(live, start) > 0);
    assert.equal(compareDates(live, date("2026-07-06")), 0);
    assert.equal(daysBetween(start, live), 126);
    assert.equal(daysBetween(live, start), -126);
    assert.equal(weeksBetween(start, live), 18);
    assert.equal(weeksBetween(date("2026-01-01"), date("2026-01-08")), 1);
  });

  it("move by days and by months", () => {
    assert.equal(addDays(date("2026-02-27"), 2).text, "2026-03-01");
    assert.equal(addDays(date("2024-02-27"), 2).text, "2024-02-29");
    assert.equal(addDays(date("2026-01-01"), -1).text, "2025-12-31");
    assert.equal(addDays(date("2026-01-01"), 30.4375).text, "2026-01-31");
    assert.equal(addDays(date("2026-01-01"), 1e12).text, "9999-12-31");
    assert.equal(addDays(date("2026-01-01"), Number.NaN).text, "2026-01-01");
    assert.equal(addMonths(date("2026-07-06"), 6).text, "2027-01-06");
    assert.equal(addMonths(date("2026-01-31"), 1).text, "2026-02-28");
    assert.equal(addMonths(date("2026-03-31"), -13).text, "2025-02-28");
    assert.equal(addMonths(date("2026-07-06"), -1e6).text, "0001-01-01");
    assert.equal(addMonths(date("2026-07-06"), 1e6).text, "9999-12-31");
  });

  it("are told in words", () => {
    const live = date("2026-07-06");
    const told = (text: string) => describeDate(live, { name: "build-start", date: date(text) });
    assert.equal(describeDate(live), "Monday, 6 July 2026");
    assert.equal(told("2026-03-02"), "Monday, 6 July 2026, 18 weeks after build-start");
    assert.equal(told("2026-02-28"), "Monday, 6 July 2026, 18 weeks and 2 days after build-start");
    assert.equal(told("2026-06-26"), "Monday, 6 July 2026, 10 days after build-start");
    assert.equal(told("2026-06-29"), "Monday, 6 July 2026, 1 week after build-start");
    assert.equal(told("2026-07-07"), "Monday, 6 July 2026, 1 day before build-start");
    assert.equal(told("2026-07-06"), "Monday, 6 July 2026, the same day as build-start");
  });

  it("know no time zone, not even one that skipped the day", () => {
    const before = process.env.TZ;
    try {
      process.env.TZ = "Pacific/Apia";
      assert.equal(new Date(2011, 11, 30).getDate(), 31, "the time zone is in force");
      assert.equal(describeDate(date("2011-12-30")), "Friday, 30 December 2011");
      assert.equal(daysBetween(date("2011-12-29"), date("2011-12-31")), 2);
      assert.equal(addDays(date("2011-12-29"), 1).text, "2011-12-30");
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});
