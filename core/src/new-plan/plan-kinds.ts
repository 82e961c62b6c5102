import type { Direction } from "../language/types.ts";

/** How far a system acts on its own: what `operating-limits.autonomy` takes. */
export type Autonomy = "suggest" | "act-with-approval" | "act";

/** A metric that a new plan begins with. */
export interface MetricTemplate {
  readonly id: string;
  readonly kind: "business" | "quality" | "reliability" | "oversight" | "data";
  readonly unit: string;
  readonly direction: Direction;
  readonly measures?: "latency" | "availability" | "accuracy" | "drift";
}

/** What a system is for, as far as it decides with which metrics its plan begins. */
export interface PlanKind {
  readonly id: string;
  /** What such a system does, as people would choose it from a list. */
  readonly title: string;
  /** What one piece of work is called, as a unit. */
  readonly item: string;
  /** How far such systems usually act on their own. */
  readonly autonomy: Autonomy;
  /** The first is the KPI, of kind `business`; one at least is of kind `quality`. */
  readonly metrics: readonly MetricTemplate[];
}

const availability = metric("availability", "reliability", "percent", "higher", "availability");
const inputDrift = metric("input-drift", "data", "psi", "lower", "drift");

export const PLAN_KINDS: readonly PlanKind[] = [
  {
    id: "assistant",
    title: "answers questions of staff or customers",
    item: "question",
    autonomy: "suggest",
    metrics: [
      metric("solved-without-help", "business", "percent", "higher"),
      metric("right-answers", "quality", "percent", "higher", "accuracy"),
      metric("unsupported-answers", "quality", "percent", "lower"),
      metric("time-to-answer", "reliability", "s", "lower", "latency"),
    ],
  },
  {
    id: "routing",
    title: "sorts incoming work and sends it to the right people",
    item: "ticket",
    autonomy: "act",
    metrics: [
      metric("time-to-right-team", "business", "h", "lower"),
      metric("routing-accuracy", "quality", "percent", "higher", "accuracy"),
      metric("overruled", "oversight", "percent", "lower"),
      inputDrift,
    ],
  },
  {
    id: "extraction",
    title: "reads documents and takes values out of them",
    item: "document",
    autonomy: "act-with-approval",
    metrics: [
      metric("handling-time", "business", "min", "lower"),
      metric("right-values", "quality", "percent", "higher", "accuracy"),
      metric("corrected-by-people", "oversight", "percent", "lower"),
      inputDrift,
    ],
  },
  {
    id: "forecasting",
    title: "forecasts demand, load or another quantity",
    item: "forecast",
    autonomy: "suggest",
    metrics: [
      metric("missed-demand", "business", "percent", "lower"),
      metric("forecast-error", "quality", "percent", "lower"),
      metric("forecast-bias", "quality", "percent", "target"),
      inputDrift,
    ],
  },
  {
    id: "scoring",
    title: "scores cases, and people decide",
    item: "case",
    autonomy: "act-with-approval",
    metrics: [
      metric("losses-prevented", "business", "percent", "higher"),
      metric("right-among-flagged", "quality", "percent", "higher"),
      metric("missed-cases", "quality", "percent", "lower"),
      metric("overruled", "oversight", "percent", "lower"),
    ],
  },
  {
    id: "agent",
    title: "carries out tasks in other systems",
    item: "task",
    autonomy: "act-with-approval",
    metrics: [
      metric("time-to-done", "business", "h", "lower"),
      metric("tasks-done-right", "quality", "percent", "higher", "accuracy"),
      metric("wrong-actions", "quality", "percent", "lower"),
      availability,
    ],
  },
];

function metric(
  id: string,
  kind: MetricTemplate["kind"],
  unit: string,
  direction: Direction,
  measures?: MetricTemplate["measures"],
): MetricTemplate {
  return { id, kind, unit, direction, ...(measures ? { measures } : {}) };
}
