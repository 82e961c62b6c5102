import { earliestEnd, rolloutSchedule } from "../figures/rollout-schedule.ts";
import { addMonths, type PlanDate } from "../quantity/index.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { dayOf, placeOfObject, present } from "./datum.ts";
import { howKnown } from "./ladder.ts";
import type { EventKind, TimelineEvent } from "./timeline.ts";

type DateNode = ScalarNode<PlanDate> | ScalarNode<PlanDate | string> | undefined;

/** All that has a date, in no order. */
export function datedEvents(plan: CheckedPlan): TimelineEvent[] {
  return [
    ...milestones(plan),
    ...agreements(plan),
    ...evidence(plan),
    ...gaps(plan),
    ...rolloutSteps(plan),
    ...benchmarks(plan),
    ...reviews(plan),
    ...waivers(plan),
  ];
}

/** Nothing where no date can be read. */
function event(
  plan: CheckedPlan,
  kind: EventKind,
  label: string,
  node: DateNode,
  more: { readonly detail?: string | undefined; readonly computed?: string } = {},
): TimelineEvent[] {
  const date = plan.dateOf(node);
  return node && date ? [present({ ...dayOf(date), kind, label, ...more, at: plan.place(node) })] : [];
}

function milestones(plan: CheckedPlan): TimelineEvent[] {
  const { root } = plan.file;
  const items = root.get("milestones")?.items() ?? [];
  const monitoring = root.get("monitoring")?.get("active-from");
  // Where it begins with a milestone, that is there already.
  const hasOwnDate = typeof monitoring?.value === "object";
  return [
    ...items.flatMap(({ id, key, value }) => (key.isPlaceholder ? [] : event(plan, "milestone", id, value))),
    ...(hasOwnDate ? event(plan, "milestone", "Monitoring begins", monitoring) : []),
  ];
}

function agreements(plan: CheckedPlan): TimelineEvent[] {
  const { root } = plan.file;
  const approver = root.get("success-criteria")?.get("approved-by")?.value;
  const detail = approver === undefined ? undefined : `approved by ${approver}`;
  return [
    ...event(plan, "agreed", "Outcome agreed", root.get("outcome")?.get("agreed")),
    ...event(plan, "agreed", "Redesigned workflow approved", root.get("workflow")?.get("redesign-approved")),
    ...event(plan, "agreed", "Success criteria agreed", root.get("success-criteria")?.get("agreed"), { detail }),
    ...event(plan, "agreed", "Cost and value agreed", root.get("economics")?.get("agreed")),
    ...event(plan, "agreed", "Monitoring designed", root.get("monitoring")?.get("designed")),
  ];
}

/** What was measured, tested or trained. What happened on one day to several things is one event. */
function evidence(plan: CheckedPlan): TimelineEvent[] {
  const { root } = plan.file;
  const targets = root.get("success-criteria")?.get("targets")?.items() ?? [];
  const joins = root.get("joins")?.items() ?? [];
  const roles = root.get("roles")?.items() ?? [];
  const limits = root.get("operating-limits");
  return [
    ...together(
      plan,
      "Baseline measured",
      targets.map(({ id, value }) => [id, value.get("baseline-measured")]),
    ),
    ...together(
      plan,
      "Join profiled",
      joins.map(({ id, value }) => [id, value.get("profiled")]),
    ),
    ...together(
      plan,
      "Trained",
      roles.map(({ id, value }) => [id, value.get("trained")]),
    ),
    ...event(plan, "evidence", "Load test", root.get("load-test")?.get("date")),
    ...event(plan, "evidence", "Kill switch tested", limits?.get("kill-switch")?.get("tested")),
    ...event(plan, "evidence", "Rollback tested", root.get("rollout")?.get("rollback")?.get("tested")),
  ];
}

function together(plan: CheckedPlan, label: string, dated: readonly (readonly [string, DateNode])[]): TimelineEvent[] {
  const byDay = new Map<number, { readonly node: DateNode; readonly ids: string[] }>();
  for (const [id, node] of dated) {
    const day = plan.dateOf(node)?.epochDay;
    if (day === undefined) continue;
    const same = byDay.get(day);
    if (same) same.ids.push(id);
    else byDay.set(day, { node, ids: [id] });
  }
  return [...byDay.values()].flatMap(({ node, ids }) =>
    event(plan, "evidence", label, node, { detail: ids.join(", ") }),
  );
}

function gaps(plan: CheckedPlan): TimelineEvent[] {
  const { root } = plan.file;
  const differences = root.get("pilot")?.get("differs-from-production")?.items() ?? [];
  const systems = root.get("systems")?.items() ?? [];
  return [
    ...differences.flatMap((difference) =>
      event(plan, "gap", "Pilot like production", difference.get("closed-by"), {
        detail: difference.get("what")?.value,
      }),
    ),
    ...systems.flatMap(({ id, value: system }) =>
      (system.get("gaps")?.items() ?? []).flatMap((gap) =>
        event(plan, "gap", `${id}: gap closed`, gap.get("due"), { detail: gap.get("what")?.value }),
      ),
    ),
  ];
}

const STEP_DATES = {
  entered: undefined,
  planned: undefined,
  earliest: "at the earliest, as the steps before it last",
} as const;

function rolloutSteps(plan: CheckedPlan): TimelineEvent[] {
  return rolloutSchedule(plan).flatMap((scheduled) => {
    const { step, name, begins } = scheduled;
    if (!begins) return [];
    const computed = STEP_DATES[howKnown(plan, scheduled)];
    const end = earliestEnd(begins, step.get("min-duration")?.value);
    const until = end && dayOf(end);
    const at = placeOfObject(plan, step);
    return [present({ ...dayOf(begins), kind: "rollout" as const, label: name, computed, until, at })];
  });
}

/** What is counted from going live. */
function benchmarks(plan: CheckedPlan): TimelineEvent[] {
  const node = plan.definitions.find("milestone", "go-live");
  if (!node?.value) return [];
  const at = plan.place(node);
  const { value } = node;
  return ([1, 6] as const).map((months) => ({
    ...dayOf(addMonths(value, months)),
    kind: "benchmark",
    label: `month ${months}`,
    computed: `${months} ${months === 1 ? "month" : "months"} after go-live`,
    at,
  }));
}

/** The day by which each review is held for the first time, whatever the alarms say. */
function reviews(plan: CheckedPlan): TimelineEvent[] {
  const { root } = plan.file;
  const begins = plan.dateOf(root.get("monitoring")?.get("active-from"));
  return (root.get("reviews")?.items() ?? []).flatMap(({ id, key, value: review }) => {
    const every = review.get("at-latest-every");
    const first = earliestEnd(begins, every?.value);
    if (!first || !every?.value || key.isPlaceholder) return [];
    const computed = `at the latest, ${every.value.text} after monitoring begins`;
    return [
      { ...dayOf(first), kind: "benchmark" as const, label: `${id}: first review`, computed, at: plan.place(key) },
    ];
  });
}

/** Until when a risk is accepted. */
function waivers(plan: CheckedPlan): TimelineEvent[] {
  return (plan.file.root.get("waivers")?.items() ?? []).flatMap(({ id, value: waiver }) =>
    event(plan, "until", `${id}: accepted until then`, waiver.get("expires"), { detail: waiver.get("reason")?.value }),
  );
}
