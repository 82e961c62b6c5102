import { alarmInWords } from "../figures/conditions.ts";
import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import { placeOfObject, present, type Words, wordsOf } from "./datum.ts";
import { type PagingPath, pagingPaths } from "./paging.ts";

/** Something after which people are told. */
export interface Alarm<At = Place> {
  /** The id of the trigger; `out-of-bounds` for an input outside the operating limits. */
  readonly id: string;
  readonly source: "trigger" | "out-of-bounds";
  readonly metric?: Words<At>;
  /** "below 85% for 1 w"; empty where nothing can be read. */
  readonly condition: string;
  readonly severity?: "sev1" | "sev2" | "sev3" | "sev4";
  /** What happens besides: `rollback`, `hand-to-human`. */
  readonly does?: string;
  /** The escalation path it goes to, whether or not that is defined. */
  readonly path?: Words<At>;
  /** The ids of the reviews that it calls for. */
  readonly reviews: readonly string[];
  readonly at: At;
}

/** A meeting that alarms call for. */
export interface CalledReview<At = Place> {
  readonly id: string;
  readonly chair?: Words<At>;
  readonly atLatestEvery?: Words<At>;
  readonly at: At;
}

/** Who is told of what, and when. */
export interface Escalation<At = Place> {
  /** In the order of the plan. */
  readonly alarms: readonly Alarm<At>[];
  /** Those of the plan itself, and of its catalogs those that an alarm can reach. */
  readonly paths: readonly PagingPath<At>[];
  readonly reviews: readonly CalledReview<At>[];
}

/** Absent unless an alarm, a path or a review is planned. */
export function escalationOf(plan: CheckedPlan): Escalation | undefined {
  const alarms = [...triggerAlarms(plan), ...boundsAlarm(plan)];
  const paths = pagingPaths(plan, new Set(alarms.flatMap(({ path }) => path?.text ?? [])));
  const reviews = reviewsOf(plan);
  return alarms.length + paths.length + reviews.length > 0 ? { alarms, paths, reviews } : undefined;
}

function triggerAlarms(plan: CheckedPlan): Alarm[] {
  const reviewsBy = reviewsByTrigger(plan);
  return (plan.file.root.get("triggers")?.items() ?? []).flatMap(({ id, key, value: trigger }) => {
    if (key.isPlaceholder) return [];
    return present({
      id,
      source: "trigger" as const,
      metric: wordsOf(plan, trigger.get("metric")),
      condition: alarmInWords(trigger),
      severity: trigger.get("severity")?.value,
      does: trigger.get("do")?.value,
      path: wordsOf(plan, trigger.get("escalate")),
      reviews: reviewsBy.get(id) ?? [],
      at: plan.place(key),
    });
  });
}

function reviewsByTrigger({ file }: CheckedPlan): ReadonlyMap<string, readonly string[]> {
  const reviews = new Map<string, string[]>();
  for (const { id, value: review } of file.root.get("reviews")?.items() ?? [])
    for (const { value: trigger } of review.get("triggered-by")?.items() ?? []) {
      if (trigger === undefined) continue;
      const same = reviews.get(trigger);
      if (same) same.push(id);
      else reviews.set(trigger, [id]);
    }
  return reviews;
}

/** An input outside the operating limits is one, where somebody is told of it. */
function boundsAlarm(plan: CheckedPlan): Alarm[] {
  const bounds = plan.file.root.get("operating-limits")?.get("out-of-bounds");
  const path = wordsOf(plan, bounds?.get("escalate"));
  if (!bounds || !path) return [];
  const does = bounds.get("do")?.value;
  const at = placeOfObject(plan, bounds);
  return [
    present({ id: "out-of-bounds", source: "out-of-bounds" as const, condition: "", does, path, reviews: [], at }),
  ];
}

function reviewsOf(plan: CheckedPlan): CalledReview[] {
  return (plan.file.root.get("reviews")?.items() ?? []).flatMap(({ id, key, value: review }) => {
    if (key.isPlaceholder) return [];
    const chair = wordsOf(plan, review.get("chair"));
    return present({ id, chair, atLatestEvery: wordsOf(plan, review.get("at-latest-every")), at: plan.place(key) });
  });
}
