import { availability, inputDrift, type MetricTemplate, metric, overruled } from "./metric-template.ts";

/** How far a system acts on its own: what `operating-limits.autonomy` takes. */
export type Autonomy = "suggest" | "act-with-approval" | "act";

/** What a system is for, as far as it decides with which metrics its plan begins. */
export interface PlanKind {
  readonly id: string;
  /** What such systems are called. */
  readonly name: string;
  /** What such a system does, as people would choose it from a list. */
  readonly title: string;
  /** What one piece of work is called, as a unit. */
  readonly item: string;
  /** How far such systems usually act on their own. */
  readonly autonomy: Autonomy;
  /** What most such plans measure. The first is the KPI, of kind `business`; one at least is of kind `quality`. */
  readonly metrics: readonly MetricTemplate[];
  /** What many such plans measure as well. */
  readonly moreMetrics: readonly MetricTemplate[];
}

export const PLAN_KINDS: readonly PlanKind[] = [
  {
    id: "assistant",
    name: "Assistant",
    title: "answers questions of staff or customers",
    item: "question",
    autonomy: "suggest",
    metrics: [
      metric(
        ["solved-without-help", "business", "percent", "higher", "Questions solved without asking a person"],
        ["30%", "40%", "55%", "35%"],
      ),
      metric(
        ["right-answers", "quality", "percent", "higher", "Answers that are right, in a sample that people judge"],
        ["75%", "85%", "92%", "80%"],
        "accuracy",
      ),
      metric(
        ["unsupported-answers", "quality", "percent", "lower", "Answers that no source supports"],
        ["12%", "6%", "3%", "8%"],
      ),
      metric(
        ["time-to-answer", "reliability", "s", "lower", "Time until the answer is there"],
        ["8 s", "4 s", "3 s", "6 s"],
        "latency",
      ),
    ],
    moreMetrics: [overruled, availability],
  },
  {
    id: "routing",
    name: "Triage and routing",
    title: "sorts incoming work and sends it to the right people",
    item: "ticket",
    autonomy: "act",
    metrics: [
      metric(
        ["time-to-right-team", "business", "h", "lower", "Time until the right people have it"],
        ["4.2 h", "3 h", "1.5 h", "3.5 h"],
      ),
      metric(
        ["routing-accuracy", "quality", "percent", "higher", "Work that goes to the right people at once"],
        ["78%", "88%", "93%", "85%"],
        "accuracy",
      ),
      overruled,
      inputDrift,
    ],
    moreMetrics: [
      metric(
        ["passed-on", "business", "percent", "lower", "Work that is passed on to somebody else"],
        ["22%", "12%", "7%", "15%"],
      ),
      availability,
    ],
  },
  {
    id: "extraction",
    name: "Extraction",
    title: "reads documents and takes values out of them",
    item: "document",
    autonomy: "act-with-approval",
    metrics: [
      metric(
        ["handling-time", "business", "min", "lower", "Working time for one document"],
        ["12 min", "8 min", "4 min", "10 min"],
      ),
      metric(
        ["right-values", "quality", "percent", "higher", "Values that are right, in a sample that people judge"],
        ["90%", "95%", "98%", "94%"],
        "accuracy",
      ),
      metric(
        ["corrected-by-people", "oversight", "percent", "lower", "Documents in which people correct a value"],
        ["25%", "15%", "8%", "18%"],
      ),
      inputDrift,
    ],
    moreMetrics: [
      metric(
        ["untouched-documents", "business", "percent", "higher", "Documents that nobody has to touch"],
        ["10%", "40%", "65%", "35%"],
      ),
      availability,
    ],
  },
  {
    id: "forecasting",
    name: "Forecasting",
    title: "forecasts demand, load or another quantity",
    item: "forecast",
    autonomy: "suggest",
    metrics: [
      metric(
        ["missed-demand", "business", "percent", "lower", "Demand that could not be met"],
        ["9%", "6%", "4%", "7%"],
      ),
      metric(
        ["forecast-error", "quality", "percent", "lower", "How far forecasts are off, on average"],
        ["24%", "18%", "12%", "20%"],
      ),
      metric(
        ["forecast-bias", "quality", "percent", "target", "How much too high or too low forecasts are, on average"],
        ["6%", "2%", "0%", ["-5%", "5%"]],
      ),
      inputDrift,
    ],
    moreMetrics: [
      metric(
        ["unused-capacity", "business", "percent", "lower", "Stock or capacity that was not needed"],
        ["15%", "11%", "8%", "13%"],
      ),
      overruled,
    ],
  },
  {
    id: "scoring",
    name: "Scoring with human review",
    title: "scores cases, and people decide",
    item: "case",
    autonomy: "act-with-approval",
    metrics: [
      metric(
        ["losses-prevented", "business", "percent", "higher", "Losses that were prevented in time"],
        ["40%", "50%", "65%", "45%"],
      ),
      metric(
        ["right-among-flagged", "quality", "percent", "higher", "Flagged cases that were flagged rightly"],
        ["30%", "45%", "60%", "40%"],
      ),
      metric(
        ["missed-cases", "quality", "percent", "lower", "Cases that should have been flagged and were not"],
        ["18%", "12%", "8%", "15%"],
      ),
      overruled,
    ],
    moreMetrics: [
      metric(
        ["gap-between-groups", "quality", "percent", "lower", "How much more often it errs about one group of people"],
        ["8%", "5%", "3%", "6%"],
      ),
      inputDrift,
    ],
  },
  {
    id: "agent",
    name: "Acting agent",
    title: "carries out tasks in other systems",
    item: "task",
    autonomy: "act-with-approval",
    metrics: [
      metric(["time-to-done", "business", "h", "lower", "Time until a task is done"], ["20 h", "8 h", "4 h", "12 h"]),
      metric(
        [
          "tasks-done-right",
          "quality",
          "percent",
          "higher",
          "Tasks that were done right, in a sample that people judge",
        ],
        ["80%", "90%", "95%", "88%"],
        "accuracy",
      ),
      metric(
        ["wrong-actions", "quality", "percent", "lower", "Actions that had to be undone"],
        ["5%", "2%", "1%", "3%"],
      ),
      availability,
    ],
    moreMetrics: [
      metric(
        ["done-without-help", "business", "percent", "higher", "Tasks done without a person's help"],
        ["20%", "50%", "70%", "45%"],
      ),
      overruled,
    ],
  },
];
