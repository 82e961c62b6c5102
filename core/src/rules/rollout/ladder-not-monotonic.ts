import { type Step, stepBefore, stepName } from "../../figures/rollout-steps.ts";
import { compare, formatQuantity, type Quantity } from "../../quantity/index.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "ladder-not-monotonic",
  principle: "stepwise-oversight",
  severity: from("pilot", "warning"),
  summary: "From step to step traffic does not fall and review does not rise.",
  why: `The order of the steps is the order in which trust is earned: each one asks for evidence and gives a little more in return.
A step that takes traffic back, or has more reviewed than the one before, breaks that order: mostly two steps were
swapped or a digit was lost, and then the rollout tool jumps where people expected a small step. Going back when the
metrics fall is no step of its own; a trigger with \`do: step-back\` says that.`,
  silent: `While \`operating-limits.autonomy\` is \`suggest\`, for equal values, where a value is missing or cannot be read, and for review
that rises when a step follows a shadow run (\`traffic: 0%\`): nothing is acted on there, so a sample may do.`,
  source: "Article, What the 12% do differently",
  reads: ["operating-limits", "rollout"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%, starts: 2026-07-06}
    - {id: half, traffic: 5%, review: 50%, when: [{metric: routing-accuracy, at-least: 88%}]}
#                         ^^ Traffic falls from 10% at step \`canary\` to 5% at step \`half\`
    - {id: full, traffic: 100%, review: 10%, when: [{metric: routing-accuracy, at-least: 90%}]}
`,
        fixed: `
stage: pilot
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%, starts: 2026-07-06}
    - {id: half, traffic: 10%, review: 50%, when: [{metric: routing-accuracy, at-least: 88%}]}
    - {id: full, traffic: 100%, review: 10%, when: [{metric: routing-accuracy, at-least: 90%}]}
`,
      },
      {
        plan: `
stage: production
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 20%, starts: 2026-07-06}
    - id: full
      traffic: 100%
      review: 25%
#             ^^^ Review rises from 20% at step \`canary\` to 25% at step \`full\`
`,
        fixed: `
stage: production
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 20%, starts: 2026-07-06}
    - id: full
      traffic: 100%
      review: 20%
`,
      },
      {
        plan: `
stage: pilot
rollout:
  steps:
    - {traffic: 100%, review: 10%}
    - {traffic: 50%, review: 100%}
#               ^^^ Traffic falls from 100% at step \`1\` to 50% at step \`2\`
#                            ^^^^ Review rises from 10% at step \`1\` to 100% at step \`2\`
`,
        fixed: `
stage: pilot
rollout:
  steps:
    - {traffic: 100%, review: 10%}
    - {traffic: 100%, review: 10%}
`,
      },
    ],
    good: [
      `
stage: production
rollout:
  steps:
    - {id: shadow, traffic: 0%, mirror: 50%, review: 20%, starts: 2026-05-04}
    - {id: canary, traffic: 10%, review: 100%}
    - {id: half, traffic: 50%, review: 50%}
    - {id: full, traffic: 100%, review: 50%}
    - {id: steady, traffic: 100%, review: 5%}
`,
      `
stage: production
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%, starts: 2026-07-06}
    - {id: half, traffic: <share of items it handles>, review: <share of output people review>}
    - {id: most, review: 50%}
    - {id: full, traffic: 5, review: 60%}
    - {id: steady, traffic: 100%, review: 20%}
`,
      `
stage: production
operating-limits: {autonomy: suggest}
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 50%, starts: 2026-07-06}
    - {id: half, traffic: 5%, review: 100%}
`,
      `
stage: build
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 50%, starts: 2026-07-06}
    - {id: half, traffic: 5%, review: 100%}
`,
    ],
  },
  check: {
    RolloutStep(step, context) {
      const before = stepBefore(step);
      if (!before || context.checked.due.onlySuggests) return;
      const traffic = before.get("traffic")?.value;
      checkOrder("traffic", step, before, context);
      // In a shadow run nothing is acted on, so less of it may be reviewed than of what comes after.
      if (traffic && traffic.base > 0) checkOrder("review", step, before, context);
    },
  },
});

const WORDS = {
  traffic: {
    falls: "Traffic falls",
    sign: -1,
    why: "if two steps were swapped or a digit was lost, the rollout jumps where people expect a small step. Keep it at least as high as before; for going back when the metrics fall, there is `do: step-back` in a trigger.",
  },
  review: {
    falls: "Review rises",
    sign: 1,
    why: "each step rests on the evidence of the one before, which here was looked at less. Begin with the most review and let it fall.",
  },
} as const;

function checkOrder(name: keyof typeof WORDS, step: Step, before: Step, context: RuleContext): void {
  const { falls, sign, why } = WORDS[name];
  const [at, old] = [step.get(name), before.get(name)];
  const difference = at?.value && old?.value ? compare(at.value, old.value) : undefined;
  if (!at?.value || !old?.value || difference === undefined || difference * sign <= 0) return;
  const value = formatQuantity(old.value);
  context.report(
    at,
    `${falls} from ${value} at step \`${stepName(before)}\` to ${formatQuantity(at.value)} at step \`${stepName(step)}\`: ${why}`,
    {
      related: [{ at: old, message: `At step \`${stepName(before)}\` it is ${value}` }],
      fixes: [keepFix(name, at, value, context)],
    },
  );
}

function keepFix(name: string, at: ScalarNode<Quantity>, value: string, context: RuleContext) {
  return at.borrowed
    ? undefined
    : context.replaceFix(`Keep \`${name}\` at ${value}`, at, value, { kind: "stub", preferred: false });
}
