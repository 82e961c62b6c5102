import assert from "node:assert/strict";
import {
  describeQuantity,
  formatBase,
  formatNumber,
  formatQuantity,
  formatRounded,
} from "../../../core/src/quantity/index.ts";
import { quantity } from "./quantity.ts";

describe("formatQuantity", () => {
  it("writes the one short form", () => {
    for (const [text, formatted] of [
      ["22000 EUR per month", "22000 EUR/mo"],
      ["4hours", "4 h"],
      ["93 %", "93%"],
      ["0.90 EUR/item", "0.9 EUR/item"],
      ["0.75", "0.75"],
      ["+5%", "5%"],
      ["1000000000000000000000000 B", "1000000000000000000000000 B"],
      ["0.0000001 EUR/item", "0.0000001 EUR/item"],
      ["-0.00000025 EUR", "-0.00000025 EUR"],
    ] as const) {
      assert.equal(formatQuantity(quantity(text)), formatted);
    }
  });
});

describe("formatNumber", () => {
  it("parts thousands and keeps three significant decimals", () => {
    for (const [value, text] of [
      [2700, "2,700"],
      [1234567.891, "1,234,567.891"],
      [133.33333, "133.333"],
      [0.1 + 0.2, "0.3"],
      [0.035, "0.035"],
      [0.00012345, "0.000123"],
      [-0, "0"],
      [-1234.5, "-1,234.5"],
      [1e21, "1,000,000,000,000,000,000,000"],
    ] as const) {
      assert.equal(formatNumber(value), text);
    }
  });
});

describe("formatBase", () => {
  it("shows a computed value in a given unit", () => {
    assert.equal(formatBase(0.75, "rate", "req/h"), "2,700 req/h");
    assert.equal(formatBase(0.75, "rate", "/h"), "2,700/h");
    assert.equal(formatBase(0.75, "rate", quantity("900 item/h")), "2,700 item/h");
    assert.equal(formatBase(quantity("22000 EUR/mo").base, "money-rate", "EUR/y"), "264,000 EUR/y");
    assert.equal(formatBase(15_120_000, "duration", "min"), "252 min");
    assert.equal(formatBase(0.999 * 0.998 * 0.999, "share", "%"), "99.6%");
  });

  it("never rounds a share up to the whole", () => {
    assert.equal(formatBase(0.999999, "share"), "99.9999%");
    assert.equal(formatBase(0.99999999, "share"), "99.999999%");
    assert.equal(formatBase(1, "share"), "100%");
    assert.equal(formatBase(0.1 + 0.2 + 0.7, "share"), "100%");
  });

  it("finds a unit of its own where it is given none that fits", () => {
    assert.equal(formatBase(5_400_000, "duration"), "1.5 h");
    assert.equal(formatBase(0, "duration"), "0 ms");
    assert.equal(formatBase(14 * 86_400_000, "duration", "%"), "14 d");
    assert.equal(formatBase(20_000, "data"), "20 kB");
    assert.equal(formatBase(0.93, "share"), "93%");
    assert.equal(formatBase(0.25, "rate"), "15/min");
    assert.equal(formatBase(4000 / 86_400, "rate"), "2.778/min");
    assert.equal(formatBase(12, "count"), "12");
    assert.equal(formatBase(12, "count", "constructor"), "12 constructor");
  });
});

describe("describeQuantity", () => {
  const cases: Record<string, string> = {
    "60 req/min": "60 req/min = 3,600 req/h = 86,400 req/d",
    "900 item/h": "900 item/h = 15 item/min = 21,600 item/d",
    "20 req/s": "20 req/s = 1,200 req/min = 72,000 req/h",
    "3200 item/d": "3200 item/d = 133.333 item/h = 97,400 item/mo",
    "700 item/w": "700 item/w = 100 item/d = 3,043.75 item/mo",
    "60/min": "60/min = 3,600/h = 86,400/d",
    "4.2 h": "4.2 h = 4 h 12 min",
    "36 h": "36 h = 1 d 12 h",
    "90 min": "90 min = 1 h 30 min",
    "-90 min": "-90 min = -1 h 30 min",
    "5 min": "5 min = 300 s",
    "2 s": "2 s = 2,000 ms",
    "400 ms": "400 ms = 0.4 s",
    "24 h": "24 h = 1,440 min",
    "3 d": "3 d = 72 h",
    "2 w": "2 w = 14 days",
    "1 mo": "1 mo = 30.44 days",
    "14 mo": "14 mo = 426.13 days (1 mo is 30.44 days)",
    "2 years": "2 y = 730.5 days",
    "93%": "93% = 0.93",
    "0%": "0%",
    "99.9999%": "99.9999% = 0.999999",
    "22000 EUR/mo": "22000 EUR/mo = 264,000 EUR/y",
    "264000 EUR/y": "264000 EUR/y = 22,000 EUR/mo",
    "0.035 EUR/item": "0.035 EUR/item = 35 EUR per thousand",
    "180000 EUR": "180000 EUR = 180,000 EUR",
    "500 EUR": "500 EUR",
    "20 kB": "20 kB = 20,000 B",
    "2000 kB": "2000 kB = 2 MB = 2,000,000 B",
    "60 MB/min": "60 MB/min = 3,600 MB/h = 86,400 MB/d",
    "0.75": "0.75",
    "1500": "1500 = 1,500",
    "3 items": "3 items",
  };
  for (const [text, description] of Object.entries(cases)) {
    it(text, () => assert.equal(describeQuantity(quantity(text)), description));
  }
});

describe("formatRounded", () => {
  it("leaves out the digits that a calculation can't bear", () => {
    assert.equal(formatRounded(quantity("14940.125 EUR/mo")), "14,940 EUR/mo");
    assert.equal(formatRounded(quantity("15497.499999999998 EUR/mo")), "15,498 EUR/mo");
    assert.equal(formatRounded(quantity("11.6149 mo")), "11.6 mo");
    assert.equal(formatRounded(quantity("4000 item/d"), "item/h"), "167 item/h");
    assert.equal(formatRounded(quantity("0.03521 EUR/item")), "0.0352 EUR/item");
    assert.equal(formatRounded(quantity("83.333333%")), "83.3%");
    assert.equal(formatRounded(quantity("99.99999%")), "99.99999%");
  });

  it("keeps them where it would look equal to what it is compared with", () => {
    assert.equal(formatRounded(quantity("22000.4 EUR/mo"), undefined, quantity("22000 EUR/mo")), "22,000.4 EUR/mo");
    assert.equal(formatRounded(quantity("22001.4 EUR/mo"), undefined, quantity("22000 EUR/mo")), "22,001 EUR/mo");
    assert.equal(formatRounded(quantity("22000.4 EUR/mo"), undefined, quantity("22000 item/d")), "22,000 EUR/mo");
  });
});
