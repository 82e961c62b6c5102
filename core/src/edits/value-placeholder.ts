import type { Metric } from "../language/index.ts";
import type { Direction } from "../language/types.ts";
import type { Unit } from "../quantity/index.ts";
import { withUnit } from "../quantity/quantity-of.ts";
import type { NodeOf } from "../syntax/nodes.ts";

/** What is known of the metric that values speak of. */
export interface MetricFacts {
  readonly unit: Unit | undefined;
  readonly direction: Direction | undefined;
}

export function factsAbout(metric: NodeOf<typeof Metric> | undefined): MetricFacts | undefined {
  return metric && { unit: metric.get("unit")?.value, direction: metric.get("direction")?.value };
}

/**
 * What a placeholder says for a value of a metric: the words of the description with an example in the metric's own
 * unit that lies on its good side, `month-one target e.g. 90%`. Without a unit, or where the example is such a value
 * already, the words stay as they are.
 *
 * @param named the unit as the plan writes it, to be named as well: `month-one target in percent e.g. 90%`
 */
export function valuePlaceholder(
  words: string,
  metric: MetricFacts | undefined,
  options: { named?: string | undefined } = {},
): string {
  const example = / e\.g\. (.*)$/.exec(words);
  const unit = metric?.unit;
  if (!unit) return words;
  const what = example ? words.slice(0, example.index) : words;
  const inUnit = options.named === undefined ? "" : ` in ${options.named}`;
  // The examples of the description are of metrics that should be low.
  const fits = example && example[1]?.replace(/^[\d.]+ ?/, "") === unit.unit && metric.direction !== "higher";
  return `${what}${inUnit} e.g. ${fits ? example[1] : exampleIn(unit, metric.direction)}`;
}

const PERCENT: Readonly<Record<Direction, number>> = { higher: 90, target: 50, lower: 10 };

/** A value that a person might write in the unit. */
function exampleIn({ dimension, unit }: Unit, direction: Direction = "higher"): string {
  if (dimension === "share") return `${PERCENT[direction]}%`;
  return dimension === "number" ? String(PERCENT[direction] / 100) : withUnit("3", unit);
}
