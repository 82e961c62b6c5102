import { isWeaker } from "../../figures/weaker.ts";
import { formatNumber, formatReadable, formatRounded, type Quantity, subtract } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

/** The two benchmarks, as people say them. */
const MONTHS = { "month-1": "month one", "month-6": "month six" } as const;

export default defineRule({
  id: "benchmark-missed",
  principle: "numeric-criteria",
  severity: from("production", "warning"),
  summary: "What was measured after one month and after six is at least as good as its target.",
  why: `Targets are agreed on so that there is a day on which somebody asks whether they were met. A miss that nobody answers for
is followed by the next step of the rollout all the same, and half a year later the question is no longer how to get
better but why money was spent. Early misses are signal: they show where the system must improve while review is still
high.`,
  silent: `Where the target, the measured value or the metric's direction is missing or cannot be read, for metrics whose direction is
\`target\`, for a target that is just met, and where two values do not measure the same thing.`,
  source: "Article, Agreeing on what success looks like before you build; What the 12% do differently",
  reads: ["metrics", "success-criteria"],
  examples: {
    bad: [
      {
        plan: `
stage: production
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  time-to-right-team: {kind: business, unit: h, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%, measured: {month-1: 84.5%, month-6: 93%}}
#                                                                      ^^^^^ \`routing-accuracy\` missed its target for month one: 84.5% was measured and 88% agreed on, 3.5 percentage points too low
    time-to-right-team: {month-1: 3 h, month-6: 90 min, measured: {month-1: 2.5 h, month-6: 2 h}}
#                                                                                           ^^^ \`time-to-right-team\` missed its target for month six: 2 h was measured and 90 min agreed on, 0.5 h too high
`,
      },
      {
        plan: `
-- plan.aiplan --
stage: production
imports: [./metrics.aiplan]
success-criteria:
  targets:
    drift:
      month-1: 0.2
      month-6: 0.1
      measured:
        month-1: 0.25
#                ^^^^ \`drift\` missed its target for month one: 0.25 was measured and 0.2 agreed on, 0.05 too high
-- metrics.aiplan --
aiplan: 1
kind: catalog
name: metrics
metrics:
  drift: {kind: data, unit: psi, direction: lower}
`,
      },
    ],
    good: [
      `
stage: production
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  time-to-right-team: {kind: business, unit: h, direction: lower}
  queue-length: {kind: reliability, unit: item, direction: target}
  undirected: {kind: quality, unit: percent}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%, measured: {month-1: 88%, month-6: 95%}}
    time-to-right-team: {month-1: 1 h, month-6: 90 min, measured: {month-1: 60 min, month-6: <value e.g. 1 h>}}
    queue-length: {month-1: 30 item, month-6: 30 item, measured: {month-1: 10 item, month-6: 90 item}}
    undirected: {month-1: 88%, month-6: 93%, measured: {month-1: 10%}}
    unknown: {month-1: 88%, measured: {month-1: 10%}}
`,
      `
stage: production
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {month-1: <target after one month e.g. 93%>, measured: {month-1: 50%, month-6: 50%}}
`,
      `
stage: production
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%, measured: {month-1: 2 h}}
`,
      `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, measured: {month-1: 50%}}
`,
    ],
  },
  check: {
    Target(target, context) {
      const metric = context.find("metric", target.key?.text);
      if (!metric) return;
      for (const name of ["month-1", "month-6"] as const) {
        const goal = target.get(name);
        const measured = target.get("measured")?.get(name);
        if (!goal?.value || !measured?.value || !isWeaker(measured.value, goal.value, metric)) continue;
        const values = `${formatReadable(measured.value)} was measured and ${formatReadable(goal.value)} agreed on, ${gap(measured.value, goal.value)}`;
        context.report(
          measured,
          `\`${target.key?.text}\` missed its target for ${MONTHS[name]}: ${values}. If nothing follows from that, the rollout goes on as though it worked. Hold the step or go back one until it is met, or agree on another target with those who approved this one.`,
          { related: [{ at: goal, message: `The target for ${MONTHS[name]} is ${formatReadable(goal.value)}` }] },
        );
      }
    },
  },
});

/** "3.5 percentage points too low", "0.5 h too high". */
function gap(measured: Quantity, goal: Quantity): string {
  const difference = subtract(measured, goal);
  if (!difference) return "";
  const size = { ...difference, base: Math.abs(difference.base), value: Math.abs(difference.value) };
  const points = formatNumber(Number((size.base * 100).toPrecision(3)));
  const text = size.dimension === "share" ? `${points} percentage points` : formatRounded(size);
  return `${text} too ${difference.base < 0 ? "low" : "high"}`;
}
