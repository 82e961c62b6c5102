import { sliceAlarmStub } from "../../edits/alarm-stub.ts";
import { alarmsByMetric } from "../../figures/alarms.ts";
import { Metric, type Target } from "../../language/index.ts";
import { formatQuantity } from "../../quantity/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import { onceFor } from "../../workspace/once-for.ts";
import type { Fix } from "../finding.ts";
import { listNames } from "../messages.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "slice-unmonitored",
  principle: "monitoring-from-day-one",
  severity: from("pilot", "warning"),
  summary:
    "Where a target asks something of the weakest slice, the metric says which slices there are, and an alarm or a gate looks at one.",
  why: `An average hides the group for which the system fails. Nine of ten tickets are in English, so accuracy holds while every
French customer is sent to the wrong team. A target for the weakest group that nobody computes by group is a promise
that cannot be kept, or even checked.`,
  silent: `Before the stage pilot, where \`worst-slice\` or \`slices\` is a placeholder, for metrics that are not defined, and of
alarms as long as no trigger watches the metric at all (other rules say so), where it is not clear what a trigger or a
gate watches, and where any trigger or gate on the metric names a slice.`,
  source: "Article, The gap between testing and production",
  reads: ["metrics", "rollout", "success-criteria", "triggers"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%, worst-slice: 80%}
#                                                               ^^^ The weakest slice of \`routing-accuracy\` must reach 80%, but the metric does not say which slices there are
triggers:
  accuracy-drop: {metric: routing-accuracy, below: 85%}
`,
        fixed: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, slices: [<group to look at apart e.g. language>]}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%, worst-slice: 80%}
triggers:
  accuracy-drop: {metric: routing-accuracy, below: 85%}
`,
      },
      {
        plan: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, slices: [language, channel]}
  handling-time: {kind: business, unit: h, direction: lower, slices: [region]}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%, worst-slice: 80%}
#                                                               ^^^ The weakest slice of \`routing-accuracy\` must reach 80%, but no trigger and no gate looks at \`language\` or \`channel\`
    handling-time: {month-1: 3 h, month-6: 1.5 h, worst-slice: 4 h}
#                                                              ^^^ The weakest slice of \`handling-time\` must reach 4 h, but no trigger and no gate looks at \`region\`
triggers:
  accuracy-drop: {metric: routing-accuracy, below: 85%}
  late: {metric: handling-time, above: 4.2 h}
rollout:
  steps:
    - {id: shadow}
    - {id: canary, when: [{metric: routing-accuracy, at-least: 85%}]}
`,
        fixed: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, slices: [language, channel]}
  handling-time: {kind: business, unit: h, direction: lower, slices: [region]}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%, worst-slice: 80%}
    handling-time: {month-1: 3 h, month-6: 1.5 h, worst-slice: 4 h}
triggers:
  accuracy-drop: {metric: routing-accuracy, below: 85%}
  late: {metric: handling-time, above: 4.2 h}
  routing-accuracy-worst-slice: {metric: routing-accuracy, slice: language, below: 80%, for: <how long it lasts e.g. 1 w>, severity: <sev1 or sev2 or sev3 or sev4>, do: <what happens e.g. review>}
  handling-time-worst-slice: {metric: handling-time, slice: region, above: 4 h, for: <how long it lasts e.g. 1 w>, severity: <sev1 or sev2 or sev3 or sev4>, do: <what happens e.g. review>}
rollout:
  steps:
    - {id: shadow}
    - {id: canary, when: [{metric: routing-accuracy, at-least: 85%}]}
`,
      },
    ],
    good: [
      `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, slices: [language]}
  tone: {kind: quality, unit: score, direction: higher, slices: [language]}
  reach: {kind: quality, unit: percent, direction: higher}
  speed: {kind: quality, unit: percent, direction: higher, slices: [<group to look at apart e.g. language>]}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%, worst-slice: 80%}
    tone: {month-1: 3, month-6: 4, worst-slice: 2}
    reach: {month-1: 88%, month-6: 93%, worst-slice: <weakest value allowed for one group e.g. 4 h>}
    speed: {month-1: 88%, month-6: 93%, worst-slice: 80%}
    unknown: {month-1: 88%, month-6: 93%, worst-slice: 80%}
triggers:
  worst-language: {metric: routing-accuracy, slice: language, below: 80%}
  tone: {metric: tone, below: 2.5}
  speed: {metric: speed, below: 80%}
rollout:
  steps:
    - {id: shadow}
    - {id: canary, when: [{metric: tone, slice: language, at-least: 2}]}
`,
      `
stage: pilot
metrics: {routing-accuracy: {kind: quality, unit: percent, direction: higher, slices: [language]}}
success-criteria: {targets: {routing-accuracy: {month-1: 88%, worst-slice: 80%}}}
triggers:
  accuracy-drop: {metric: routing-accuracy, below: 85%}
  worst-language: {metric: routing-accuracy, slice: <group to watch apart e.g. language>, below: 80%}
`,
      `
stage: pilot
metrics: {routing-accuracy: {kind: quality, unit: percent, direction: higher, slices: [language]}}
success-criteria: {targets: {routing-accuracy: {month-1: 88%, worst-slice: 80%}}}
`,
      `
stage: pilot
metrics: {routing-accuracy: {kind: quality, slices: [language]}, drift: {kind: data}}
success-criteria: {targets: {routing-accuracy: {month-1: 88%, worst-slice: 80%}}}
triggers: {drift: {metric: drift, above: 0.2}}
`,
      `
stage: pilot
metrics: {routing-accuracy: {kind: quality, unit: percent, direction: higher, slices: [language]}}
success-criteria: {targets: {routing-accuracy: {month-1: 88%, worst-slice: 80%}}}
triggers: {accuracy-drop: {metric: routing-accuracy, below: 85%}}
rollout: {steps: [{id: shadow}, {id: canary, when: [{slice: language, at-least: 80%}]}]}
`,
      `
stage: build
metrics: {routing-accuracy: {kind: quality, unit: percent, direction: higher}}
success-criteria: {targets: {routing-accuracy: {month-1: 88%, worst-slice: 80%}}}
`,
    ],
  },
  check: {
    Target(target, context) {
      const metric = context.find("metric", target.key?.text);
      if (!metric || !target.get("worst-slice")?.value) return;
      if (!metric.entry("slices") || metric.get("slices")?.all.length === 0) reportUnnamed(target, metric, context);
      else reportUnwatched(target, metric, context);
    },
  },
});

