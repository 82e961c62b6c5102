import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import { type Cost, costOf } from "./cost.ts";
import { present } from "./datum.ts";
import { type Escalation, escalationOf } from "./escalation.ts";
import { type Ladder, ladderOf } from "./ladder.ts";
import { type LoadPicture, loadOf } from "./load.ts";
import { type Sources, sourcesOf } from "./sources.ts";
import { type Targets, targetsOf } from "./targets.ts";
import { type Timeline, timelineOf } from "./timeline.ts";

/**
 * What a report draws of a plan, as plain data that JSON can hold: numbers in a stated unit, words as the plan writes them, and
 * for each the place where the plan says so. A picture is absent where the plan says too little for it; what is a placeholder,
 * or cannot be read, counts as not there. What catalogs lend is in.
 *
 * @typeParam At what a place is: offsets here, lines where it is shown ({@link withPlaces})
 */
export interface Pictures<At = Place> {
  readonly timeline?: Timeline<At>;
  readonly ladder?: Ladder<At>;
  readonly targets?: Targets<At>;
  readonly escalation?: Escalation<At>;
  readonly cost?: Cost<At>;
  readonly load?: LoadPicture<At>;
  readonly sources?: Sources<At>;
}

/** Nothing of a catalog, nor of a file of which nothing can be said. */
export function picturesOf(plan: CheckedPlan): Pictures {
  if (plan.file.kind === "catalog" || plan.file.refusal) return {};
  return present({
    timeline: timelineOf(plan),
    ladder: ladderOf(plan),
    targets: targetsOf(plan),
    escalation: escalationOf(plan),
    cost: costOf(plan),
    load: loadOf(plan),
    sources: sourcesOf(plan),
  });
}

/** The same with other places: all stand under the key `at`, and nothing else does. */
export function withPlaces<At>(pictures: Pictures, place: (at: Place) => At): Pictures<At> {
  const turn = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(turn);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => [key, key === "at" ? place(value as Place) : turn(value)]),
    );
  };
  return turn(pictures) as Pictures<At>;
}
