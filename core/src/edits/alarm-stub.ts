import { type Target, Trigger } from "../language/index.ts";
import type { Direction } from "../language/types.ts";
import { formatQuantity } from "../quantity/index.ts";
import type { NodeOf } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { KeyInsertion, PlanEditor } from "./plan-editor.ts";
import { type Source, type Stub, written } from "./stub.ts";

/** What an alarm is called after its metric: the bad side of it. */
const SIDES: Readonly<Record<Direction, string>> = { higher: "low", lower: "high", target: "off" };

/**
 * The alarms to write into `triggers` for a metric that none watches: one for the metric as a whole, and one for its
 * groups where the plan says what the weakest of them must reach.
 */
export function alarmStubs(metric: string, checked: CheckedPlan, editor: PlanEditor): KeyInsertion[] {
  const direction = editor.factsOf(metric)?.direction;
  const name = `${metric}-${direction ? SIDES[direction] : "alarm"}`;
  const ofSlice = sliceAlarmStub(metric, checked, editor);
  return [alarm(name, { metric: written(metric) }, checked, editor), ...(ofSlice ? [ofSlice] : [])];
}

/** An alarm on the first group of a metric, at the value that is just good enough for the weakest of its groups. */
export function sliceAlarmStub(id: string, checked: CheckedPlan, editor: PlanEditor): KeyInsertion | undefined {
  const metric = checked.definitions.find("metric", id);
  const slice = metric?.get("slices")?.items()[0]?.value;
  const targets = checked.file.root.get("success-criteria")?.get("targets");
  const target = targets?.get(id) as NodeOf<typeof Target> | undefined;
  const weakest = target?.get("worst-slice")?.value;
  if (slice === undefined || !weakest) return undefined;
  const known: Known = { metric: written(id), slice: written(slice) };
  // A range has two ends: the weakest value is only one of them.
  const limit = { higher: "below", lower: "above", target: undefined }[metric?.get("direction")?.value ?? "target"];
  return alarm(
    `${id}-worst-slice`,
    limit ? { ...known, [limit]: written(formatQuantity(weakest)) } : known,
    checked,
    editor,
  );
}

type Known = Partial<Readonly<Record<keyof typeof Trigger.keys, Stub>>>;

/** All that is due in an alarm, under an id that is still free. */
function alarm(name: string, known: Known, { definitions }: CheckedPlan, editor: PlanEditor): KeyInsertion {
  let id = name;
  for (let number = 2; definitions.all("trigger", id).length > 0; number++) id = `${name}-${number}`;
  const metric = known.metric?.kind === "scalar" ? editor.factsOf(known.metric.text) : undefined;
  const stub = editor.stub({ type: Trigger, placeholder: "trigger" }, metric);
  const due: Readonly<Record<string, Stub | Source>> = stub.kind === "map" ? Object.fromEntries(stub.entries) : {};
  const entries = Object.keys(Trigger.keys).flatMap((key): [string, Stub | Source][] => {
    const value = known[key as keyof typeof Trigger.keys] ?? due[key];
    return value ? [[key, value]] : [];
  });
  return { name: id, value: { kind: "map", entries, inline: true } };
}
