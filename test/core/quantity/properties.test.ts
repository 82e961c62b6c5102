import assert from "node:assert/strict";
import fc from "fast-check";
import {
  addDays,
  compare,
  type Dimension,
  daysBetween,
  describeQuantity,
  formatBase,
  formatQuantity,
  listUnits,
  type Quantity,
  readDate,
  readQuantity,
  readUnit,
} from "../../../core/src/quantity/index.ts";
import { date, quantity } from "./quantity.ts";

const dimensions: readonly Dimension[] = [
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
const units = [...dimensions.flatMap((dimension) => listUnits(dimension).map((choice) => choice.unit)), ""];

const oneOf = (...pieces: string[]) => fc.constantFrom(...pieces);

/** Text made of the pieces that quantities, dates, and slips in them, are made of, in a likely order. */
const likely = fc
  .tuple(
    oneOf("", "", "", "", ">= ", "~", "at least ", "max ", "€", "EUR ", "-", "+", "July "),
    oneOf("5", "0", "92.5", "1,000", "1 000", "93,5", ".5", "1e5", "6", "2026", "2026-07-06", "06/13/2026", "007", "h"),
    oneOf("", " ", " ", "\u00a0", ", ", "-", "\u200b"),
    fc.array(
      oneOf(
        ...units,
        ...[
          "/",
          " per ",
          " and ",
          "k",
          "M",
          "m",
          " million ",
          "€",
          "EUR",
          "XYZ",
          "eur",
          "hours",
          "item",
          "support",
          "5",
          " ",
        ],
        ...[
          "rpm",
          "KiB",
          "quarter",
          "1000 ",
          ".",
          "%",
          "July 2026",
          "T10:00",
          "constructor",
          "__proto__",
          "\ud800",
          " max",
        ],
      ),
      { maxLength: 4 },
    ),
  )
  .map(([front, number, gap, pieces]) => front + number + gap + pieces.join(""));
const anyText = fc.oneof(fc.string({ unit: "binary" }), likely);

const anyQuantity: fc.Arbitrary<Quantity> = fc
  .tuple(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.constantFrom(...units))
  .filter(([value]) => value === 0 || Math.abs(value) > 1e-12)
  .map(([value, unit]) => quantity(`${value.toFixed(15)} ${unit}`));

describe("for any text", () => {
  it("reading gives a quantity or a problem, and offsets in order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readQuantity(text);
        assert.equal(reading.quantity === undefined, reading.problem !== undefined);
        const offsets = [0, reading.numberStart, reading.numberEnd, reading.unitStart, reading.unitEnd, text.length];
        assert.deepEqual(
          offsets,
          [...offsets].sort((a, b) => a - b),
        );
        const unit = readUnit(text);
        assert.equal(unit.unit === undefined, unit.problem !== undefined);
        const day = readDate(text);
        assert.equal(day.date === undefined, day.problem !== undefined);
      }),
      { numRuns: 5000 },
    );
  });

  it("what is offered instead reads", () => {
    let offered = 0;
    fc.assert(
      fc.property(likely, (text) => {
        const { quantity: read, normalized, problem } = readQuantity(text);
        if (normalized !== undefined) {
          assert.equal(readQuantity(normalized).normalized, undefined);
          assert.equal(compare(quantity(normalized), read!), 0);
        }
        const replacement = problem && "replacement" in problem ? problem.replacement : undefined;
        if (replacement !== undefined) assert.ok(readQuantity(replacement).quantity, replacement);
        const suggestion = readDate(text).suggestion;
        if (suggestion !== undefined) assert.ok(readDate(suggestion).date, suggestion);
        if (normalized !== undefined || replacement !== undefined) offered += 1;
      }),
      { numRuns: 20_000 },
    );
    assert.ok(offered > 100, `only ${offered} texts had something offered`);
  });

  it("takes time linear in its length", () => {
    const pieces = [
      "5",
      "5 ",
      " ",
      "\u00a0",
      "1,",
      "1 000 ",
      "k ",
      "per ",
      "/",
      ">= ",
      "5 h ",
      "a-",
      "6 July ",
      "+",
      ".",
    ];
    for (const piece of pieces) {
      const text = piece.repeat(Math.ceil(1e5 / piece.length));
      for (const long of [text, `5${text}`, `5 ${text}5`, `${text}5 h`]) {
        const start = performance.now();
        readQuantity(long);
        readUnit(long);
        readDate(long);
        const took = performance.now() - start;
        assert.ok(took < 200, `${JSON.stringify(piece)} took ${took} ms`);
      }
    }
  });
});

describe("for any quantity", () => {
  it("formatting and reading gives the same", () => {
    fc.assert(
      fc.property(anyQuantity, (written) => {
        const read = quantity(formatQuantity(written));
        assert.ok(Math.abs(read.base - written.base) <= Math.abs(written.base) * 1e-9);
        assert.equal(read.unit, written.unit);
      }),
      { numRuns: 2000 },
    );
  });

  it("comparing is antisymmetric and finds it equal to itself", () => {
    fc.assert(
      fc.property(anyQuantity, anyQuantity, (a, b) => {
        const [forth, back] = [compare(a, b), compare(b, a)];
        if (forth === undefined) assert.equal(back, undefined);
        else assert.equal(Math.sign(forth) + Math.sign(back!), 0);
        assert.equal(compare(a, a), 0);
      }),
      { numRuns: 2000 },
    );
  });

  it("it is described and formatted without floating-point noise", () => {
    fc.assert(
      fc.property(anyQuantity, (written) => {
        assert.match(describeQuantity(written), /^-?\d/);
        const decimals = /\.(\d+)/.exec(formatBase(written.base, written.dimension, written))?.[1] ?? "";
        const significant = decimals.replace(/^0+/, "");
        assert.ok(significant.length <= 3 || written.dimension === "share", decimals);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("for any date", () => {
  it("days added are days between", () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (days) => {
        const start = date("2026-07-06");
        const end = addDays(start, days);
        assert.equal(daysBetween(start, end), days);
        assert.deepEqual(date(end.text), end);
      }),
    );
  });
});
