import type { Unit } from "../quantity/index.ts";
import { withUnit } from "../quantity/quantity-of.ts";

/**
 * What a placeholder says for a value of a metric: the words of the description with an example in the metric's own
 * unit, `month-one target e.g. 90%`. Without a unit, or where the example is in it already, the words stay as they are.
 *
 * @param named the unit as the plan writes it, to be named as well: `month-one target in percent e.g. 90%`
 */
export function valuePlaceholder(
  words: string,
  unit: Unit | undefined,
  options: { named?: string | undefined } = {},
): string {
  const example = / e\.g\. (.*)$/.exec(words);
  if (!unit) return words;
  const what = example ? words.slice(0, example.index) : words;
  const inUnit = options.named === undefined ? "" : ` in ${options.named}`;
  const fits = example && example[1]?.replace(/^[\d.]+ ?/, "") === unit.unit;
  return `${what}${inUnit} e.g. ${fits ? example[1] : exampleIn(unit)}`;
}

/** A value that a person might write in the unit. */
function exampleIn({ dimension, unit }: Unit): string {
  if (dimension === "share") return "90%";
  return dimension === "number" ? "0.9" : withUnit("3", unit);
}
