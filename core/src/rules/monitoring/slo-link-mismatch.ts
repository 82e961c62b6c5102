import type { ServiceLevel } from "../../artifacts/artifact.ts";
import { betterBy, isInSameUnit, type Promised, promisedBy } from "../../figures/service-level.ts";
import type { Metric, Target } from "../../language/index.ts";
import { formatQuantity, millisecondsPerDay, type Quantity } from "../../quantity/index.ts";
import type { NodeOf, ScalarNode } from "../../syntax/nodes.ts";
import { rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

/** A metric with the SLO that it links to. */
interface Linked {
  readonly metric: NodeOf<typeof Metric>;
  readonly link: ScalarNode<string>;
  readonly slo: ServiceLevel;
}

const LONGEST_MONTH = 31 * millisecondsPerDay;

export default defineRule({
  id: "slo-link-mismatch",
  principle: "monitoring-from-day-one",
  severity: from("pilot", "warning"),
  summary: "The service level objective that a metric links to asks for what the plan's targets ask for.",
  why: `On call people go by the SLO: it decides when an alarm goes off and how much may still fail this month. The plan is what
leadership agreed to. Where the SLO is weaker, dashboards stay green while the agreed target is missed, and both sides
are right by their own document.`,
  silent: `Before the stage pilot, where the file cannot be read or a value is missing, for metrics that measure something else
than availability (a share, better if higher) and latency (a time, better if lower), for an SLO of availability that
compares a measurement with a \`value\`, and for a latency that differs tenfold or more: it is in another unit. An SLO
between the targets of month one and month six agrees with the plan; of several objectives one is enough. That an SLO
is stricter than month six, or looks back longer than a month, is only information.`,
  source: "OpenSLO v1, SLO: objectives and timeWindow",
  reads: ["metrics", "success-criteria"],
  examples: {
    bad: [
      {
        plan: `
-- plan.aiplan --
stage: pilot
metrics:
  latency: {kind: reliability, unit: s, direction: lower, measures: latency, slo: ./router.openslo.yaml#latency}
#                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The SLO \`latency\` asks for 4 s, weaker than the month-one target of \`latency\` (2.5 s)
  availability:
    kind: reliability
    unit: percent
    direction: higher
    measures: availability
    slo: ./router.openslo.yaml#availability
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The SLO \`availability\` asks for 98.5%, weaker than the month-one target of \`availability\` (99%)
success-criteria:
  targets:
    latency: {month-1: 2.5 s, month-6: 2 s}
    availability: {month-1: 99%, month-6: 99.5%}
-- router.openslo.yaml --
apiVersion: openslo/v1
kind: SLO
metadata: {name: latency}
spec:
  timeWindow: [{duration: 30d, isRolling: true}]
  objectives: [{op: lte, value: 4, target: 0.95}]
---
apiVersion: openslo/v1
kind: SLO
metadata: {name: availability}
spec:
  timeWindow: [{duration: 30d, isRolling: true}]
  objectives: [{targetPercent: 98.5}]
`,
        fixed: `
-- plan.aiplan --
stage: pilot
metrics:
  latency: {kind: reliability, unit: s, direction: lower, measures: latency, slo: ./router.openslo.yaml#latency}
  availability:
    kind: reliability
    unit: percent
    direction: higher
    measures: availability
    slo: ./router.openslo.yaml#availability
success-criteria:
  targets:
    latency: {month-1: 4 s, month-6: 2 s}
    availability: {month-1: 98.5%, month-6: 99.5%}
-- router.openslo.yaml --
apiVersion: openslo/v1
kind: SLO
metadata: {name: latency}
spec:
  timeWindow: [{duration: 30d, isRolling: true}]
  objectives: [{op: lte, value: 4, target: 0.95}]
---
apiVersion: openslo/v1
kind: SLO
metadata: {name: availability}
spec:
  timeWindow: [{duration: 30d, isRolling: true}]
  objectives: [{targetPercent: 98.5}]
`,
      },
      {
        plan: `
-- plan.aiplan --
stage: production
metrics:
  latency: {kind: reliability, unit: s, direction: lower, measures: latency, slo: ./router.openslo.yaml#latency}
#                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The SLO \`latency\` counts an answer as good where it takes longer (\`op: gte\`)
-- router.openslo.yaml --
apiVersion: openslo/v1
kind: SLO
metadata: {name: latency}
spec:
  objectives: [{op: gte, value: 2.5, target: 0.95}]
`,
      },
      {
        plan: `
-- plan.aiplan --
stage: pilot
metrics:
  availability: {kind: reliability, unit: percent, direction: higher, measures: availability, slo: ./router.openslo.yaml#availability}
#                                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The SLO \`availability\` asks for 99.95%, stricter than the month-six target of \`availability\` (99.5%)
success-criteria: {targets: {availability: {month-1: 99%, month-6: 99.5%}}}
-- router.openslo.yaml --
apiVersion: openslo/v1
kind: SLO
metadata: {name: availability}
spec:
  timeWindow: [{duration: 4w, isRolling: true}]
  objectives: [{target: 0.9995}]
`,
        fixed: `
-- plan.aiplan --
stage: pilot
metrics:
  availability: {kind: reliability, unit: percent, direction: higher, measures: availability, slo: ./router.openslo.yaml#availability}
success-criteria: {targets: {availability: {month-1: 99%, month-6: 99.95%}}}
-- router.openslo.yaml --
apiVersion: openslo/v1
kind: SLO
metadata: {name: availability}
spec:
  timeWindow: [{duration: 4w, isRolling: true}]
  objectives: [{target: 0.9995}]
`,
      },
      {
        plan: `
-- plan.aiplan --
stage: pilot
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher, slo: ./router.openslo.yaml#accuracy}
#                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The SLO \`accuracy\` looks back 90 d, and \`accuracy\` has a target for month one
success-criteria: {targets: {accuracy: {month-1: 88%, month-6: 93%}}}
-- router.openslo.yaml --
apiVersion: openslo/v1
kind: SLO
metadata: {name: accuracy}
spec:
  timeWindow: [{duration: 90d, isRolling: true}]
  objectives: [{target: 0.88}]
`,
      },
    ],
    good: [
      `
-- plan.aiplan --
stage: pilot
metrics:
  latency: {kind: reliability, unit: s, direction: lower, measures: latency, slo: ./router.openslo.yaml#latency}
  first-word: {kind: reliability, unit: s, direction: lower, measures: latency, slo: ./router.openslo.yaml#milliseconds}
  availability: {kind: reliability, unit: percent, direction: higher, measures: availability, slo: ./router.openslo.yaml#availability}
  probes: {kind: reliability, unit: percent, direction: higher, measures: availability, slo: ./router.openslo.yaml#latency}
  accuracy: {kind: quality, unit: percent, direction: higher, measures: accuracy, slo: ./router.openslo.yaml#weak}
  weak: {kind: reliability, unit: percent, direction: higher, slo: ./router.openslo.yaml#weak}
  no-target: {kind: reliability, unit: percent, direction: higher, measures: availability, slo: ./router.openslo.yaml#weak}
  open: {kind: reliability, unit: percent, direction: higher, measures: availability, slo: ./router.openslo.yaml#weak}
success-criteria:
  targets:
    latency: {month-1: 2.5 s, month-6: 2 s}
    first-word: {month-1: 2.5 s, month-6: 2 s}
    availability: {month-1: 99%, month-6: 99.5%}
    probes: {month-1: 99%, month-6: 99.5%}
    accuracy: {month-1: 88%, month-6: 93%}
    weak: {month-1: 99%, month-6: 99.5%}
    open: {month-1: <month-one target>, month-6: <month-six target>}
-- router.openslo.yaml --
apiVersion: openslo/v1
kind: SLO
metadata: {name: latency}
spec:
  timeWindow: [{duration: 1M, isRolling: false}]
  objectives: [{op: lte, value: 2.5, target: 0.95}, {op: lte, value: 5, target: 0.99}]
---
apiVersion: openslo/v1
kind: SLO
metadata: {name: milliseconds}
spec:
  objectives: [{op: lte, value: 2500, target: 0.95}]
---
apiVersion: openslo/v1
kind: SLO
metadata: {name: availability}
spec:
  objectives: [{target: 0.992}]
---
apiVersion: openslo/v1
kind: SLO
metadata: {name: weak}
spec:
  objectives: [{target: 0.5}]
`,
      `
-- plan.aiplan --
stage: build
metrics:
  availability: {kind: reliability, unit: percent, direction: higher, measures: availability, slo: ./router.openslo.yaml#weak}
success-criteria: {targets: {availability: {month-1: 99%, month-6: 99.5%}}}
-- router.openslo.yaml --
apiVersion: openslo/v1
kind: SLO
metadata: {name: weak}
spec:
  objectives: [{target: 0.5}]
`,
    ],
  },
  check: {
    Metric(metric, context) {
      const link = metric.get("slo");
      const slo = context.linked("openslo", link);
      if (!link || !slo) return;
      const linked = { metric, link, slo };
      if (reportOperator(linked, context)) return;
      compareTargets(linked, context);
      compareWindow(linked, context);
    },
  },
});

/** A latency is good below a value; an SLO that says otherwise has its sides mixed up, and no value of it can be compared. */
function reportOperator({ metric, link, slo }: Linked, context: RuleContext): boolean {
  if (metric.get("measures")?.value !== "latency" || metric.get("direction")?.value !== "lower") return false;
  const op = slo.objectives.flatMap((objective) => objective.op ?? []).find(({ value }) => value.startsWith("gt"));
  if (!op) return false;
  context.report(
    link,
    `The SLO \`${slo.name.value}\` counts an answer as good where it takes longer (\`op: ${op.value}\`): it is met while the system is slow, and broken while it is fast. Write \`op: lte\` in the SLO.`,
    { related: [{ at: op.place, message: `\`op: ${op.value}\` stands here` }] },
  );
  return true;
}

function compareTargets(linked: Linked, context: RuleContext): void {
  const { metric, slo } = linked;
  const month1 = targetOf(metric, "month-1", context);
  const month6 = targetOf(metric, "month-6", context);
  const promised = promisedBy(slo, metric);
  if (promised.length === 0 || promised.length < slo.objectives.length) return;
  const allAre = (better: 1 | -1, than: Quantity) =>
    promised.every(({ value }) => betterBy(value, than, metric) === better && isInSameUnit(value, than));
  if (month1?.value && allAre(-1, month1.value)) report(linked, promised, month1, "weaker", context);
  else if (month6?.value && betterBy(month6.value, month1?.value ?? month6.value, metric) !== -1)
    if (allAre(1, month6.value)) report(linked, promised, month6, "stricter", context);
}

function targetOf(
  metric: NodeOf<typeof Metric>,
  month: "month-1" | "month-6",
  { plan }: RuleContext,
): ScalarNode<Quantity> | undefined {
  const targets = plan.get("success-criteria")?.get("targets");
  const target = targets?.get(metric.key?.text ?? "") as NodeOf<typeof Target> | undefined;
  return target?.get(month);
}

function report(
  { metric, link, slo }: Linked,
  promised: readonly Promised[],
  target: ScalarNode<Quantity>,
  strength: "weaker" | "stricter",
  context: RuleContext,
): void {
  // Of several objectives the one that comes closest is the one that may have been meant.
  const closest = promised.reduce((best, one) =>
    betterBy(one.value, best.value, metric) === (strength === "weaker" ? 1 : -1) ? one : best,
  );
  const [month, words] = strength === "weaker" ? ["month-1", "month-one"] : ["month-6", "month-six"];
  const [value, wanted] = [formatQuantity(closest.value), target.value ? formatQuantity(target.value) : ""];
  const outcome =
    strength === "weaker"
      ? "it stays green while that target is missed, and nobody is called"
      : "people are called although the plan is met";
  context.report(
    link,
    `The SLO \`${slo.name.value}\` asks for ${value}, ${strength} than the ${words} target of \`${metric.key?.text}\` (${wanted}): ${outcome}. Bring the two into line.`,
    {
      severity: strength === "stricter" ? "info" : undefined,
      related: [
        { at: closest.place, message: `The SLO asks for ${value}` },
        { at: target, message: `The ${words} target is ${wanted}` },
      ],
      fixes: rewrite(context, target, value, {
        title: `Set \`${month}\` to ${value}, as the SLO does`,
        kind: "stub",
        preferred: false,
      }),
    },
  );
}

/** A window that is longer than the month after which the first target is judged holds days before go-live as well. */
function compareWindow({ metric, link, slo }: Linked, context: RuleContext): void {
  const month1 = targetOf(metric, "month-1", context);
  if (!month1?.value || !slo.window || slo.window.value.base <= LONGEST_MONTH) return;
  const window = formatQuantity(slo.window.value);
  context.report(
    link,
    `The SLO \`${slo.name.value}\` looks back ${window}, and \`${metric.key?.text}\` has a target for month one: a month after go-live the SLO still counts days before it, and cannot tell whether that target was met. Measure month one over 30 days.`,
    {
      severity: "info",
      related: [
        { at: slo.window.place, message: `The window of the SLO is ${window}` },
        { at: month1, message: "The target for month one" },
      ],
    },
  );
}
