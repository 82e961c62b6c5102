import { commonCurrencies } from "./currency.ts";
import type { Dimension } from "./types.ts";
import { unitsOf } from "./units.ts";

/** A unit to offer, with a few words about it. */
export interface UnitChoice {
  readonly unit: string;
  readonly doc: string;
}

const nouns: readonly UnitChoice[] = [
  { unit: "item", doc: "items of work" },
  { unit: "req", doc: "requests" },
  { unit: "call", doc: "calls" },
  { unit: "action", doc: "actions" },
];

const times: readonly UnitChoice[] = [
  { unit: "s", doc: "second" },
  { unit: "min", doc: "minute" },
  { unit: "h", doc: "hour" },
  { unit: "d", doc: "day" },
  { unit: "w", doc: "week" },
  { unit: "mo", doc: "month" },
];

const numbers: readonly UnitChoice[] = [
  { unit: "ratio", doc: "a number between 0 and 1" },
  { unit: "score", doc: "a number on a scale of its own" },
  { unit: "psi", doc: "population stability index, a measure of drift" },
  { unit: "kappa", doc: "agreement between raters beyond chance" },
  { unit: "f1", doc: "harmonic mean of precision and recall" },
  { unit: "auc", doc: "area under the curve" },
];

const currencies: readonly UnitChoice[] = [...commonCurrencies].map(([unit, doc]) => ({ unit, doc }));

/** The units to offer for a dimension, the likeliest ones first. Those with an open set of nouns or currencies are examples. */
export function listUnits(dimension: Dimension): UnitChoice[] {
  switch (dimension) {
    case "duration":
    case "data":
    case "share":
      return unitsOf(dimension).map(({ unit, doc }) => ({ unit, doc }));
    case "money":
      return [...currencies];
    case "count":
      return [...nouns];
    case "number":
      return [...numbers];
    case "rate":
      return over(nouns, times);
    case "money-rate":
      return over(currencies, [{ unit: "mo", doc: "month" }]);
    case "money-per-count":
      return over(currencies, [{ unit: "item", doc: "item" }]);
    case "data-rate":
      return over(unitsOf("data"), times);
  }
}

function over(above: readonly UnitChoice[], below: readonly UnitChoice[]): UnitChoice[] {
  return above.flatMap((top) =>
    below.map((bottom) => ({ unit: `${top.unit}/${bottom.unit}`, doc: `${top.doc} per ${bottom.doc}` })),
  );
}
