import { businessMetrics } from "../../figures/business-metrics.ts";
import type { Outcome } from "../../language/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import { reportLacks } from "../report-lacks.ts";
import { askAgain, rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "missing-outcome",
  principle: "outcome-before-technology",
  severity: ramp("proposal"),
  summary: "A plan states the business outcome and names the business metric that will show it.",
  why: `A team that starts from a technology ends with something that runs and that nobody asked for. Without one business
number, nothing decides between going on and stopping, and the project is the first to be cut. A KPI that measures the
system itself, such as its accuracy, can be met without the business being better off.`,
  silent:
    "Where the KPI is a metric that is not defined (`undefined-reference` says so) or whose kind is not known, and where the YAML around is broken.",
  source: "Article, What the 12% do differently; NIST AI RMF, MAP 1.4",
  reads: ["metrics", "outcome"],
  examples: {
    bad: [
      {
        plan: `
title: Route support tickets
stage: proposal
#      ^^^^^^^^ Nothing says what this system is for: there is no \`outcome\`
`,
        fixed: `
title: Route support tickets
stage: proposal
outcome:
  statement: <what will be different for the business>
  kpi: <id of a business metric>
  agreed: <date agreed YYYY-MM-DD>
`,
      },
      {
        plan: `
stage: build
outcome:
^^^^^^^ The outcome lacks \`kpi\`
  statement: Cut the time until a ticket reaches the right team.
  agreed: 2026-01-30
`,
        fixed: `
stage: build
outcome:
  statement: Cut the time until a ticket reaches the right team.
  kpi: <id of a business metric>
  agreed: 2026-01-30
`,
      },
      {
        plan: `
stage: proposal
outcome: {statement: Cut the time to the right team., kpi: routing-accuracy}
#                                                          ^^^^^^^^^^^^^^^^ The KPI \`routing-accuracy\` is a metric of kind \`quality\`
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
`,
        fixed: `
stage: proposal
outcome: {statement: Cut the time to the right team., kpi: time-to-right-team}
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
`,
      },
      {
        plan: `
stage: proposal
outcome: {statement: Route each ticket right., kpi: routing-accuracy}
#                                                   ^^^^^^^^^^^^^^^^ The KPI \`routing-accuracy\` is a metric of kind \`quality\`, so it can be met without the business being any better off. Add a metric
metrics: {routing-accuracy: {kind: quality, unit: percent, direction: higher}}
`,
        fixed: `
stage: proposal
outcome: {statement: Route each ticket right., kpi: <id of a business metric>}
metrics: {routing-accuracy: {kind: quality, unit: percent, direction: higher}}
`,
      },
    ],
    good: [
      `
stage: proposal
outcome: {statement: Cut the time to the right team., kpi: time-to-right-team}
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
`,
      `
stage: production
outcome: {statement: <what will be different for the business>, kpi: not-defined}
`,
      `
stage: production
outcome: {statement: Cut the time to the right team., kpi: time-to-right-team}
metrics:
  time-to-right-team: {unit: h, direction: lower}
`,
      `
stage: production
outcome:
  statement: Cut the time to the right team.
 kpi
`,
    ],
  },
  check: {
    Plan(plan, context) {
      reportLacks(
        context,
        plan,
        context.checked.sectionPlace("outcome"),
        () =>
          "Nothing says what this system is for: there is no `outcome`. A project that starts from the technology has no result to be judged by, and is cut at the next budget round. Write what will change for the business, and which business metric will show it.",
      );
    },
    Outcome(outcome, context) {
      reportLacks(
        context,
        outcome,
        context.checked.nameOf(outcome),
        (keys) =>
          `The outcome lacks ${keys}. Without a result in words and one business number that shows it, nobody can decide later whether to go on or to stop.`,
      );
      checkKpi(outcome, context);
    },
  },
});

function checkKpi(outcome: NodeOf<typeof Outcome>, context: RuleContext): void {
  const kpi = outcome.get("kpi");
  const kind = context.find("metric", kpi)?.get("kind");
  if (!kpi || kind?.value === undefined || kind.value === "business") return;
  const business = kpi.borrowed ? [] : businessMetrics(context.checked);
  const advice =
    business.length > 0 ? "Name a metric of kind `business`." : "Add a metric of kind `business` and name that one.";
  context.report(
    kpi,
    `The KPI \`${kpi.text}\` is a metric of kind \`${kind.value}\`, so it can be met without the business being any better off. ${advice}`,
    {
      related: [{ at: kind, message: `\`${kpi.text}\` is of kind \`${kind.value}\`` }],
      fixes:
        business.length === 0
          ? askAgain(context, kpi, "id of a business metric")
          : business.flatMap((id) =>
              rewrite(context, kpi, id, {
                title: `Use the business metric \`${id}\``,
                preferred: business.length === 1,
              }),
            ),
    },
  );
}
