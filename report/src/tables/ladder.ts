import type { Ladder, LadderStep } from "@aiplan/core";
import type { ReportPlace } from "../data/index.ts";
import type { Table } from "./table.ts";

type Step = LadderStep<ReportPlace>;

const HOW_BEGUN = { entered: "begun on", planned: "on", earliest: "not before" } as const;

export function ladderTable({ steps }: Ladder<ReportPlace>): Table {
  const hasMirror = steps.some(({ mirror }) => mirror);
  return {
    caption: "The steps of the rollout, and what each needs before it begins",
    columns: [
      { title: "Step" },
      { title: "Handles", isNumber: true },
      ...(hasMirror ? [{ title: "Only looks at", isNumber: true }] : []),
      { title: "Reviewed", isNumber: true },
      { title: "Begins" },
      { title: "Lasts at least" },
      { title: "Needs first" },
    ],
    rows: steps.map((step) => [
      { text: step.isCurrent ? `${step.name} (running now)` : step.name, at: step.at },
      step.traffic,
      ...(hasMirror ? [step.mirror] : []),
      step.review,
      step.begins && `${HOW_BEGUN[step.begins.how]} ${step.begins.date}`,
      step.minDuration,
      gatesInWords(step) || undefined,
    ]),
  };
}

/** "routing-accuracy at least 88% for 2 w; override-rate at most 8%". */
export function gatesInWords({ gates }: Step): string {
  return gates.map(({ metric, condition }) => [metric, condition].filter(Boolean).join(" ")).join("; ");
}
