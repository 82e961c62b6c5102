import assert from "node:assert/strict";
import { type QuantityProblem, readQuantity } from "../../../core/src/quantity/index.ts";

function problemOf(text: string): QuantityProblem | undefined {
  const { quantity, problem } = readQuantity(text);
  assert.equal(quantity, undefined, `${text} was read`);
  return problem;
}

describe("a text that is not a quantity", () => {
  const prose = [
    "",
    " ",
    "h",
    "%",
    "high accuracy",
    "under review",
    "about right",
    "no-history",
    "24x7",
    "1:30",
    "2026-07-06",
    "3-5 d",
    "3 - 5 d",
    "1st",
    "2nd",
    "1.2.3",
    "1,2,3",
    "1..2",
    "5.",
    "0x1F",
    "5 (about)",
    "5 __proto__",
    "__proto__",
    ".inf",
    ".nan",
    "-",
    "9".repeat(201),
    "<how many>",
    ">= high",
  ];
  for (const text of prose) {
    it(`is named so: ${JSON.stringify(text.slice(0, 30))}`, () => {
      assert.deepEqual(problemOf(text), { kind: "not-a-quantity" });
    });
  }

  it("may have its currency in front", () => {
    for (const [text, replacement] of [
      ["EUR 500/mo", "500 EUR/mo"],
      ["€500", "500 EUR"],
      ["$ 0.25/item", "0.25 USD/item"],
      ["EUR 22k/mo", "22000 EUR/mo"],
      ["€1,500", "1500 EUR"],
      ["eur 5", "5 EUR"],
    ] as const) {
      assert.deepEqual(problemOf(text), { kind: "not-a-quantity", replacement });
    }
  });
});

describe("a bare m", () => {
  it("is ambiguous, and offers both", () => {
    assert.deepEqual(problemOf("5 m"), {
      kind: "ambiguous-unit",
      unit: "m",
      suggestions: ["min", "mo"],
      replacements: ["5 min", "5 mo"],
    });
    const capital = problemOf("5M");
    assert.equal(capital?.kind, "ambiguous-unit");
    assert.equal(capital.unit, "M");
  });

  it("is ambiguous in a rate too", () => {
    for (const text of ["60 req/m", "60 req per m"]) {
      const problem = problemOf(text);
      assert.equal(problem?.kind, "ambiguous-unit");
      for (const replacement of problem.replacements)
        assert.equal(readQuantity(replacement).quantity?.dimension, "rate");
    }
  });
});

