import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import type { Cost } from "./cost.ts";
import type { Escalation } from "./escalation.ts";
import type { Ladder } from "./ladder.ts";
import type { LoadPicture } from "./load.ts";
import type { Sources } from "./sources.ts";
import type { Targets } from "./targets.ts";
import type { Timeline } from "./timeline.ts";

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

/** Nothing of a catalog, nor of a file that says it can't be read. */
export function picturesOf(_plan: CheckedPlan): Pictures {
  return {};
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
