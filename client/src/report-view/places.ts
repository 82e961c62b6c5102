import type { ViewPlace } from "./messages.ts";

/** The place that an element of the report leads to, as the report writes it; undefined where it leads to none. */
export function placeOf({ dataset }: HTMLElement): ViewPlace | undefined {
  return dataset.place === undefined ? undefined : (JSON.parse(dataset.place) as ViewPlace);
}
