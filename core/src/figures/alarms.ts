import type { Trigger } from "../language/index.ts";
import type { NodeOf } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { onceFor } from "../workspace/once-for.ts";

/** Alarms by the id of the metric that they watch. */
type AlarmsByMetric = ReadonlyMap<string, readonly NodeOf<typeof Trigger>[]>;

/**
 * The alarms of a plan. Undefined where it is not sure that these are all: there are none yet, some could not be read, or one doesn't say (or not for certain) what it watches.
 */
export const alarmsByMetric = onceFor(({ file, definitions }: CheckedPlan): AlarmsByMetric | undefined => {
  const triggers = file.root.get("triggers");
  if (!triggers || triggers.all.length === 0 || !definitions.areComplete("trigger")) return undefined;
  const alarms = triggers.items().map(({ value }) => value as NodeOf<typeof Trigger>);
  if (alarms.length < [...triggers.entries].length) return undefined;
  const byMetric = new Map<string, NodeOf<typeof Trigger>[]>();
  for (const alarm of alarms) {
    const metric = alarm.get("metric")?.value;
    if (metric === undefined || !definitions.find("metric", metric)) return undefined;
    const same = byMetric.get(metric);
    if (same) same.push(alarm);
    else byMetric.set(metric, [alarm]);
  }
  return byMetric;
});

/** What says whether the system answers, and at what price, but not whether the answers are any good. */
const SILENT_ON_QUALITY: ReadonlySet<string | undefined> = new Set(["reliability", "cost"]);

/** Do all of these alarms watch whether the system runs, and none of them how good its output is? */
export function watchOnlyReliability(watched: Iterable<string>, { definitions }: CheckedPlan): boolean {
  return [...watched].every((id) => SILENT_ON_QUALITY.has(definitions.find("metric", id)?.get("kind")?.value));
}