describe("a unit that the language does not have", () => {
  const cases: Record<string, { unit: string; suggestion?: string; replacement?: string }> = {
    "22000 eur/mo": { unit: "eur/mo", suggestion: "EUR/mo", replacement: "22000 EUR/mo" },
    "500 euros": { unit: "euros", suggestion: "EUR", replacement: "500 EUR" },
    "500 €": { unit: "€", suggestion: "EUR", replacement: "500 EUR" },
    "0.25$/item": { unit: "$/item", suggestion: "USD/item", replacement: "0.25 USD/item" },
    "60 rpm": { unit: "rpm", suggestion: "req/min", replacement: "60 req/min" },
    "20 QPS": { unit: "QPS", suggestion: "req/s", replacement: "20 req/s" },
    "20 kb": { unit: "kb", suggestion: "kB", replacement: "20 kB" },
    "20 KiB": { unit: "KiB", replacement: "20.48 kB" },
    "250 µs": { unit: "µs", replacement: "0.25 ms" },
    "5‰": { unit: "‰", replacement: "0.5%" },
    "2 quarters": { unit: "quarters", replacement: "6 mo" },
    "300 item/quarter": { unit: "quarter", replacement: "100 item/mo" },
    "100 item/quarter": { unit: "quarter" },
    "50 support tickets": {
      unit: "support tickets",
      suggestion: "support-tickets",
      replacement: "50 support-tickets",
    },
    "5 business days": { unit: "business days" },
    "180k EUR": { unit: "k EUR", replacement: "180000 EUR" },
    "180 kEUR/mo": { unit: "kEUR/mo", replacement: "180000 EUR/mo" },
    "1.5 million EUR": { unit: "million EUR", replacement: "1500000 EUR" },
    "1.5M€": { unit: "M€", replacement: "1500000 EUR" },
    "3 million calls/mo": { unit: "million calls/mo", replacement: "3000000 calls/mo" },
    "22k": { unit: "k", replacement: "22000" },
    "1e5": { unit: "e5", replacement: "100000" },
    "1e5 items": { unit: "e5", replacement: "100000 items" },
    "2.5E-3 EUR/item": { unit: "E-3", replacement: "0.0025 EUR/item" },
    "4 h 12 min": { unit: "h 12 min", replacement: "252 min" },
    "5h30min": { unit: "h30min", replacement: "330 min" },
    "1 year and 6 months": { unit: "year and 6 months", replacement: "18 mo" },
    "2 EUR/1000 items": { unit: "EUR/1000 items", replacement: "0.002 EUR/items" },
    "3 EUR per 1k items": { unit: "EUR per 1k items", replacement: "0.003 EUR/items" },
    "100 req/10 s": { unit: "req/10 s", replacement: "10 req/s" },
    "60 req/0 s": { unit: "req/0 s" },
    "5 x": { unit: "x" },
    "5 min/item": { unit: "min/item" },
    "5 %/mo": { unit: "%/mo" },
    "5 EUR/MB": { unit: "EUR/MB" },
    "3 out of 5": { unit: "out of 5" },
    "5 /": { unit: "/" },
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(`is named: ${text}`, () => {
      assert.deepEqual(problemOf(text), { kind: "unknown-unit", ...expected });
      const { unitStart, unitEnd } = readQuantity(text);
      assert.equal(text.slice(unitStart, unitEnd), expected.unit);
    });
  }

  it("may be three capitals that are no currency", () => {
    assert.deepEqual(problemOf("500 XYZ"), { kind: "unknown-currency", unit: "XYZ" });
    assert.deepEqual(problemOf("500 XYZ/mo"), { kind: "unknown-currency", unit: "XYZ" });
    assert.equal(readQuantity("500 EUR/FTE").quantity?.noun, "FTE");
  });

  it("is not made up where a word is both a currency in lower case and a noun", () => {
    for (const text of ["5 cup", "5 pen", "5 try", "5 top"])
      assert.equal(readQuantity(text).quantity?.dimension, "count");
  });
});

describe("a number with separators", () => {
  const thousands: Record<string, string> = {
    "140,000 EUR/mo": "140000 EUR/mo",
    "1,234,567.89 EUR": "1234567.89 EUR",
    "1_000 item": "1000 item",
    "1 000 item/d": "1000 item/d",
    "1\u202f000\u202f000 item": "1000000 item",
    "140'000 CHF": "140000 CHF",
    "1.234.567 EUR": "1234567 EUR",
    "12,34,567 INR": "1234567 INR",
    "-1,000": "-1000",
    "1,000 hours": "1000 h",
    "1,000 rpm": "1000 req/min",
    "1,000 m": "1000 m",
  };
  for (const [text, suggestion] of Object.entries(thousands)) {
    it(`has them for thousands: ${text}`, () => {
      assert.deepEqual(problemOf(text), { kind: "thousands-separator", suggestion });
    });
  }

  const decimals: Record<string, string> = {
    "93,5%": "93.5%",
    "0,125 EUR/item": "0.125 EUR/item",
    "4,2 h": "4.2 h",
    "12,3456": "12.3456",
    "1.234,56 EUR": "1234.56 EUR",
    "1 234,5 EUR": "1234.5 EUR",
  };
  for (const [text, suggestion] of Object.entries(decimals)) {
    it(`has a comma for its decimals: ${text}`, () => {
      assert.deepEqual(problemOf(text), { kind: "decimal-comma", suggestion });
    });
  }
});
