import type { DateType } from "../../language/types.ts";
import { Waiver } from "../../language/waiver.ts";
import { addMonths } from "../../quantity/index.ts";
import type { Context } from "./context.ts";
import { definitionsOf } from "./ids.ts";
import type { Suggestion } from "./suggestion.ts";

/** In how many months a waiver may end. */
const WAIVED_FOR = [1, 3, 6];

/** Milestones by name where that is allowed, and days: today, then those of the milestones as they come. */
export function completeDate(context: Context, { orMilestone }: DateType): Suggestion[] {
  const milestones = definitionsOf(context, "milestone").flatMap(({ id, value }) =>
    value.kind === "scalar" && value.value !== undefined ? [{ id, day: value.text }] : [],
  );
  const names = milestones.map(({ id, day }): Suggestion => ({ text: id, kind: "id", detail: `milestone, ${day}` }));
  const days = new Map<string, string>();
  const offer = (day: string, what: string) => days.set(day, days.has(day) ? `${days.get(day)}, ${what}` : what);
  const { clock } = context.plan.workspace;
  const today = clock?.date.text;
  /** A waiver holds for some time yet. */
  const after = context.slot.map?.type === Waiver ? (today ?? "") : "";
  if (clock && after !== "")
    for (const months of WAIVED_FOR)
      offer(addMonths(clock.date, months).text, months === 1 ? "in a month" : `in ${months} months`);
  else if (clock) offer(clock.date.text, clock.source === "today" ? "today" : "the date the plan is checked for");
  for (const { id, day } of milestones) if (day > after) offer(day, id);
  const inOrder = [...days].sort(([a], [b]) => Number(b === today) - Number(a === today) || (a < b ? -1 : 1));
  const dates = inOrder.map(([text, detail]): Suggestion => ({ text, kind: "date", detail }));
  return orMilestone ? [...names, ...dates] : dates;
}
