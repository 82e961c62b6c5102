import { alarmStubs } from "../../edits/alarm-stub.ts";
import { alarmsByMetric, watchOnlyReliability } from "../../figures/alarms.ts";
import type { Plan } from "../../language/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import type { Fix } from "../finding.ts";
import { listNames } from "../messages.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "quality-not-monitored",
  principle: "monitoring-from-day-one",
  severity: from("pilot", "warning"),
  summary: "Alarms watch how good the output is, not only whether the system runs.",
  why: `A model can answer every request in time and be wrong. While only availability, latency and cost are watched, every
dashboard stays green as accuracy falls, and customers are the first to notice. Wrong answers that come fast do more harm
than an outage: nobody switches to the fallback.`,
  silent: `Before the stage pilot, while there are no triggers at all (\`missing-key\` says so), as soon as one of them watches a
metric of another kind than \`reliability\` and \`cost\`, and where it is not clear what a trigger watches or of which kind
that is. Of the metrics of kind \`quality\` that it speaks of, \`unmonitored-criterion\` says nothing.`,
  source: "Article, What the 12% do differently",
  reads: ["metrics", "success-criteria", "triggers"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  tone: {kind: quality, unit: score, direction: higher}
  latency-p95: {kind: reliability, unit: s, direction: lower}
  availability: {kind: reliability, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%}
    availability: {month-1: 99%, month-6: 99.5%}
triggers:
^^^^^^^^ The triggers watch only \`latency-p95\` and \`availability\`: none of them tells whether the output is any good
  slow: {metric: latency-p95, above: 3 s, for: 30 min, severity: sev3, do: notify, escalate: outage}
  down: {metric: availability, below: 98%, for: 1 h, severity: sev1, do: rollback, escalate: outage}
`,
        fixed: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  tone: {kind: quality, unit: score, direction: higher}
  latency-p95: {kind: reliability, unit: s, direction: lower}
  availability: {kind: reliability, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%}
    availability: {month-1: 99%, month-6: 99.5%}
triggers:
  slow: {metric: latency-p95, above: 3 s, for: 30 min, severity: sev3, do: notify, escalate: outage}
  down: {metric: availability, below: 98%, for: 1 h, severity: sev1, do: rollback, escalate: outage}
  routing-accuracy-low: {metric: routing-accuracy, below: <value it must not fall below e.g. 90%>, for: <how long it lasts e.g. 1 w>, severity: <sev1 or sev2 or sev3 or sev4>, do: <what happens e.g. review>}
`,
      },
      {
        plan: `
stage: pilot
metrics:
  answers-found-wrong: {kind: quality, unit: percent, direction: lower}
  spend: {kind: cost, unit: EUR/mo, direction: lower}
triggers: {dear: {metric: spend, above: 9000 EUR/mo}}
^^^^^^^^ The triggers watch only \`spend\`: none of them tells whether the output is any good
`,
        fixed: `
stage: pilot
metrics:
  answers-found-wrong: {kind: quality, unit: percent, direction: lower}
  spend: {kind: cost, unit: EUR/mo, direction: lower}
triggers: {dear: {metric: spend, above: 9000 EUR/mo}, answers-found-wrong-high: {metric: answers-found-wrong, above: <value it must not rise above e.g. 10%>, for: <how long it lasts e.g. 1 w>, severity: <sev1 or sev2 or sev3 or sev4>, do: <what happens e.g. review>}}
`,
      },
      {
        plan: `
stage: production
metrics:
  availability: {kind: reliability, unit: percent, direction: higher}
triggers:
^^^^^^^^ The triggers watch only \`availability\`: none of them tells whether the output is any good, and no metric of this plan is of kind \`quality\`
  down: {metric: availability, below: 98%}
`,
      },
    ],
    good: [
      `
stage: pilot
metrics: {accuracy: {kind: quality}, availability: {kind: reliability}, overrides: {kind: oversight}}
triggers:
  down: {metric: availability, below: 98%}
  overruled: {metric: overrides, above: 12%}
`,
      `
stage: pilot
metrics: {accuracy: {kind: quality}, availability: {unit: percent}}
triggers: {down: {metric: availability, below: 98%}}
`,
      `
stage: pilot
metrics: {accuracy: {kind: quality}, availability: {kind: reliability}}
triggers:
  down: {metric: availability, below: 98%}
  wrong: {metric: acuracy, below: 80%}
  open: {below: 80%}
`,
      `
stage: build
metrics: {accuracy: {kind: quality}, availability: {kind: reliability}}
triggers: {down: {metric: availability, below: 98%}}
`,
      `
stage: production
metrics: {accuracy: {kind: quality}, availability: {kind: reliability}}
`,
    ],
  },
  check: {
    Plan(plan, context) {
      const alarms = alarmsByMetric(context.checked);
      if (!alarms || !watchOnlyReliability(alarms.keys(), context.checked)) return;
      const quality = qualityMetrics(plan, context);
      const [lack, advice] =
        quality.length > 0
          ? ["", `Add a trigger on ${listNames(quality, "or")}.`]
          : [", and no metric of this plan is of kind `quality`", "Add such a metric, and a trigger on it."];
      context.report(
        context.checked.sectionPlace("triggers"),
        `The triggers watch only ${listNames([...alarms.keys()])}: none of them tells whether the output is any good${lack}. It can be wrong for weeks with every light on green. ${advice}`,
        { fixes: [fixFor(quality, plan, context)] },
      );
    },
  },
});

/** The metrics of kind quality that have targets; where none has any, all of that kind. */
function qualityMetrics(plan: NodeOf<typeof Plan>, context: RuleContext): string[] {
  const isQuality = (id: string) => context.find("metric", id)?.get("kind")?.value === "quality";
  const targets = plan.get("success-criteria")?.get("targets")?.items() ?? [];
  const wanted = targets.map(({ id }) => id).filter(isQuality);
  const all = new Set(context.definitionsOf("metric").map(({ id }) => id));
  return wanted.length > 0 ? wanted : [...all].filter(isQuality);
}

function fixFor(quality: readonly string[], plan: NodeOf<typeof Plan>, context: RuleContext): Fix | undefined {
  const triggers = plan.get("triggers");
  const alarms = quality.flatMap((id) => alarmStubs(id, context.checked, context.editor));
  if (!triggers || alarms.length === 0) return undefined;
  return context.insertFix(`Insert ${listNames(alarms.map(({ name }) => name))} into \`triggers\``, triggers, alarms);
}
