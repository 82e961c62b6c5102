import { isWeaker } from "../figures/weaker.ts";
import type { Metric, Target } from "../language/index.ts";
import { fitsUnit, type Quantity, sameDimension, type Unit } from "../quantity/index.ts";
import type { NodeOf, ScalarNode } from "../syntax/nodes.ts";
import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import { type Figure, figureOf, present } from "./datum.ts";

/** The moments that a target is given for, in the order of time. */
export const MOMENTS = ["baseline", "pilot-exit", "month-1", "month-6"] as const;
export type Moment = (typeof MOMENTS)[number];

/** A value at a moment, in the unit of its metric. */
export interface MomentFigure<At = Place> extends Figure<At> {
  readonly moment: Moment;
}

/** What was measured at a moment. */
export interface MeasuredFigure<At = Place> extends MomentFigure<At> {
  /** It is worse than the target of that moment, by the direction of the metric; absent where that can't be told. */
  readonly isMissed?: boolean;
}

/** What one metric is to reach, on its own scale. */
export interface TargetScale<At = Place> {
  /** The id of the metric. */
  readonly metric: string;
  readonly kind?: "business" | "quality" | "reliability" | "oversight" | "data" | "cost";
  /** Which way is better; absent where the metric doesn't say. */
  readonly direction?: "higher" | "lower" | "target";
  /** That of all its numbers: `h`, `%`; empty for plain numbers. */
  readonly unit: string;
  /** What the plan wants, in the order of time; those that are given. */
  readonly planned: readonly MomentFigure<At>[];
  /** What came out, in the order of time. */
  readonly measured: readonly MeasuredFigure<At>[];
  /** The least that every slice must reach. */
  readonly worstSlice?: Figure<At>;
  readonly at: At;
}

export interface Targets<At = Place> {
  /** One at least; each has one number at least. In the order of the plan. */
  readonly metrics: readonly TargetScale<At>[];
}

/** Absent unless a number is given for one metric. */
export function targetsOf(plan: CheckedPlan): Targets | undefined {
  const targets = plan.file.root.get("success-criteria")?.get("targets")?.items() ?? [];
  const metrics = targets.flatMap(({ id, key, value }) => {
    const scale = key.isPlaceholder ? undefined : scaleOf(plan, id, value);
    return scale ? [{ ...scale, at: plan.place(key) }] : [];
  });
  return metrics.length > 0 ? { metrics } : undefined;
}

function scaleOf(plan: CheckedPlan, id: string, target: NodeOf<typeof Target>): Omit<TargetScale, "at"> | undefined {
  const metric = plan.definitions.find("metric", id);
  const unit = metric?.get("unit")?.value ?? firstUnit(target);
  if (!unit) return undefined;
  const figure = (node: ScalarNode<Quantity> | undefined) => figureIn(plan, node, unit);
  const planned = MOMENTS.flatMap((moment) => {
    const found = figure(target.get(moment));
    return found ? [{ ...found, moment }] : [];
  });
  const measured = (["month-1", "month-6"] as const).flatMap((moment) => {
    const node = target.get("measured")?.get(moment);
    const found = figure(node);
    return found ? [present({ ...found, moment, isMissed: isMissed(node, target.get(moment), metric) })] : [];
  });
  const worstSlice = figure(target.get("worst-slice"));
  if (planned.length + measured.length === 0 && !worstSlice) return undefined;
  const kind = metric?.get("kind")?.value;
  const direction = metric?.get("direction")?.value;
  return present({ metric: id, kind, direction, unit: unit.unit, planned, measured, worstSlice });
}

/** That of the first number, for a metric that has none of its own. */
function firstUnit(target: NodeOf<typeof Target>): Unit | undefined {
  return MOMENTS.flatMap((moment) => target.get(moment)?.value ?? [])[0];
}

/** A bare number is in the unit of its metric already. */
function figureIn(plan: CheckedPlan, node: ScalarNode<Quantity> | undefined, unit: Unit): Figure | undefined {
  if (!node?.value || !fitsUnit(node.value, unit)) return undefined;
  const { value, text } = node.value;
  return node.value.unit === "" ? { value, text, at: plan.place(node) } : figureOf(plan, node, unit.unit);
}

function isMissed(
  measured: ScalarNode<Quantity> | undefined,
  target: ScalarNode<Quantity> | undefined,
  metric: NodeOf<typeof Metric> | undefined,
): boolean | undefined {
  const direction = metric?.get("direction")?.value;
  if (!metric || !measured?.value || !target?.value || direction === undefined || direction === "target")
    return undefined;
  return sameDimension(measured.value, target.value) ? isWeaker(measured.value, target.value, metric) : undefined;
}
