import assert from "node:assert/strict";
import { type Dimension, isCurrencyCode, listUnits, readQuantity, readUnit } from "../../../core/src/quantity/index.ts";
import { numberWords } from "../../../core/src/quantity/units.ts";
import { unit } from "./quantity.ts";

describe("readUnit", () => {
  it("reads what a metric is measured in", () => {
    const cases: [text: string, dimension: Dimension][] = [
      ["percent", "share"],
      ["ms", "duration"],
      ["s", "duration"],
      ["min", "duration"],
      ["h", "duration"],
      ["EUR", "money"],
      ["EUR/item", "money-per-count"],
      ["EUR/mo", "money-rate"],
      ["item/d", "rate"],
      ["kB", "data"],
      ["MB/s", "data-rate"],
      ["ratio", "number"],
      ["psi", "number"],
      ["kappa", "number"],
      ["score", "number"],
      ["f1", "number"],
      ["items", "count"],
      ["errors", "count"],
      ["complaint", "count"],
      ["constructor", "count"],
    ];
    for (const [text, dimension] of cases) {
      assert.equal(unit(text).dimension, dimension, text);
      assert.equal(readUnit(text).normalized, undefined, text);
    }
  });

  it("prefers the word percent, which YAML reads, and short units", () => {
    for (const [text, normalized] of [
      ["%", "percent"],
      ["pct", "percent"],
      ["Percent", "percent"],
      ["hours", "h"],
      ["EUR per month", "EUR/mo"],
      ["PSI", "psi"],
    ]) {
      assert.equal(readUnit(text!).normalized, normalized);
    }
  });

  it("names what is no unit", () => {
    assert.deepEqual(readUnit("m").problem, {
      kind: "ambiguous-unit",
      unit: "m",
      suggestions: ["min", "mo"],
      replacements: ["min", "mo"],
    });
    assert.deepEqual(readUnit("req/m").problem, {
      kind: "ambiguous-unit",
      unit: "m",
      suggestions: ["min", "mo"],
      replacements: ["req/min", "req/mo"],
    });
    assert.deepEqual(readUnit("eur/mo").problem, {
      kind: "unknown-unit",
      unit: "eur/mo",
      suggestion: "EUR/mo",
      replacement: "EUR/mo",
    });
    assert.deepEqual(readUnit("KiB").problem, { kind: "unknown-unit", unit: "KiB" });
    assert.deepEqual(readUnit("XYZ").problem, { kind: "unknown-currency", unit: "XYZ" });
    for (const text of ["", "  ", "4 h", "h, mostly", "<unit>", "/", "x".repeat(201)]) {
      assert.equal(readUnit(text).problem?.kind, "unknown-unit", text);
    }
  });

  it("knows words for numbers that no currency or duration has", () => {
    for (const word of numberWords) {
      assert.equal(unit(word).dimension, "number", word);
      assert.ok(!isCurrencyCode(word.toUpperCase()), word);
    }
  });
});

describe("isCurrencyCode", () => {
  it("knows the codes of ISO 4217, in capitals", () => {
    for (const code of ["EUR", "USD", "CHF", "JPY", "ALL", "TRY"]) assert.ok(isCurrencyCode(code), code);
    for (const code of ["eur", "XYZ", "EURO", "", "€"]) assert.ok(!isCurrencyCode(code), code);
  });
});

describe("listUnits", () => {
  const dimensions: Dimension[] = [
    "duration",
    "share",
    "money",
    "data",
    "count",
    "number",
    "rate",
    "money-rate",
    "money-per-count",
    "data-rate",
  ];
  for (const dimension of dimensions) {
    it(`offers units of ${dimension} that read as such`, () => {
      const choices = listUnits(dimension);
      assert.ok(choices.length > 0);
      for (const choice of choices) {
        const { quantity, normalized } = readQuantity(`5 ${choice.unit}`);
        assert.equal(quantity?.dimension, dimension, choice.unit);
        assert.equal(normalized, undefined, choice.unit);
        assert.notEqual(choice.doc, "");
      }
    });
  }
});
