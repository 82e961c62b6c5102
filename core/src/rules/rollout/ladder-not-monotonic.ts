import { stepBefore, stepName } from "../../figures/rollout-steps.ts";
import { compare, formatQuantity, type Quantity } from "../../quantity/index.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import type { Fix } from "../finding.ts";
import { capitalized, enumerate } from "../messages.ts";
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
#                         ^^ Traffic falls from 10% to 5%, from step \`canary\` to step \`half\`
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
#             ^^^ Review rises from 20% to 25%, from step \`canary\` to step \`full\`
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
#               ^^^ Traffic falls from 100% to 50% and review rises from 10% to 100%, from step \`1\` to step \`2\`: the two look swapped
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
      // In a shadow run nothing is acted on, so less of it may be reviewed than of what comes after.
      const keys = traffic && traffic.base > 0 ? (["traffic", "review"] as const) : [];
      const slips = keys.flatMap((key) => slipOf(key, before.get(key), step.get(key)));
      const [first] = slips;
      if (!first) return;
      const names = `from step \`${stepName(before)}\` to step \`${stepName(step)}\``;
      const facts = slips.map(({ what, old, now }) => `${what} from ${old.text} to ${now.text}`);
      context.report(
        first.now.at,
        `${capitalized(facts.join(" and "))}, ${names}: ${slips.length > 1 ? SWAPPED : CAUSES[first.key]}`,
        {
          related: slips.map(({ key, old }) => ({
            at: old.at,
            message: `At step \`${stepName(before)}\` \`${key}\` is ${old.text}`,
          })),
          fixes: [keepFix(slips, context)],
        },
      );
    },
  },
});

const CAUSES = {
  traffic:
    "if two steps were swapped or a digit was lost, the rollout jumps where people expect a small step. Keep it at least as high as before; for going back when the metrics fall, there is `do: step-back` in a trigger.",
  review:
    "each step rests on the evidence of the one before, which here was looked at less. Begin with the most review and let it fall.",
};
const SWAPPED =
  "the two look swapped, and the system would begin with the most traffic and the fewest eyes on it. Put the steps in order.";

interface Written {
  readonly at: ScalarNode<Quantity>;
  readonly text: string;
}

/** A value that goes the wrong way. */
interface Slip {
  readonly key: "traffic" | "review";
  readonly what: string;
  readonly old: Written;
  readonly now: Written;
}

function slipOf(
  key: Slip["key"],
  old: ScalarNode<Quantity> | undefined,
  now: ScalarNode<Quantity> | undefined,
): Slip[] {
  if (!old?.value || !now?.value) return [];
  const difference = compare(now.value, old.value) ?? 0;
  if (key === "traffic" ? difference >= 0 : difference <= 0) return [];
  const what = key === "traffic" ? "traffic falls" : "review rises";
  const written = (at: ScalarNode<Quantity>, value: Quantity) => ({ at, text: formatQuantity(value) });
  return [{ key, what, old: written(old, old.value), now: written(now, now.value) }];
}

function keepFix(slips: readonly Slip[], context: RuleContext): Fix | undefined {
  if (slips.some(({ now }) => now.at.borrowed)) return undefined;
  const fixes = slips.map(({ old, now }) => context.replaceFix("", now.at, old.text));
  return {
    title: `Keep ${enumerate(slips.map(({ key, old }) => `\`${key}\` at ${old.text}`))}`,
    kind: "stub",
    preferred: false,
    edits: () => fixes.flatMap((fix) => fix.edits()),
  };
}
