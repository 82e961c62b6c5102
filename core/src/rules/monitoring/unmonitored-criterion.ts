import { alarmStubs } from "../../edits/alarm-stub.ts";
import { alarmsByMetric, watchOnlyReliability } from "../../figures/alarms.ts";
import type { Target } from "../../language/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import { listNames } from "../messages.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "unmonitored-criterion",
  principle: "monitoring-from-day-one",
  severity: from("pilot", "warning"),
  summary: "Every metric that has targets is watched by an alarm.",
  why: `A target says what success is, and only an alarm says when it slips away. A criterion that nothing watches is looked at
when somebody asks, mostly at the review of month six. By then it has been missed for months, and nobody can say since
when or why.`,
  silent: `Before the stage pilot, while there are no triggers at all (\`missing-key\` says so), where one of them does not say
which metric it watches or names one that is not defined, for metrics that are not defined or have neither of the two
targets, and for metrics of kind \`quality\` where all triggers watch only reliability or cost: \`quality-not-monitored\`
then says it once. A trigger on a slice watches its metric too.`,
  source: "Article, What the 12% do differently",
  // Alarms that watch no quality watch none of the business targets either.
  implies: ["quality-not-monitored"],
  reads: ["metrics", "success-criteria", "triggers"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  override-rate: {kind: oversight, unit: percent, direction: lower}
  latency-p95: {kind: reliability, unit: s, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%}
    override-rate: {month-1: 10%, month-6: 5%}
#   ^^^^^^^^^^^^^ \`override-rate\` has targets, but none of the triggers watches it
    latency-p95: {month-1: 2.5 s, month-6: 2 s}
#   ^^^^^^^^^^^ \`latency-p95\` has targets, but none of the triggers watches it
triggers:
  accuracy-drop: {metric: routing-accuracy, below: 85%, for: 1 w, severity: sev3, do: review}
`,
        fixed: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  override-rate: {kind: oversight, unit: percent, direction: lower}
  latency-p95: {kind: reliability, unit: s, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%}
    override-rate: {month-1: 10%, month-6: 5%}
    latency-p95: {month-1: 2.5 s, month-6: 2 s}
triggers:
  accuracy-drop: {metric: routing-accuracy, below: 85%, for: 1 w, severity: sev3, do: review}
  override-rate-high: {metric: override-rate, above: <value it must not rise above e.g. 10%>, for: <how long it lasts e.g. 1 w>, severity: <sev1 or sev2 or sev3 or sev4>, do: <what happens e.g. review>}
  latency-p95-high: {metric: latency-p95, above: <value it must not rise above e.g. 3 s>, for: <how long it lasts e.g. 1 w>, severity: <sev1 or sev2 or sev3 or sev4>, do: <what happens e.g. review>}
`,
      },
      {
        plan: `
stage: production
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, slices: [language, channel]}
  input-drift: {kind: data, unit: psi, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: <month-six target>, worst-slice: 80%}
#   ^^^^^^^^^^^^^^^^ \`routing-accuracy\` has targets, but none of the triggers watches it
triggers: {routing-accuracy-low: {metric: input-drift, above: 0.2, for: 1 d, severity: sev3, do: review}}
`,
        fixed: `
stage: production
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, slices: [language, channel]}
  input-drift: {kind: data, unit: psi, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: <month-six target>, worst-slice: 80%}
triggers: {routing-accuracy-low: {metric: input-drift, above: 0.2, for: 1 d, severity: sev3, do: review}, routing-accuracy-low-2: {metric: routing-accuracy, below: <value it must not fall below e.g. 90%>, for: <how long it lasts e.g. 1 w>, severity: <sev1 or sev2 or sev3 or sev4>, do: <what happens e.g. review>}, routing-accuracy-worst-slice: {metric: routing-accuracy, slice: language, below: 80%, for: <how long it lasts e.g. 1 w>, severity: <sev1 or sev2 or sev3 or sev4>, do: <what happens e.g. review>}}
`,
      },
      {
        plan: `
-- org.aiplan --
aiplan: 1
kind: catalog
name: org
metrics:
  time-saved: {kind: business, unit: h, direction: higher}
  availability: {kind: reliability, unit: percent, direction: higher}
-- plan.aiplan --
stage: pilot
imports: [./org.aiplan]
success-criteria:
  targets:
    time-saved: {month-1: 20 h, month-6: 60 h}
#   ^^^^^^^^^^ \`time-saved\` has targets, but none of the triggers watches it
    availability: {month-1: 99%, month-6: 99.5%}
triggers:
  down: {metric: availability, below: 98%}
`,
      },
    ],
    good: [
      `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  latency: {kind: reliability, unit: s, direction: lower}
  input-drift: {kind: data, unit: psi, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%}
    latency: {baseline: 4 s}
    unknown: {month-1: 88%, month-6: 93%}
triggers:
  worst-language: {metric: routing-accuracy, slice: language, below: 80%}
`,
      `
stage: build
metrics: {latency: {kind: reliability}, drift: {kind: data}}
success-criteria: {targets: {latency: {month-1: 3 s, month-6: 2 s}}}
triggers: {drift: {metric: drift, above: 0.2}}
`,
      `
stage: pilot
metrics: {latency: {kind: reliability}}
success-criteria: {targets: {latency: {month-1: 3 s, month-6: 2 s}}}
`,
      `
stage: pilot
metrics: {latency: {kind: reliability}, drift: {kind: data}}
success-criteria: {targets: {latency: {month-1: 3 s, month-6: 2 s}}}
triggers:
  drift: {metric: drift, above: 0.2}
  slow: {metric: <id of a metric>, above: 3 s}
`,
      `
stage: pilot
metrics: {latency: {kind: reliability}, drift: {kind: data}}
success-criteria: {targets: {latency: {month-1: 3 s, month-6: 2 s}}}
triggers:
  drift: {metric: drift, above: 0.2}
  slow: {above: 3 s}
`,
      `
stage: pilot
metrics: {latency: {kind: reliability}, drift: {kind: data}}
success-criteria: {targets: {latency: {month-1: 3 s, month-6: 2 s}}}
triggers:
  drift: {metric: drift, above: 0.2}
  slow: {metric: latncy, above: 3 s}
`,
      `
stage: pilot
metrics: {latency: {kind: reliability}, drift: {kind: data}}
success-criteria: {targets: {latency: {month-1: 3 s, month-6: 2 s}}}
triggers:
  drift: {metric: drift, above: 0.2}
  slow: <trigger>
`,
    ],
  },
  check: {
    Plan(plan, context) {
      const targets = plan.get("success-criteria")?.get("targets");
      const alarms = alarmsByMetric(context.checked);
      if (!targets || !alarms) return;
      const saidOfQuality = watchOnlyReliability(alarms.keys(), context.checked);
      for (const { id, value } of targets.items()) {
        const metric = context.find("metric", id);
        if (!metric || alarms.has(id) || !(value.has("month-1") || value.has("month-6"))) continue;
        if (saidOfQuality && metric.get("kind")?.value === "quality") continue;
        report(id, value, context);
      }
    },
  },
});

function report(id: string, target: NodeOf<typeof Target>, context: RuleContext): void {
  const triggers = context.plan.get("triggers");
  if (!triggers) return;
  const alarms = alarmStubs(id, context.checked, context.editor);
  context.report(
    context.checked.nameOf(target),
    `\`${id}\` has targets, but none of the triggers watches it: it can be missed for months before anybody looks. Add a trigger that fires before the target is out of reach.`,
    {
      fixes: [
        context.insertFix(`Insert ${listNames(alarms.map(({ name }) => name))} into \`triggers\``, triggers, alarms),
      ],
    },
  );
}
