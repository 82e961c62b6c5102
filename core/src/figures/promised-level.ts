import type { Metric } from "../language/index.ts";
import { compare, formatQuantity, type Quantity } from "../quantity/index.ts";
import type { NodeOf, ScalarNode } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { onceFor } from "../workspace/once-for.ts";

/** The target of one month, which can be read. */
export interface MonthTarget {
  readonly month: "month one" | "month six";
  readonly node: ScalarNode<Quantity>;
  readonly value: Quantity;
}

/** What a plan promises of its latency or its availability. */
export interface PromisedLevel {
  /** The id of the metric. */
  readonly metric: string;
  /** In the order of the months. */
  readonly targets: readonly MonthTarget[];
  readonly strictest: MonthTarget;
}

const MONTHS = [
  ["month-1", "month one"],
  ["month-6", "month six"],
] as const;

type Measure = "latency" | "availability";

const BETTER = { latency: "lower", availability: "higher" } as const;
const DIMENSIONS = { latency: "duration", availability: "share" } as const;

/**
 * The targets of the metric that measures it. Of several metrics those of the least strict: the plan doesn't say which share of the
 * answers each of them is about. Undefined where the least strict may be one that cannot be read.
 */
export function promisedLevel(checked: CheckedPlan, measure: Measure): PromisedLevel | undefined {
  return PROMISED[measure](checked);
}

const PROMISED = {
  latency: onceFor((checked: CheckedPlan) => findPromised(checked, "latency")),
  availability: onceFor((checked: CheckedPlan) => findPromised(checked, "availability")),
} as const;

function findPromised(checked: CheckedPlan, measure: Measure): PromisedLevel | undefined {
  const isStricter = (a: MonthTarget, b: MonthTarget) => {
    const difference = compare(a.value, b.value) ?? 0;
    return BETTER[measure] === "lower" ? difference < 0 : difference > 0;
  };
  const levels: PromisedLevel[] = [];
  const unclear = new Set<string>();
  for (const { id, value } of checked.file.root.get("success-criteria")?.get("targets")?.items() ?? []) {
    const metric = checked.definitions.find("metric", id);
    if (!metric || mayMeasure(metric, measure)) unclear.add(id);
    if (metric?.get("measures")?.value !== measure || metric.get("direction")?.value !== BETTER[measure]) continue;
    const targets = MONTHS.flatMap(([key, month]): MonthTarget[] => {
      const node = value.get(key);
      if (!node?.value) unclear.add(id);
      return node?.value?.dimension === DIMENSIONS[measure] ? [{ month, node, value: node.value }] : [];
    });
    const [first, ...others] = targets;
    if (!first) continue;
    levels.push({ metric: id, targets, strictest: others.reduce((a, b) => (isStricter(b, a) ? b : a), first) });
  }
  const [first, ...others] = levels;
  const isSure = unclear.size === 0 || new Set([...unclear, ...levels.map(({ metric }) => metric)]).size === 1;
  return first && isSure ? others.reduce((a, b) => (isStricter(a.strictest, b.strictest) ? b : a), first) : undefined;
}

/** Does the metric measure it for all that one can read, though not for certain? */
function mayMeasure(metric: NodeOf<typeof Metric>, measure: Measure): boolean {
  const measures = metric.get("measures")?.value;
  return measures === undefined
    ? metric.has("measures") || metric.all.length === 0
    : measures === measure && !metric.get("direction")?.value;
}

/** "2.5 s in month one and 2 s in month six". */
export function targetsInWords(targets: readonly MonthTarget[]): string {
  return targets.map(({ value, month }) => `${formatQuantity(value)} in ${month}`).join(" and ");
}
