/**
 * What a quantity measures. Only quantities of one dimension can be compared; those that hold money
 * also need the same currency.
 *
 * `number` is dimensionless (ratio, psi, kappa), `rate` is count over duration, `money-rate` money over
 * duration, `data-rate` data over duration.
 */
export const DIMENSIONS = [
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
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A unit with no number: what `metrics.<id>.unit` names. Every {@link Quantity} is also a `Unit`. */
export interface Unit {
  /** The one short spelling: `h`, `%`, `EUR`, `item/min`, `EUR/mo`; empty for a bare number. */
  readonly unit: string;
  readonly dimension: Dimension;
  /** ISO 4217 code, where the unit holds money. */
  readonly currency?: string;
  /** The thing counted, as written: `item`, `req`, `tickets`. Kept for messages; it never changes the dimension. */
  readonly noun?: string;
}

/** A number with its unit, such as `4.2 h`. */
export interface Quantity extends Unit {
  /** As written. For a computed quantity, the readable form that {@link formatBase} gives. */
  readonly text: string;
  /** The number as written, in `unit`. Always finite. */
  readonly value: number;
  /**
   * The value in base units: milliseconds for durations, a fraction for shares (93% is 0.93), currency
   * units for money, bytes for data, things for counts, the number itself for numbers. Everything over
   * time is **per second**: things, currency units or bytes per second. Money per count is currency units per thing.
   */
  readonly base: number;
}

/**
 * Why a text is not a quantity or a unit. Everything named here can be shown to an author.
 *
 * A `replacement` is the whole text rewritten so that it reads, and is there only where there is one thing that the author can
 * have meant.
 */
export type QuantityProblem =
  /** `replacement` for a currency in front: `500 EUR` for `EUR 500`. */
  | { readonly kind: "not-a-quantity"; readonly replacement?: string }
  | {
      readonly kind: "ambiguous-unit";
      readonly unit: "m" | "M";
      readonly suggestions: readonly ["min", "mo"];
      /** The whole text with each of the suggestions: `60 req/min` and `60 req/mo` for `60 req/m`. */
      readonly replacements: readonly [string, string];
    }
  /**
   * `suggestion` is a unit that may stand for `unit` while the number stays. `replacement` may have another number as
   * well: `180000 EUR` for `180k EUR`, `252 min` for `4 h 12 min`.
   */
  | {
      readonly kind: "unknown-unit";
      readonly unit: string;
      readonly suggestion?: string;
      readonly replacement?: string;
    }
  /** `operator` is as written; {@link operatorMeaning} says what it stands for. `rest` is the text without it. */
  | { readonly kind: "operator"; readonly operator: string; readonly rest: string }
  /** Three capital letters that no currency has. */
  | { readonly kind: "unknown-currency"; readonly unit: string }
  /** `suggestion` is the whole text with the number rewritten. A problem with the unit may be left in it. */
  | { readonly kind: "thousands-separator"; readonly suggestion: string }
  /** `suggestion` is the whole text with the number rewritten. A problem with the unit may be left in it. */
  | { readonly kind: "decimal-comma"; readonly suggestion: string };

/**
 * What {@link readQuantity} found: a quantity or a problem, never both and never neither.
 *
 * Offsets are UTF-16 offsets into the text that was read. Where there is no number all four are 0; where
 * there is no unit, `unitStart` and `unitEnd` are `numberEnd`. For the problems `ambiguous-unit`, `unknown-unit` and
 * `unknown-currency` the range `unitStart`..`unitEnd` is exactly the problem's `unit`, so that a suggestion may
 * replace it (in `60 req/m` it is the `m` alone).
 */
export interface QuantityReading {
  readonly quantity?: Quantity;
  readonly problem?: QuantityProblem;
  /**
   * The whole text in its short spelling, where another one was written and understood: `4 h` for `4 hours`,
   * `60 req/min` for `60 req per minute`, `60 item/min` for `60/min`. Worth a hint only when the dimension fits.
   */
  readonly normalized?: string;
  readonly numberStart: number;
  readonly numberEnd: number;
  readonly unitStart: number;
  readonly unitEnd: number;
}

/** What {@link readUnit} found: a unit or a problem, never both and never neither. */
export interface UnitReading {
  readonly unit?: Unit;
  readonly problem?: QuantityProblem;
  /** The spelling to prefer, where another one was written and understood: `percent` for `%`, `h` for `hours`. */
  readonly normalized?: string;
}
