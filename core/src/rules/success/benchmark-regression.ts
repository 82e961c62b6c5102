import { isWeaker } from "../../figures/weaker.ts";
import type { Metric, Target } from "../../language/index.ts";
import { formatQuantity, type Quantity } from "../../quantity/index.ts";
import type { NodeOf, ScalarNode } from "../../syntax/nodes.ts";
import { swapFix } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "benchmark-regression",
  principle: "numeric-criteria",
  severity: from("proposal", "warning"),
  summary: "Targets get better with time: month six is not weaker than month one, and neither is weaker than today.",
  why: `Month one is early proof, month six is what the system is paid for. A month-six target below that of month one asks for
less as experience grows: mostly the two were mixed up, and both gates then open at the wrong time. A KPI target weaker
than the baseline would call it a success that the business is worse off than before.`,
  silent: `Where a value or the metric's direction is missing or cannot be read, for metrics whose direction is \`target\`, for equal
values, and where two values do not measure the same thing. For other metrics than the KPI a target weaker than the
baseline is only information: a trade may be meant.`,
  source: "Article, Agreeing on what success looks like before you build",
  reads: ["metrics", "outcome", "success-criteria"],
  examples: {
    bad: [
      {
        plan: `
stage: proposal
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  latency: {kind: reliability, unit: s, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {month-1: 93%, month-6: 88%}
#                                             ^^^ The month-six target (88%) is weaker than that of month one (93%)
    latency: {month-1: 900 ms, month-6: 2 s}
#                                       ^^^ The month-six target (2 s) is weaker than that of month one (900 ms)
`,
        fixed: `
stage: proposal
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  latency: {kind: reliability, unit: s, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%}
    latency: {month-1: 2 s, month-6: 900 ms}
`,
      },
      {
        plan: `
stage: proposal
outcome: {kpi: time-to-right-team}
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
success-criteria:
  targets:
    time-to-right-team: {baseline: 4.2 h, month-1: 5 h, month-6: 4.5 h}
#                                                  ^^^ The targets for month one (5 h) and month six (4.5 h) are weaker than today (4.2 h)
`,
      },
      {
        plan: `
stage: proposal
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {baseline: 90%, month-1: 88%, month-6: 93%}
#                                              ^^^ The target for month one (88%) is weaker than today (90%)
`,
      },
    ],
    good: [
      `
stage: proposal
outcome: {kpi: time-to-right-team}
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  queue-length: {kind: reliability, unit: item, direction: target}
  availability: {kind: reliability, unit: percent, direction: higher}
success-criteria:
  targets:
    time-to-right-team: {baseline: 4.2 h, month-1: 3 h, month-6: 90 min}
    routing-accuracy: {baseline: 71%, month-1: 88%, month-6: 93%}
    queue-length: {baseline: 30 item, month-1: 40 item, month-6: 20 item}
    availability: {month-1: 99.5%, month-6: 99.5%}
`,
      `
stage: proposal
metrics:
  latency: {kind: reliability, unit: s, direction: lower}
  accuracy: {kind: quality, unit: percent}
success-criteria:
  targets:
    latency: {baseline: <value today>, month-1: 2 s, month-6: 90%}
    accuracy: {month-1: 93%, month-6: 88%}
    unknown: {month-1: 93%, month-6: 88%}
`,
    ],
  },
  check: {
    Target(target, context) {
      const metric = context.find("metric", target.key?.text);
      if (!metric) return;
      const month1 = target.get("month-1");
      const month6 = target.get("month-6");
      const regressed = isWeaker(month6?.value, month1?.value, metric);
      if (regressed && month1 && month6) reportRegression(month1, month6, context);
      checkBaseline(target, metric, regressed ? [month1] : [month1, month6], context);
    },
  },
});

function reportRegression(month1: ScalarNode<Quantity>, month6: ScalarNode<Quantity>, context: RuleContext): void {
  context.report(
    month6,
    `The month-six target (${written(month6)}) is weaker than that of month one (${written(month1)}): the plan asks for less as the system matures, so it could get worse and still count as a success. Swap them, or ask more of month six.`,
    {
      related: [{ at: month1, message: `The target for month one is ${written(month1)}` }],
      fixes: [swapFix("Swap the targets of month one and month six", month1, month6, context)],
    },
  );
}

/** A target weaker than today; of the KPI it is a mistake, elsewhere it may be the price of something. */
function checkBaseline(
  target: NodeOf<typeof Target>,
  metric: NodeOf<typeof Metric>,
  months: readonly (ScalarNode<Quantity> | undefined)[],
  context: RuleContext,
): void {
  const baseline = target.get("baseline");
  const weaker = months
    .filter((month) => month !== undefined)
    .filter((month) => isWeaker(month.value, baseline?.value, metric));
  const first = weaker[0];
  if (!first || !baseline) return;
  const named = weaker.map((month) => `month ${month.key?.text === "month-1" ? "one" : "six"} (${written(month)})`);
  const what = weaker.length > 1 ? `The targets for ${named.join(" and ")} are` : `The target for ${named[0]} is`;
  const isKpi = context.plan.get("outcome")?.get("kpi")?.value === target.key?.text;
  const advice = isKpi
    ? "it is the KPI of this plan, so the business would be worse off than before and the plan would call that a success. Ask for more than today."
    : "if that is the price of a gain elsewhere, all is well; if not, ask for more than today.";
  context.report(first, `${what} weaker than today (${written(baseline)}): ${advice}`, {
    severity: isKpi ? "warning" : "info",
    related: [{ at: baseline, message: `Today it is ${written(baseline)}` }],
  });
}

function written({ value }: ScalarNode<Quantity>): string {
  return value ? formatQuantity(value) : "";
}
