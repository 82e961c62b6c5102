import type { Metric, Target } from "../../language/index.ts";
import { formatReadable, type Quantity, sameDimension } from "../../quantity/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import { inTermsOf, rise } from "../shares.ts";

type TargetNode = NodeOf<typeof Target>;

/** Which of two values of a metric is the better one, and words that say why, where the direction alone does not. */
export interface Verdict {
  readonly isWorse: boolean;
  readonly isBetter: boolean;
  readonly why: string;
}

const NO_VERDICT: Verdict = { isWorse: false, isBetter: false, why: "" };

/**
 * Judges what became of a value of a metric. Where the metric is to stay close to a value, that is the month-six target: what
 * comes nearer to it is better. That target itself gets weaker where it comes nearer to what the system does anyway.
 *
 * @param target the targets of the metric as they were
 */
export function judgeValues(
  was: Quantity,
  is: Quantity,
  key: string,
  { metric, target }: { readonly metric: NodeOf<typeof Metric>; readonly target: TargetNode },
): Verdict {
  const direction = metric.get("direction")?.value;
  if (direction === "target") return judgeDistances(was, is, key, target);
  const more = rise(was, is);
  if (!more || (direction !== "higher" && direction !== "lower")) return NO_VERDICT;
  const isWorse = direction === "higher" ? more < 0 : more > 0;
  return { isWorse, isBetter: !isWorse, why: "" };
}

function judgeDistances(was: Quantity, is: Quantity, key: string, target: TargetNode): Verdict {
  const aim = target.get("month-6")?.value;
  if (key !== "month-6") {
    const nearer = aim && approach(was, is, aim);
    if (!nearer) return NO_VERDICT;
    const why = ` (${nearer > 0 ? "nearer to" : "further from"} the month-6 target of ${formatReadable(aim)})`;
    return { isWorse: nearer < 0, isBetter: nearer > 0, why };
  }
  const measured = target.get("measured")?.get("month-6")?.value ?? target.get("measured")?.get("month-1")?.value;
  const known = measured ?? target.get("baseline")?.value;
  const nearer = known && approach(was, is, known);
  if (!nearer) return NO_VERDICT;
  const name = measured ? `the ${formatReadable(known)} that was measured` : `the baseline of ${formatReadable(known)}`;
  return { isWorse: nearer > 0, isBetter: nearer < 0, why: ` (${nearer > 0 ? "nearer to" : "further from"} ${name})` };
}

/** By how much a value has come nearer to another one; undefined where they do not measure the same thing. */
function approach(was: Quantity, is: Quantity, to: Quantity): number | undefined {
  const values = [was, is].map((value) => inTermsOf(value, to));
  if (!values.every((value) => sameDimension(value, to))) return undefined;
  const [before, after] = values.map(({ base }) => Math.abs(base - to.base)) as [number, number];
  return Math.abs(before - after) <= 1e-9 * Math.max(before, after) ? 0 : before - after;
}
