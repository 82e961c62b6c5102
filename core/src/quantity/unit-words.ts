import { currencySpellings } from "./currency.ts";
import { definitions, foreignUnits, numberWords } from "./units.ts";

/** Words that mean more than a noun does, by what they mean, for those who cannot call the functions that read them. */
export interface UnitWordLists {
  readonly durations: readonly string[];
  readonly shares: readonly string[];
  readonly bytes: readonly string[];
  /** Words for numbers without a dimension, in small letters. */
  readonly numbers: readonly string[];
  /** Words that the language refuses, with another one to write in their place. */
  readonly others: readonly string[];
}

export function unitWords(): UnitWordLists {
  const spellingsOf = (dimension: string) =>
    definitions.filter((unit) => unit.dimension === dimension).flatMap(({ unit, aliases }) => [unit, ...aliases]);
  return {
    durations: spellingsOf("duration"),
    shares: spellingsOf("share"),
    bytes: spellingsOf("data"),
    numbers: [...numberWords],
    others: [...foreignUnits.keys(), ...currencySpellings.keys(), ...MAGNITUDES].filter((word) =>
      /^\p{L}+$/u.test(word),
    ),
  };
}

/** What makes a number longer, which plans write out. */
const MAGNITUDES = ["k", "thousand", "tsd", "million", "millions", "mio", "mn", "billion", "billions", "bn"];
