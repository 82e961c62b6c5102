import assert from "node:assert/strict";
import { type Quantity, readQuantity } from "../../../core/src/quantity/index.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const month = 2_629_800 * second;

type Expected = Partial<Quantity> & { normalized?: string };

const readable: Record<string, Expected> = {
  // Every unit, with a space and without.
  "250 ms": { value: 250, unit: "ms", dimension: "duration", base: 250 },
  "2.5 s": { value: 2.5, unit: "s", dimension: "duration", base: 2500 },
  "5 min": { unit: "min", dimension: "duration", base: 5 * minute },
  "4.2 h": { value: 4.2, unit: "h", dimension: "duration", base: 4.2 * hour },
  "4h": { value: 4, unit: "h", base: 4 * hour },
  "3 d": { unit: "d", dimension: "duration", base: 3 * day },
  "2 w": { unit: "w", dimension: "duration", base: 14 * day },
  "1 mo": { unit: "mo", dimension: "duration", base: (365.25 / 12) * day },
  "1 y": { unit: "y", dimension: "duration", base: 365.25 * day },
  "93%": { value: 93, unit: "%", dimension: "share", base: 0.93 },
  "93 %": { unit: "%", dimension: "share", base: 0.93 },
  "130%": { unit: "%", base: 1.3 },
  "512 B": { unit: "B", dimension: "data", base: 512 },
  "20 kB": { unit: "kB", dimension: "data", base: 20_000 },
  "3 MB": { unit: "MB", dimension: "data", base: 3e6 },
  "2 GB": { unit: "GB", dimension: "data", base: 2e9 },
  "1 TB": { unit: "TB", dimension: "data", base: 1e12 },
  "180000 EUR": { unit: "EUR", dimension: "money", currency: "EUR", base: 180_000 },
  "0.75": { value: 0.75, unit: "", dimension: "number", base: 0.75 },
  "0.2 psi": { unit: "psi", dimension: "number", base: 0.2 },
  "1500 item": { unit: "item", dimension: "count", noun: "item", base: 1500 },
  "3 support-tickets": { unit: "support-tickets", dimension: "count", noun: "support-tickets" },
  "3 Vorgänge": { dimension: "count", noun: "Vorgänge" },
  "20 req/s": { unit: "req/s", dimension: "rate", noun: "req", base: 20 },
  "60 req/min": { unit: "req/min", dimension: "rate", base: 1 },
  "900 item/h": { unit: "item/h", dimension: "rate", base: 0.25 },
  "4320 item/d": { unit: "item/d", dimension: "rate", base: 0.05 },
  "604800 item/w": { unit: "item/w", dimension: "rate", base: 1 },
  "2629800 item/mo": { unit: "item/mo", dimension: "rate", base: 1 },
  "31557600 item/y": { unit: "item/y", dimension: "rate", base: 1 },
  "2629800 EUR/mo": { unit: "EUR/mo", dimension: "money-rate", currency: "EUR", base: 1 },
  "0.035 EUR/item": { unit: "EUR/item", dimension: "money-per-count", currency: "EUR", noun: "item", base: 0.035 },
  "6 MB/min": { unit: "MB/min", dimension: "data-rate", base: 100_000 },

  // Signs and leading points.
  "-4%": { value: -4, base: -0.04 },
  "+5%": { value: 5, base: 0.05 },
  "\u22124%": { value: -4, normalized: "-4%" },
  ".5 h": { value: 0.5, normalized: "0.5 h" },
  "007": { value: 7 },

  // White space, non-breaking, narrow and around.
  "5\u00a0h": { unit: "h", base: 5 * hour },
  "5\u202fmin": { unit: "min" },
  "  5 h\t": { text: "5 h", unit: "h" },

  // Long spellings are understood, and come with the short one.
  "1 day": { normalized: "1 d" },
  "4 hours": { base: 4 * hour, normalized: "4 h" },
  "1 hour": { normalized: "1 h" },
  "2 weeks": { normalized: "2 w" },
  "24 months": { base: 24 * month, normalized: "24 mo" },
  "1 year": { normalized: "1 y" },
  "15 Minutes": { normalized: "15 min" },
  "5 seconds": { normalized: "5 s" },
  "5 hrs.": { normalized: "5 h" },
  "4 H": { normalized: "4 h" },
  "20 KB": { base: 20_000, normalized: "20 kB" },
  "20 megabytes": { normalized: "20 MB" },
  "93 percent": { base: 0.93, normalized: "93%" },
  "93 per cent": { normalized: "93%" },
  "0.2 PSI": { unit: "psi", normalized: "0.2 psi" },
  "60 req per minute": { base: 1, normalized: "60 req/min" },
  "60 req / min": { normalized: "60 req/min" },
  "60 requests/hour": { noun: "requests", normalized: "60 requests/h" },
  "5200 EUR per month": { dimension: "money-rate", normalized: "5200 EUR/mo" },
  "60/min": { unit: "/min", dimension: "rate", base: 1, normalized: "60 item/min" },
  "60 per min": { dimension: "rate", normalized: "60 item/min" },

  // Words that mean something to JavaScript are words.
  "5 constructor": { dimension: "count", noun: "constructor" },
  "5 toString/h": { dimension: "rate", noun: "toString" },
};

describe("readQuantity", () => {
  for (const [text, { normalized, ...expected }] of Object.entries(readable)) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const reading = readQuantity(text);
      assert.equal(reading.problem, undefined);
      assert.ok(reading.quantity);
      const { base, ...rest } = expected;
      for (const [key, value] of Object.entries(rest)) assert.deepEqual(reading.quantity[key as keyof Quantity], value);
      if (base !== undefined) assert.ok(Math.abs(reading.quantity.base - base) <= Math.abs(base) * 1e-12);
      assert.equal(reading.normalized, normalized);
    });
  }

  it("leaves out what a unit does not have", () => {
    assert.deepEqual(readQuantity("4 h").quantity, {
      text: "4 h",
      value: 4,
      unit: "h",
      dimension: "duration",
      base: 4 * hour,
    });
  });

  it("gives the offsets of the number and of the unit", () => {
    const offsets = (text: string) => {
      const { numberStart, numberEnd, unitStart, unitEnd } = readQuantity(text);
      return [text.slice(numberStart, numberEnd), text.slice(unitStart, unitEnd)];
    };
    assert.deepEqual(offsets("4.2 h"), ["4.2", "h"]);
    assert.deepEqual(offsets("93%"), ["93", "%"]);
    assert.deepEqual(offsets("  -60 req/min "), ["-60", "req/min"]);
    assert.deepEqual(offsets("1500"), ["1500", ""]);
    assert.deepEqual(offsets(">= 92%"), ["92", "%"]);
    assert.deepEqual(offsets("60 req/m"), ["60", "m"]);
    assert.deepEqual(offsets("5 XYZ/mo"), ["5", "XYZ"]);
    assert.deepEqual(offsets("high"), ["", ""]);
  });
});
