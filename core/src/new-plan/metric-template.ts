import type { Direction } from "../language/types.ts";

/** Values that a metric may have, as a plan writes them: a new plan shows them as examples. */
export interface MetricExamples {
  readonly baseline: string;
  readonly "month-1": string;
  readonly "month-6": string;
  /** What it must not fall below or rise above, or the two ends of the range that it must not leave. */
  readonly alarm: string | readonly [string, string];
}

/** A metric that a new plan can begin with. */
export interface MetricTemplate {
  readonly id: string;
  readonly kind: "business" | "quality" | "reliability" | "oversight" | "data";
  readonly unit: string;
  readonly direction: Direction;
  /** What it counts or measures, as people would choose it from a list. */
  readonly title: string;
  readonly measures?: "latency" | "availability" | "accuracy" | "drift";
  readonly examples: MetricExamples;
}

type What = readonly [id: string, kind: MetricTemplate["kind"], unit: string, direction: Direction, title: string];
type Values = readonly [baseline: string, monthOne: string, monthSix: string, alarm: MetricExamples["alarm"]];

/** A metric, with values that go together. */
export function metric(what: What, values: Values, measures?: MetricTemplate["measures"]): MetricTemplate {
  const [id, kind, unit, direction, title] = what;
  const [baseline, monthOne, monthSix, alarm] = values;
  const examples = { baseline, "month-1": monthOne, "month-6": monthSix, alarm };
  return { id, kind, unit, direction, title, examples, ...(measures ? { measures } : {}) };
}

/** Systems of several kinds have these. */
export const availability = metric(
  ["availability", "reliability", "percent", "higher", "Time in which it works"],
  ["98%", "99%", "99.5%", "98.5%"],
  "availability",
);
export const inputDrift = metric(
  ["input-drift", "data", "psi", "lower", "How far its input has moved away from what it learned"],
  ["0.3", "0.2", "0.1", "0.25"],
  "drift",
);
export const overruled = metric(
  ["overruled", "oversight", "percent", "lower", "Output that people overrule"],
  ["20%", "12%", "8%", "15%"],
);
