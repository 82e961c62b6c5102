import assert from "node:assert/strict";
import { compare, convertTo, fitsUnit, sameDimension } from "../../../core/src/quantity/index.ts";
import { quantity, unit } from "./quantity.ts";

describe("compare", () => {
  it("orders quantities of one dimension in different units", () => {
    assert.ok(compare(quantity("2700 req/h"), quantity("60 req/min"))! < 0);
    assert.ok(compare(quantity("3 h"), quantity("90 min"))! > 0);
    assert.ok(compare(quantity("4 w"), quantity("1 mo"))! < 0);
    assert.ok(compare(quantity("-4%"), quantity("-5%"))! > 0);
  });

  it("takes what floating point tells apart for equal", () => {
    assert.equal(compare(quantity("60 req/min"), quantity("3600 item/h")), 0);
    assert.equal(compare(quantity("1100 item/h"), quantity("26400 item/d")), 0);
    assert.equal(compare(quantity("0%"), quantity("0%")), 0);
    assert.notEqual(compare(quantity("99.999999%"), quantity("100%")), 0);
  });

  it("has no answer across dimensions and currencies", () => {
    assert.equal(compare(quantity("4 h"), quantity("4%")), undefined);
    assert.equal(compare(quantity("0.93"), quantity("93%")), undefined);
    assert.equal(compare(quantity("5 EUR"), quantity("5 USD")), undefined);
    assert.equal(compare(quantity("5 EUR/mo"), quantity("5 USD/mo")), undefined);
    assert.equal(compare(quantity("5 EUR/mo"), quantity("5 EUR")), undefined);
  });
});

describe("sameDimension", () => {
  it("sets nothing by the noun, and much by the currency", () => {
    assert.ok(sameDimension(quantity("5 items"), quantity("5 errors")));
    assert.ok(sameDimension(quantity("5 EUR/item"), quantity("5 EUR/call")));
    assert.ok(!sameDimension(quantity("5 EUR/item"), quantity("5 CHF/item")));
  });
});

describe("convertTo", () => {
  const cases: [text: string, unit: string, value: number | undefined][] = [
    ["60 req/min", "item/h", 3600],
    ["60 req/min", "/h", 3600],
    ["3200 item/d", "/mo", 97_400],
    ["4.2 h", "min", 252],
    ["1 mo", "d", 30.4375],
    ["93%", "%", 93],
    ["20 kB", "B", 20_000],
    ["22000 EUR/mo", "EUR/y", 264_000],
    ["22000 EUR/mo", "/y", 264_000],
    ["60 MB/min", "/s", 1e6],
    ["22000 EUR/mo", "USD/y", undefined],
    ["4 h", "%", undefined],
    ["4 h", "m", undefined],
    ["60 req/min", "h", undefined],
    ["5 EUR", "/h", undefined],
  ];
  for (const [text, name, value] of cases) {
    it(`${text} in ${name} is ${value}`, () => {
      const converted = convertTo(quantity(text), name);
      if (value === undefined) assert.equal(converted, undefined);
      else assert.ok(Math.abs(converted! - value) < value * 1e-12, `${converted}`);
    });
  }
});

describe("convertTo a text that is no unit", () => {
  it("has no answer, however long the text", () => {
    for (const text of [".".repeat(1e5), "/".repeat(1e5), "h".repeat(1e5), "", "constructor"]) {
      assert.equal(convertTo(quantity("4 h"), text), undefined);
    }
  });
});

describe("fitsUnit", () => {
  const cases: [unit: string, fits: string[], not: string[]][] = [
    ["percent", ["93%", "130%", "-4%"], ["0.93", "93", "4 h"]],
    ["h", ["4.2 h", "90 min", "2 w"], ["4.2", "93%"]],
    ["ratio", ["0.2"], ["20%", "0.2 psi", "3 items"]],
    ["psi", ["0.2", "0.2 psi"], ["20%"]],
    ["complaints", ["12", "12 complaints", "1 complaint", "12 items"], ["12%", "12 complaint/d", "0.2 psi"]],
    ["EUR", ["5 EUR"], ["5 USD", "5", "5 EUR/mo"]],
    ["EUR/item", ["0.25 EUR/item", "0.25 EUR/ticket"], ["0.25 EUR", "0.25 GBP/item"]],
    ["item/d", ["900 req/h"], ["900", "900 items"]],
  ];
  for (const [name, fits, not] of cases) {
    it(`a metric in ${name}`, () => {
      for (const text of fits) assert.ok(fitsUnit(quantity(text), unit(name)), `${text} should fit`);
      for (const text of not) assert.ok(!fitsUnit(quantity(text), unit(name)), `${text} should not fit`);
    });
  }
});
