import { type PlanDate, readDate } from "@aiplan/core";

/** Today's date where this runs, which is where the author is. */
export function today(): PlanDate {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return readDate(parts.map((part) => String(part).padStart(2, "0")).join("-")).date!;
}
