import type { Dimension, Unit } from "./types.ts";

/** A unit together with what it takes to compute with it: base = value x `multiplier` / `divisor`. */
export interface ScaledUnit extends Unit {
  readonly multiplier: number;
  // Kept apart from the multiplier because 7 / 100 is exact to the last digit and 7 * 0.01 is not.
  readonly divisor: number;
}

interface UnitDefinition extends ScaledUnit {
  readonly dimension: "duration" | "data" | "share";
  readonly doc: string;
  /** Longer spellings that mean the same, in lower case. */
  readonly aliases: readonly string[];
}

/** Milliseconds in a day: the bridge between durations and dates. */
export const millisecondsPerDay = 86_400_000;

function duration(unit: string, milliseconds: number, doc: string, ...aliases: string[]): UnitDefinition {
  return { unit, dimension: "duration", multiplier: milliseconds, divisor: 1, doc, aliases };
}

function data(unit: string, bytes: number, doc: string, ...aliases: string[]): UnitDefinition {
  return { unit, dimension: "data", multiplier: bytes, divisor: 1, doc, aliases };
}

/** Every unit that has a name. */
export const definitions: readonly UnitDefinition[] = [
  duration("ms", 1, "milliseconds", "msec", "msecs", "millisecond", "milliseconds"),
  duration("s", 1000, "seconds", "sec", "secs", "second", "seconds"),
  duration("min", 60_000, "minutes", "mins", "minute", "minutes"),
  duration("h", 3_600_000, "hours", "hr", "hrs", "hour", "hours"),
  duration("d", millisecondsPerDay, "calendar days", "day", "days"),
  duration("w", 7 * millisecondsPerDay, "weeks of 7 calendar days", "wk", "wks", "week", "weeks"),
  duration("mo", (365.25 / 12) * millisecondsPerDay, "months of 30.44 days", "mos", "mth", "mths", "month", "months"),
  duration("y", 365.25 * millisecondsPerDay, "years of 365.25 days", "yr", "yrs", "year", "years"),
  {
    unit: "%",
    dimension: "share",
    multiplier: 1,
    divisor: 100,
    doc: "share of a whole, in percent",
    aliases: ["percent", "per cent", "pct"],
  },
  data("B", 1, "bytes", "byte", "bytes"),
  data("kB", 1e3, "kilobytes of 1,000 bytes", "kilobyte", "kilobytes"),
  data("MB", 1e6, "megabytes of 1,000 kB", "megabyte", "megabytes"),
  data("GB", 1e9, "gigabytes of 1,000 MB", "gigabyte", "gigabytes"),
  data("TB", 1e12, "terabytes of 1,000 GB", "terabyte", "terabytes"),
];

// Maps, not objects: `constructor` and `__proto__` are words like any other.
const byUnit: ReadonlyMap<string, UnitDefinition> = new Map(definitions.map((each) => [each.unit, each]));
const byAlias: ReadonlyMap<string, UnitDefinition> = new Map(
  definitions.flatMap((each) => each.aliases.map((alias): [string, UnitDefinition] => [alias, each])),
);

/** The units of one of the three simple dimensions, smallest first. */
export function unitsOf(dimension: Dimension): readonly (ScaledUnit & { doc: string })[] {
  return definitions.filter((each) => each.dimension === dimension);
}

/** The unit with exactly this short spelling. */
export function unitNamed(text: string): ScaledUnit | undefined {
  const definition = byUnit.get(text);
  return definition && scaledUnit(definition);
}

/**
 * The unit that a longer spelling or another case of letters means without doubt (`Hours`, `MIN`, `KB`).
 * A bit and a byte differ only in the case of a letter, so `kb` is not among them.
 */
export function unitMeant(text: string): ScaledUnit | undefined {
  const lower = text.toLowerCase().replace(/\s+/g, " ");
  const definition = byAlias.get(lower) ?? (text === "KB" ? byUnit.get("kB") : undefined);
  if (definition) return scaledUnit(definition);
  const sameLetters = byUnit.get(lower);
  return sameLetters?.dimension === "duration" ? scaledUnit(sameLetters) : undefined;
}

function scaledUnit({ unit, dimension, multiplier, divisor }: UnitDefinition): ScaledUnit {
  return { unit, dimension, multiplier, divisor };
}

/**
 * Words that name a number with no dimension, so that a metric in them takes bare numbers. Every other noun is
 * a count. They are read in any case of letters: `PSI` is `psi`.
 */
export const numberWords: ReadonlySet<string> = new Set(
  (
    "number ratio fraction proportion probability score index coefficient correlation factor " +
    // Agreement and drift.
    "kappa alpha psi csi ks kl-divergence js-divergence wasserstein " +
    // Quality of classification, ranking, regression and text.
    "f1 f1-score f-score precision recall accuracy auc auroc roc-auc auprc pr-auc gini mcc iou map mrr ndcg " +
    "r2 mae mse rmse mape smape log-loss brier brier-score ece perplexity " +
    "bleu rouge rouge-l meteor bertscore wer cer " +
    // Opinion.
    "nps csat likert elo"
  ).split(" "),
);

/** Units that the language does not have, each with the unit to write in its place and what to multiply the number by. */
export const foreignUnits: ReadonlyMap<string, { readonly unit: string; readonly factor: number }> = new Map([
  ["us", { unit: "ms", factor: 1e-3 }],
  ["\u00b5s", { unit: "ms", factor: 1e-3 }],
  ["\u03bcs", { unit: "ms", factor: 1e-3 }],
  ["ns", { unit: "ms", factor: 1e-6 }],
  ["fortnight", { unit: "w", factor: 2 }],
  ["fortnights", { unit: "w", factor: 2 }],
  ["quarter", { unit: "mo", factor: 3 }],
  ["quarters", { unit: "mo", factor: 3 }],
  ["\u2030", { unit: "%", factor: 0.1 }],
  ["permille", { unit: "%", factor: 0.1 }],
  ["kib", { unit: "kB", factor: 1.024 }],
  ["mib", { unit: "MB", factor: 1.048576 }],
  ["gib", { unit: "GB", factor: 1.073741824 }],
  ["tib", { unit: "TB", factor: 1.099511627776 }],
  ["rps", { unit: "req/s", factor: 1 }],
  ["qps", { unit: "req/s", factor: 1 }],
  ["tps", { unit: "req/s", factor: 1 }],
  ["rpm", { unit: "req/min", factor: 1 }],
  ["qpm", { unit: "req/min", factor: 1 }],
  ["rph", { unit: "req/h", factor: 1 }],
]);

/** The unit to write in place of one that the language lacks; for `kb` and `Mb`, the unit of bytes with those letters. */
export function unitInstead(text: string): { readonly unit: string; readonly factor: number } | undefined {
  const lower = text.toLowerCase();
  const bytes = definitions.find((each) => each.dimension === "data" && each.unit.toLowerCase() === lower);
  return foreignUnits.get(lower) ?? (bytes && { unit: bytes.unit, factor: 1 });
}
