import { type Step, stepBefore, stepName } from "../../figures/rollout-steps.ts";
import { RolloutStep } from "../../language/index.ts";
import { formatQuantity } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "oversight-removed",
  principle: "stepwise-oversight",
  severity: from("production", "warning"),
  summary: "As long as the system handles real work, people review a part of its output.",
  why: `Data, prices, customers and the model itself go on changing after the last step of the rollout. With no review left, the first
to notice is a customer, and no override is counted any more that could set off an alarm. A few percent, picked by
chance, cost little and keep the quality measurable.`,
  silent: `At \`risk-tier: minimal\` or where the tier is not known, for steps that handle no traffic (a shadow run) or whose traffic is
not known, and while \`operating-limits.autonomy\` is \`suggest\`: a person then decides about everything. At \`risk-tier: high\`
it is an error. Of several such steps the first is reported.`,
  implies: ["sample-unreachable"],
  source: "Article, What the 12% do differently; EU AI Act, Article 14",
  reads: ["operating-limits", "risk-tier", "rollout"],
  examples: {
    bad: [
      {
        plan: `
stage: production
risk-tier: limited
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%, starts: 2026-07-06}
    - {id: full, traffic: 100%, review: 10%, when: [{metric: routing-accuracy, at-least: 90%}]}
    - {id: steady, traffic: 100%, review: 0%, when: [{metric: routing-accuracy, at-least: 92%}]}
#                                         ^^ From step \`steady\` on nobody looks at what the system does (100% traffic, 0% review)
`,
        fixed: `
stage: production
risk-tier: limited
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%, starts: 2026-07-06}
    - {id: full, traffic: 100%, review: 10%, when: [{metric: routing-accuracy, at-least: 90%}]}
    - {id: steady, traffic: 100%, review: 10%, when: [{metric: routing-accuracy, at-least: 92%}]}
`,
      },
      {
        plan: `
stage: production
risk-tier: high
rollout:
  steps:
    - id: shadow
      traffic: 0%
      mirror: 20%
      review: 0%
      starts: 2026-05-04
    - id: full
      traffic: 60%
      review: 0%
#             ^^ From step \`full\` on nobody looks at what the system does (60% traffic, 0% review), and its risk tier is \`high\`
`,
        fixed: `
stage: production
risk-tier: high
rollout:
  steps:
    - id: shadow
      traffic: 0%
      mirror: 20%
      review: 0%
      starts: 2026-05-04
    - id: full
      traffic: 60%
      review: <share of output people review>
`,
      },
    ],
    good: [
      `
stage: production
risk-tier: minimal
rollout:
  steps:
    - {id: full, traffic: 100%, review: 0%, starts: 2026-07-06}
`,
      `
stage: production
risk-tier: high
rollout:
  steps:
    - {id: shadow, traffic: 0%, mirror: 10%, review: 0%, starts: 2026-05-04}
    - {id: unknown, traffic: <share of items it handles>, review: 0%}
    - {id: unsaid, review: 0%}
    - {id: full, traffic: 100%, review: 0.5%}
    - {id: later, traffic: 100%, review: <share of output people review>}
`,
      `
stage: production
rollout:
  steps:
    - {id: full, traffic: 100%, review: 0%, starts: 2026-07-06}
`,
      `
stage: pilot
risk-tier: high
rollout:
  steps:
    - {id: full, traffic: 100%, review: 0%, starts: 2026-07-06}
`,
      `
stage: production
risk-tier: limited
operating-limits: {autonomy: suggest}
rollout:
  steps:
    - {id: full, traffic: 100%, review: 0%, starts: 2026-07-06}
`,
    ],
  },
  check: {
    Rollout(rollout, context) {
      const tier = context.plan.get("risk-tier")?.value;
      if ((tier !== "limited" && tier !== "high") || context.checked.due.onlySuggests) return;
      const [first, ...others] = (rollout.get("steps")?.items() ?? []).filter(isUnwatched);
      const review = first?.get("review");
      if (!first || !review) return;
      const high = tier === "high" ? ", and its risk tier is `high`" : "";
      context.report(
        review,
        `From step \`${stepName(first)}\` on nobody looks at what the system does (${written(first, "traffic")} traffic, ${written(first, "review")} review)${high}: when it gets worse, customers are the first to notice. Keep a small share picked by chance.`,
        {
          severity: tier === "high" ? "error" : undefined,
          related: others.map((step) => ({
            at: step.get("review") ?? step,
            message: `Nor at step \`${stepName(step)}\``,
          })),
          fixes: [keepFix(first, context)],
        },
      );
    },
  },
});

/** It handles some of the load, and none of what it does is reviewed. */
function isUnwatched(step: Step): boolean {
  const traffic = step.get("traffic")?.value;
  return traffic !== undefined && traffic.base > 0 && step.get("review")?.value?.base === 0;
}

function written(step: Step, key: "traffic" | "review"): string {
  const value = step.get(key)?.value;
  return value ? formatQuantity(value) : "";
}

/** The share that was reviewed so far stays, where there was one. */
function keepFix(step: Step, context: RuleContext) {
  const review = step.get("review");
  if (!review || review.borrowed) return undefined;
  const before = stepBefore(step)?.get("review")?.value;
  const text = before && before.base > 0 ? formatQuantity(before) : `<${RolloutStep.keys.review.placeholder}>`;
  const title = text.startsWith("<") ? "Write how much is reviewed" : `Go on reviewing ${text}`;
  return context.replaceFix(title, review, text, { kind: "stub" });
}
