import { type Step, stepName } from "../../figures/rollout-steps.ts";
import { compare, formatQuantity, type Quantity } from "../../quantity/index.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import { rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "window-shorter-than-label-delay",
  principle: "monitoring-from-day-one",
  severity: from("pilot", "info"),
  summary: "An alarm or a gate looks at a time no shorter than it takes until the truth about a case is known.",
  why: `Whether a case was handled rightly is often known only days later. A window shorter than that holds no case that began in
it and is known to be right or wrong: what the alarm shows is the quality of last week, and a gate opens on evidence from
the step before. Traffic is then raised on numbers that say nothing about the traffic there was.`,
  silent: `Before the stage pilot, for metrics without \`label-delay\`, where \`for\` is missing or cannot be read, and where both
are equal. It is a warning for a gate whose labels take longer than the step before it lasts at the least
(\`min-duration\`), for then nothing of that step need be known when it ends.`,
  source: "Article, What the 12% do differently",
  reads: ["metrics", "rollout", "triggers"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, label-delay: 3 d}
triggers:
  accuracy-drop: {metric: routing-accuracy, below: 85%, for: 12 h, severity: sev3, do: review}
#                                                            ^^^^ \`accuracy-drop\` looks at 12 h, but whether a case counts as right in \`routing-accuracy\` is known only after 3 d
rollout:
  steps:
    - {id: shadow, mirror: 10%, min-duration: 1 w}
    - {id: canary, traffic: 10%, when: [{metric: routing-accuracy, at-least: 85%, for: 2 d}]}
#                                                                                      ^^^ The gate of \`canary\` looks at 2 d, but whether a case counts as right in \`routing-accuracy\` is known only after 3 d
`,
        fixed: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, label-delay: 3 d}
triggers:
  accuracy-drop: {metric: routing-accuracy, below: 85%, for: 3 d, severity: sev3, do: review}
rollout:
  steps:
    - {id: shadow, mirror: 10%, min-duration: 1 w}
    - {id: canary, traffic: 10%, when: [{metric: routing-accuracy, at-least: 85%, for: 3 d}]}
`,
      },
      {
        plan: `
stage: production
metrics:
  chargebacks: {kind: quality, unit: percent, direction: lower, label-delay: 45 d}
rollout:
  steps:
    - id: canary
      traffic: 10%
      min-duration: 2 w
    - id: half
      traffic: 50%
      when:
        - metric: chargebacks
          at-most: 1%
          for: 4 w
#              ^^^ The gate of \`half\` looks at 4 w, but whether a case counts as right in \`chargebacks\` is known only after 45 d, and the step before, \`canary\`, may end after 2 w
`,
        fixed: `
stage: production
metrics:
  chargebacks: {kind: quality, unit: percent, direction: lower, label-delay: 45 d}
rollout:
  steps:
    - id: canary
      traffic: 10%
      min-duration: 2 w
    - id: half
      traffic: 50%
      when:
        - metric: chargebacks
          at-most: 1%
          for: 45 d
`,
      },
    ],
    good: [
      `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, label-delay: 3 d}
  override-rate: {kind: oversight, unit: percent, direction: lower}
  tone: {kind: quality, unit: score, direction: higher, label-delay: <time until the truth is known e.g. 3 d>}
triggers:
  accuracy-drop: {metric: routing-accuracy, below: 85%, for: 72 h}
  overruled: {metric: override-rate, above: 12%, for: 1 h}
  open: {metric: routing-accuracy, below: 85%, for: <how long it lasts e.g. 1 w>}
  no-window: {metric: routing-accuracy, below: 85%}
  tone: {metric: tone, below: 3, for: 1 h}
rollout:
  steps:
    - {id: shadow, mirror: 10%, min-duration: 1 d}
    - {id: canary, traffic: 10%, when: [{metric: routing-accuracy, at-least: 85%, for: 1 w}, {metric: routing-accuracy, at-least: 85%}]}
`,
      `
stage: build
metrics: {routing-accuracy: {kind: quality, unit: percent, direction: higher, label-delay: 3 d}}
triggers: {accuracy-drop: {metric: routing-accuracy, below: 85%, for: 1 h}}
`,
    ],
  },
  check: {
    Trigger(trigger, context) {
      const name = `\`${trigger.key?.text}\``;
      checkWindow({ name, metric: trigger.get("metric"), window: trigger.get("for") }, context);
    },
    Rollout(rollout, context) {
      const steps = rollout.get("steps")?.items() ?? [];
      for (const [index, step] of steps.entries())
        for (const gate of step.get("when")?.items() ?? []) {
          const name = `The gate of \`${stepName(step)}\``;
          const before = stepBefore(steps, index);
          checkWindow({ name, metric: gate.get("metric"), window: gate.get("for"), before }, context);
        }
    },
  },
});

/** An alarm or a gate, with what it looks at. */
interface Evidence {
  readonly name: string;
  readonly metric: ScalarNode<string> | undefined;
  readonly window: ScalarNode<Quantity> | undefined;
  readonly before?: GatheringStep | undefined;
}

/** A step in which the evidence for a gate is gathered. */
interface GatheringStep {
  readonly name: string;
  readonly lasts: ScalarNode<Quantity>;
}

function stepBefore(steps: readonly Step[], index: number): GatheringStep | undefined {
  const step = steps[index - 1];
  const lasts = step?.get("min-duration");
  return step && lasts && { name: `\`${stepName(step)}\``, lasts };
}

function checkWindow({ name, metric, window, before }: Evidence, context: RuleContext): void {
  const delay = context.find("metric", metric)?.get("label-delay");
  if (!delay?.value || !window?.value || !isLonger(delay.value, window.value)) return;
  const isUnknownStep = before?.lasts.value !== undefined && isLonger(delay.value, before.lasts.value);
  const known = formatQuantity(delay.value);
  const step = isUnknownStep ? `, and the step before, ${before.name}, may end after ${written(before.lasts)}` : "";
  const outcome = isUnknownStep
    ? "the gate can open before anything is known of that step"
    : "of the cases in that time none is known yet, so what it sees is older";
  context.report(
    window,
    `${name} looks at ${written(window)}, but whether a case counts as right in \`${metric?.value}\` is known only after ${known}${step}: ${outcome}. Make \`for\` at least ${known}.`,
    {
      severity: isUnknownStep ? "warning" : undefined,
      related: [
        { at: delay, message: `The truth about a case is known after ${known}` },
        ...(isUnknownStep ? [{ at: before.lasts, message: `The step may end after ${written(before.lasts)}` }] : []),
      ],
      fixes: rewrite(context, window, known, { title: `Look at ${known}`, kind: "stub" }),
    },
  );
}

function isLonger(a: Quantity, b: Quantity): boolean {
  return (compare(a, b) ?? 0) > 0;
}

function written({ value }: ScalarNode<Quantity>): string {
  return value ? formatQuantity(value) : "";
}
