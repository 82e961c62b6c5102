import { stepBefore, stepName } from "../../figures/rollout-steps.ts";
import { compare, formatQuantity, type Quantity } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "change-without-evidence",
  principle: "stepwise-oversight",
  severity: from("pilot", "warning"),
  summary: "A step with more traffic or less review is opened by a metric that has held, not by the calendar.",
  why: `More traffic and less review at once mean that more errors happen and fewer are seen. A step that opens on a date, or when
somebody feels ready, opens as well when the metrics are bad, because on that day the schedule is what people look at.
A gate that names a metric, a value and how long it must have held decides it beforehand, while nobody is in a hurry.`,
  silent: `Before the stage pilot, while \`operating-limits.autonomy\` is \`suggest\`, for steps that change neither or whose traffic and
review are not known, for gates that are there but incomplete (\`missing-key\` speaks of those, and of the key \`when\` itself),
for a placeholder, and where the YAML around is broken.`,
  implies: ["missing-key"],
  source: "Article, What the 12% do differently",
  reads: ["milestones", "operating-limits", "rollout"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%, starts: 2026-07-06}
    - {id: half, traffic: 50%, review: 25%, min-duration: 2 w}
#      ^^ Step \`half\` raises traffic from 10% to 50% and cuts review from 100% to 25%, and no metric has to show first that this is safe: there is no \`when\`
`,
        fixed: `
stage: pilot
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%, starts: 2026-07-06}
    - {id: half, traffic: 50%, review: 25%, min-duration: 2 w, when: [{metric: <id of a metric>, at-least: <lowest value that opens the gate>}]}
`,
      },
      {
        plan: `
stage: pilot
milestones: {go-live: 2026-07-06}
rollout:
  steps:
    - {id: shadow, traffic: 0%, mirror: 10%, review: 100%, starts: 2026-05-04}
    - id: canary
#     ^^ Step \`canary\` raises traffic from 0% to 10% on 2026-07-06, whatever the metrics say by then: there is no \`when\`
      traffic: 10%
      review: 100%
      starts: go-live
`,
        fixed: `
stage: pilot
milestones: {go-live: 2026-07-06}
rollout:
  steps:
    - {id: shadow, traffic: 0%, mirror: 10%, review: 100%, starts: 2026-05-04}
    - id: canary
      traffic: 10%
      review: 100%
      starts: go-live
      when:
        - {metric: <id of a metric>, at-least: <lowest value that opens the gate>}
`,
      },
    ],
    good: [
      `
stage: production
rollout:
  steps:
    - {id: full, traffic: 100%, review: 10%, starts: 2026-07-06}
    - {id: steady, traffic: 100%, review: 10%}
    - {id: unknown, traffic: <share of traffic>, when: []}
`,
      `
stage: production
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%, starts: 2026-07-06}
    - {id: half, traffic: 50%, review: 25%, when: [{metric: routing-accuracy, at-least: 88%, for: 2 w}]}
    - {id: most, traffic: 80%, review: 25%, when: [{at-least: 88%}]}
    - {id: full, traffic: 100%, review: 10%, when: <evidence needed to enter the step>}
    - <next step>
`,
      `
stage: production
operating-limits: {autonomy: suggest}
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%, starts: 2026-07-06}
    - {id: half, traffic: 50%, review: 25%}
`,
      `
stage: production
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%, starts: 2026-07-06}
    - {id: half, traffic: 50%, review: 25%}
   when
`,
      `
stage: proposal
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%}
    - {id: half, traffic: 50%, review: 25%}
`,
    ],
  },
  check: {
    RolloutStep(step, context) {
      const lack = context.checked.due.lackedBy(step).find(({ name }) => name === "when");
      if (!lack || context.checked.due.onlySuggests) return;
      const before = stepBefore(step);
      const changes = [
        changed("raises traffic", before?.get("traffic")?.value, step.get("traffic")?.value, 1),
        changed("cuts review", before?.get("review")?.value, step.get("review")?.value, -1),
      ].filter(Boolean);
      if (changes.length === 0) return;
      const starts = context.dateOf(step.get("starts"));
      const lacking = starts
        ? `on ${starts.text}, whatever the metrics say by then`
        : "and no metric has to show first that this is safe";
      context.report(
        context.checked.nameOf(step),
        `Step \`${stepName(step)}\` ${changes.join(" and ")}${starts ? " " : ", "}${lacking}: there is no \`when\`. Write the metric that opens it, the value it must have reached, and for how long it must have held.`,
        { fixes: [context.insertFix("Insert `when`", step, [lack])] },
      );
    },
  },
});

/** "raises traffic from 10% to 50%", where it does. */
function changed(what: string, from: Quantity | undefined, to: Quantity | undefined, sign: 1 | -1): string {
  const difference = from && to ? compare(to, from) : undefined;
  if (!from || !to || difference === undefined || difference * sign <= 0) return "";
  return `${what} from ${formatQuantity(from)} to ${formatQuantity(to)}`;
}
