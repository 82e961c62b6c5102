import { commonCurrencies } from "./currency.ts";
import type { Dimension } from "./types.ts";
import { unitsOf } from "./units.ts";

/** A unit to offer, with a few words about it. */
export interface UnitChoice {
  readonly unit: string;
  readonly doc: string;
}

/** What is known of a plan that makes some units likelier than others. */
export interface UnitWords {
  /** What it counts, the likeliest first; offered before the nouns that fit any plan. */
  readonly counted?: readonly string[];
  /** The things of which one costs or earns so much money, the likeliest first. */
  readonly priced?: readonly string[];
  /** The one currency it uses: next to it, all others would be wrong. */
  readonly currency?: string | undefined;
  /** The time that is offered first below a slash. */
  readonly time?: string | undefined;
}

const nouns: readonly (UnitChoice & { readonly plural?: string })[] = [
  { unit: "item", plural: "items", doc: "items of work" },
  { unit: "req", doc: "requests" },
  { unit: "call", plural: "calls", doc: "calls" },
  { unit: "action", plural: "actions", doc: "actions" },
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

/**
 * The units to offer for a dimension, the likeliest ones first. Those with an open set of nouns or currencies are examples,
 * led by the words of the plan.
 */
export function listUnits(dimension: Dimension, words: UnitWords = {}): UnitChoice[] {
  switch (dimension) {
    case "duration":
    case "data":
    case "share":
      return unitsOf(dimension).map(({ unit, doc }) => ({ unit, doc }));
    case "money":
      return currenciesFor(words);
    case "count":
      return nounsFor(words);
    case "number":
      return [...numbers];
    case "rate":
      return over(nounsFor(words), timesFor(words));
    case "money-rate":
      return over(currenciesFor(words), [{ unit: "mo", doc: "month" }]);
    case "money-per-count": {
      const things = new Set([...(words.priced ?? []), "item"]);
      const below = [...things].map((unit) => ({ unit, doc: unit }));
      return over(currenciesFor(words), below);
    }
    case "data-rate":
      return over(unitsOf("data"), timesFor(words));
  }
}

/** A noun that the plan counts in the singular or the plural is not offered in the other form as well. */
function nounsFor({ counted = [] }: UnitWords): UnitChoice[] {
  const own = new Set(counted);
  const docs = new Map(nouns.flatMap(({ unit, plural = unit, doc }) => [unit, plural].map((form) => [form, doc])));
  const others = nouns.filter(({ unit, plural = unit }) => !own.has(unit) && !own.has(plural));
  return [
    ...[...own].map((unit) => ({ unit, doc: docs.get(unit) ?? unit })),
    ...others.map(({ unit, doc }) => ({ unit, doc })),
  ];
}

function currenciesFor({ currency }: UnitWords): UnitChoice[] {
  if (currency === undefined) return [...currencies];
  return [{ unit: currency, doc: commonCurrencies.get(currency) ?? currency }];
}

function timesFor({ time }: UnitWords): UnitChoice[] {
  return [...times].sort((a, b) => Number(b.unit === time) - Number(a.unit === time));
}

function over(above: readonly UnitChoice[], below: readonly UnitChoice[]): UnitChoice[] {
  return above.flatMap((top) =>
    below.map((bottom) => ({ unit: `${top.unit}/${bottom.unit}`, doc: `${top.doc} per ${bottom.doc}` })),
  );
}
