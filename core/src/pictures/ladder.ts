import { gateInWords } from "../figures/conditions.ts";
import { rolloutSchedule, type ScheduledStep } from "../figures/rollout-schedule.ts";
import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import { type Day, dayOf, type Figure, figureOf, placeOfObject, present } from "./datum.ts";

/** What must be true before a step may begin. */
export interface LadderGate<At = Place> {
  /** The id of the metric; absent where the gate doesn't say. */
  readonly metric?: string;
  /** What is asked of it: "at least 88% for 2 w, over 3000 samples or more"; empty where nothing can be read. */
  readonly condition: string;
  readonly at: At;
}

export interface LadderStep<At = Place> {
  /** Its id, or its number from 1. */
  readonly name: string;
  /** In percent, 0 to 100: of all items. */
  readonly traffic?: Figure<At>;
  /** In percent, 0 to 100: of all items, seen and not acted on. */
  readonly mirror?: Figure<At>;
  /** In percent, 0 to 100: of the items that it handles. */
  readonly review?: Figure<At>;
  /** In days. */
  readonly minDuration?: Figure<At>;
  /** When it began, or can begin at the earliest; absent where the plan doesn't say. */
  readonly begins?: Day & { readonly how: "entered" | "planned" | "earliest" };
  readonly gates: readonly LadderGate<At>[];
  /** `rollout.current` names it. */
  readonly isCurrent: boolean;
  readonly at: At;
}

/** How the system is rolled out, step by step. */
export interface Ladder<At = Place> {
  /** One at least, in the order of the plan. */
  readonly steps: readonly LadderStep<At>[];
}

/** Absent unless a step says how much it handles, sees or reviews. */
export function ladderOf(plan: CheckedPlan): Ladder | undefined {
  const current = plan.file.root.get("rollout")?.get("current")?.value;
  const steps = rolloutSchedule(plan).map((scheduled) => ladderStep(plan, scheduled, current));
  const isDrawn = steps.some(({ traffic, mirror, review }) => traffic ?? mirror ?? review);
  return isDrawn ? { steps } : undefined;
}

function ladderStep(plan: CheckedPlan, scheduled: ScheduledStep, current: string | undefined): LadderStep {
  const { step, name } = scheduled;
  return present({
    name,
    traffic: figureOf(plan, step.get("traffic"), "%"),
    mirror: figureOf(plan, step.get("mirror"), "%"),
    review: figureOf(plan, step.get("review"), "%"),
    minDuration: figureOf(plan, step.get("min-duration"), "d"),
    begins: scheduled.begins && { ...dayOf(scheduled.begins), how: howKnown(plan, scheduled) },
    gates: gatesOf(plan, scheduled),
    isCurrent: current !== undefined && step.get("id")?.value === current,
    at: placeOfObject(plan, step),
  });
}

/** Whether a step began, is planned for a day, or can only not begin earlier. */
export function howKnown(plan: CheckedPlan, { step, begins }: ScheduledStep): "entered" | "planned" | "earliest" {
  if (step.has("entered")) return "entered";
  return plan.dateOf(step.get("starts"))?.epochDay === begins?.epochDay ? "planned" : "earliest";
}

function gatesOf(plan: CheckedPlan, { step }: ScheduledStep): LadderGate[] {
  return (step.get("when")?.items() ?? []).flatMap((gate) => {
    const metric = gate.get("metric")?.value;
    const condition = gateInWords(gate);
    if (metric === undefined && condition === "") return [];
    return [present({ metric, condition, at: placeOfObject(plan, gate) })];
  });
}
