import { actionDemand } from "../figures/action-demand.ts";
import { heaviestFalls } from "../figures/falling-load.ts";
import { type Computed, reviewedRate, reviewLoad } from "../figures/review-load.ts";
import { stepName } from "../figures/rollout-steps.ts";
import { systemDemand } from "../figures/system-demand.ts";
import { systemsUsed } from "../figures/systems-used.ts";
import { seenLoad } from "../figures/work-load.ts";
import { compare, formatRounded, type Quantity, unitInTimeOf } from "../quantity/index.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import type { CheckedPlan, Place, Target } from "../workspace/checked-plan.ts";
import { computedFigure, type Figure, figureOf, present, withoutNoise } from "./datum.ts";

/** Something that can take so much and no more, and what it gets. */
export interface LoadLimit<At = Place> {
  /** The id of the system, of the rollout step that is reviewed, or of the fallback mode; `actions`; `load-test`. */
  readonly name: string;
  readonly kind: "system" | "reviewers" | "actions" | "fallback" | "load-test";
  /** When so much comes, or why: "at peak", "on average", "the system is off, at peak". */
  readonly when?: string;
  /** That of both numbers: `req/h`. */
  readonly unit: string;
  /** What it gets; absent where the plan doesn't say enough. */
  readonly demand?: Figure<At>;
  /** How the demand was put together, in words. */
  readonly how?: string;
  /** What it can take, or, of a load test, what was tried; absent where the plan doesn't say. */
  readonly limit?: Figure<At>;
  /** Demand by limit: above 1 is too much. Only where there are both, and the limit is not 0. */
  readonly share?: number;
  /** The demand is above the limit; absent unless there are both, and where nothing waits, as in a shadow run. */
  readonly exceeds?: boolean;
  readonly at: At;
}

export interface LoadPicture<At = Place> {
  /** One at least; each has a demand or a limit. */
  readonly limits: readonly LoadLimit<At>[];
}

/** Absent unless something has a demand or a limit. */
export function loadOf(plan: CheckedPlan): LoadPicture | undefined {
  const limits = [...systems(plan), ...reviewers(plan), ...actions(plan), ...fallbacks(plan), ...loadTest(plan)];
  return limits.length > 0 ? { limits } : undefined;
}

interface Row extends Pick<LoadLimit, "name" | "kind"> {
  readonly when?: string | undefined;
  readonly demand: Computed | undefined;
  readonly limit: ScalarNode<Quantity> | undefined;
  readonly at: Target;
  /** Something waits for it; else more than the limit is not too much. */
  readonly waits?: boolean;
}

function rowOf(plan: CheckedPlan, { name, kind, when, demand, limit, at, waits = true }: Row): LoadLimit[] {
  const most = limit?.value;
  const shown = demand?.quantity ?? most;
  if (!shown) return [];
  const unit = most && demand ? unitInTimeOf(most, demand.quantity) : shown.unit;
  const difference = demand && most ? compare(demand.quantity, most) : undefined;
  const said = {
    name,
    kind,
    when: demand && when,
    unit,
    demand: demand && computedFigure(demand.quantity, unit, formatRounded(demand.quantity, unit, most)),
    how: demand?.how,
    limit: figureOf(plan, limit, unit),
    share:
      demand && most && difference !== undefined && most.base > 0
        ? withoutNoise(demand.quantity.base / most.base)
        : undefined,
    exceeds: difference === undefined || !waits ? undefined : difference > 0,
    at: plan.place(at),
  };
  return said.demand || said.limit ? [present(said)] : [];
}

function systems(plan: CheckedPlan): LoadLimit[] {
  return systemsUsed(plan).flatMap(({ id, system }) => {
    const demand = systemDemand(plan, system);
    const at = system.key ?? system;
    return rowOf(plan, { name: id, kind: "system", when: demand?.period, demand, limit: system.get("rate-limit"), at });
  });
}

/** What people have to review while each step runs; where the system only suggests, whoever asked is the reviewer. */
function reviewers(plan: CheckedPlan): LoadLimit[] {
  const { root } = plan.file;
  const average = root.get("load")?.get("average")?.value;
  const limit = root.get("human-oversight")?.get("capacity");
  if (plan.due.onlySuggests) return [];
  return (root.get("rollout")?.get("steps")?.items() ?? []).flatMap((step) => {
    const demand = reviewedRate(step, average);
    if (!demand) return [];
    const at = step.get("review") ?? plan.nameOf(step);
    const waits = reviewLoad(step, average)?.quantity.base !== 0;
    return rowOf(plan, { name: stepName(step), kind: "reviewers", when: "on average", demand, limit, at, waits });
  });
}

function actions(plan: CheckedPlan): LoadLimit[] {
  const node = plan.file.root.get("operating-limits")?.get("actions");
  const limit = node?.get("max-rate");
  if (!node || !limit || plan.due.onlySuggests) return [];
  const demand = actionDemand(plan, node);
  return rowOf(plan, { name: "actions", kind: "actions", when: demand?.period, demand, limit, at: plan.nameOf(node) });
}

function fallbacks(plan: CheckedPlan): LoadLimit[] {
  return heaviestFalls(plan).flatMap((demand) => {
    const mode = plan.definitions.find("fallback-mode", demand.mode);
    // `queue` and `fail` are no modes: nobody works on it.
    if (!mode) return [];
    const when = `${demand.when.replaceAll("`", "")}, ${demand.period}`;
    const at = mode.key ?? mode;
    return rowOf(plan, { name: demand.mode, kind: "fallback", when, demand, limit: mode.get("capacity"), at });
  });
}

/** What a load test tried is a limit: nobody knows what happens above it. */
function loadTest(plan: CheckedPlan): LoadLimit[] {
  const test = plan.file.root.get("load-test");
  const limit = test?.get("rate");
  const demand = seenLoad(plan);
  if (!test || !limit?.value) return [];
  return rowOf(plan, {
    name: "load-test",
    kind: "load-test",
    when: demand?.period,
    demand,
    limit,
    at: plan.nameOf(test),
  });
}