function reportUnnamed(target: NodeOf<typeof Target>, metric: NodeOf<typeof Metric>, context: RuleContext): void {
  report(
    target,
    "the metric does not say which slices there are: nobody can compute it for each group, and the one for which the system fails is hidden by the average. List the groups in `slices` of the metric.",
    context.insertFix("Insert `slices`", metric, [{ name: "slices", key: Metric.keys.slices }]),
    context,
  );
}

function reportUnwatched(target: NodeOf<typeof Target>, metric: NodeOf<typeof Metric>, context: RuleContext): void {
  const id = target.key?.text ?? "";
  const slices = (metric.get("slices")?.items() ?? []).flatMap(({ value }) => value ?? []);
  const alarms = alarmsByMetric(context.checked)?.get(id);
  if (slices.length === 0 || !alarms || alarms.some((alarm) => alarm.has("slice")) || mayHoldGate(id, context.checked))
    return;
  const alarm = sliceAlarmStub(id, context.checked, context.editor);
  const triggers = context.plan.get("triggers");
  report(
    target,
    `no trigger and no gate looks at ${listNames(slices, "or")}: the average can hold while the system fails one group. Add a trigger with \`slice\`.`,
    alarm && triggers ? context.insertFix(`Insert \`${alarm.name}\` into \`triggers\``, triggers, [alarm]) : undefined,
    context,
  );
}

function report(target: NodeOf<typeof Target>, fact: string, fix: Fix | undefined, context: RuleContext): void {
  const weakest = target.get("worst-slice");
  if (!weakest?.value) return;
  const message = `The weakest slice of \`${target.key?.text}\` must reach ${formatQuantity(weakest.value)}, but ${fact}`;
  context.report(weakest, message, { fixes: [fix] });
}

/** Is there a gate on a slice of the metric, or one that may be on it? */
function mayHoldGate(id: string, checked: CheckedPlan): boolean {
  const gated = metricsGatedBySlice(checked);
  return !gated || gated.has(id);
}

/** The ids of the metrics with a gate on a slice; undefined where any metric may have one. */
const metricsGatedBySlice = onceFor(({ file, definitions }: CheckedPlan): ReadonlySet<string> | undefined => {
  const steps = file.root.get("rollout")?.get("steps")?.items() ?? [];
  const lists = steps.flatMap((step) => step.get("when") ?? []);
  if (!definitions.areComplete("rollout-step") || lists.some((list) => list.items().length < list.all.length))
    return undefined;
  const gates = lists.flatMap((list) => list.items().filter((gate) => gate.has("slice")));
  const metrics = gates.map((gate) => gate.get("metric")?.value);
  return metrics.includes(undefined) ? undefined : new Set(metrics.filter((metric) => metric !== undefined));
});
