import { businessMetrics } from "../../figures/business-metrics.ts";
import { type SuccessCriteria, Target } from "../../language/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import type { Fix } from "../finding.ts";
import { listNames } from "../messages.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

type Targets = NodeOf<typeof SuccessCriteria.keys.targets.type>;

export default defineRule({
  id: "no-business-criterion",
  principle: "outcome-before-technology",
  severity: from("proposal", "warning"),
  summary: "At least one of the targets is of a business metric.",
  why: `A system can be accurate, fast and always there, and change nothing for those who pay for it. Where only the system itself
has targets, month six finds all of them met and nobody able to say what was gained. The number that the business wants
belongs among the criteria, with the same two dates as the others.`,
  silent: `Where there are no targets yet (\`missing-success-criteria\` speaks of that) or none that can be read, where the kind of one of their metrics is
not known, where the KPI itself is not a business metric (\`missing-outcome\` speaks of that), and where the YAML around is
broken.`,
  source: "Article, What the 12% do differently; Agreeing on what success looks like before you build",
  reads: ["metrics", "outcome", "success-criteria"],
  examples: {
    bad: [
      {
        plan: `
stage: proposal
outcome: {statement: Cut the time to the right team., kpi: time-to-right-team}
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  latency: {kind: reliability, unit: s, direction: lower}
success-criteria:
  targets:
# ^^^^^^^ There are targets for metrics of kind \`quality\` and \`reliability\`, none for a business metric
    routing-accuracy: {baseline: 71%, month-1: 88%, month-6: 93%}
    latency: {month-1: 2.5 s, month-6: 2 s}
`,
        fixed: `
stage: proposal
outcome: {statement: Cut the time to the right team., kpi: time-to-right-team}
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  latency: {kind: reliability, unit: s, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {baseline: 71%, month-1: 88%, month-6: 93%}
    latency: {month-1: 2.5 s, month-6: 2 s}
    time-to-right-team: {month-1: <month-one target e.g. 3 h>, month-6: <month-six target e.g. 1.5 h>}
`,
      },
      {
        plan: `
stage: pilot
metrics:
  calls-avoided: {kind: business, unit: call/d, direction: higher}
  accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria: {targets: {accuracy: {month-1: 88%, month-6: 93%}}}
#                  ^^^^^^^ There are targets for metrics of kind \`quality\`, none for a business metric
`,
        fixed: `
stage: pilot
metrics:
  calls-avoided: {kind: business, unit: call/d, direction: higher}
  accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria: {targets: {accuracy: {month-1: 88%, month-6: 93%}, calls-avoided: {month-1: <month-one target e.g. 3 call/d>, month-6: <month-six target e.g. 3 call/d>}}}
`,
      },
      {
        plan: `
stage: proposal
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
# ^^^^^^^ There are targets for metrics of kind \`quality\`, none for a business metric: the system can meet every one of them
    accuracy: {month-1: 88%, month-6: 93%}
`,
        fixed: `
stage: proposal
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    accuracy: {month-1: 88%, month-6: 93%}
    <business metric>: {month-1: <month-one target e.g. 3 h>, month-6: <month-six target e.g. 1.5 h>}
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
success-criteria:
  targets:
    time-to-right-team: {month-1: 3 h, month-6: 1.5 h}
    routing-accuracy: {month-1: 88%, month-6: 93%}
`,
      `
stage: proposal
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher}
  savings: {kind: <kind of metric e.g. quality>, unit: EUR/mo, direction: higher}
success-criteria:
  targets:
    accuracy: {month-1: 88%, month-6: 93%}
    savings: {month-1: 300 EUR/mo, month-6: 900 EUR/mo}
`,
      `
stage: proposal
outcome: {kpi: accuracy}
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    accuracy: {month-1: 88%, month-6: 93%}
`,
      `
stage: proposal
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets: {}
`,
      `
stage: proposal
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    accuracy: {month-1: <month-one target e.g. 90%>}
`,
      `
-- org.aiplan --
aiplan: 1
kind: catalog
name: org
metrics:
  calls-avoided: {kind: business, unit: call/d, direction: higher}
-- plan.aiplan --
stage: proposal
imports: [./org.aiplan]
success-criteria:
  targets:
    calls-avoided: {month-1: 100 call/d, month-6: 250 call/d}
`,
    ],
  },
  check: {
    SuccessCriteria(criteria, context) {
      const targets = criteria.get("targets");
      const kpi = context.find("metric", context.plan.get("outcome")?.get("kpi"))?.get("kind")?.value;
      if (!targets || targets.all.length === 0 || (kpi !== undefined && kpi !== "business")) return;
      const isSet = targets.items().some(({ value }) => value.get("month-1")?.value ?? value.get("month-6")?.value);
      if (!isSet) return;
      const kinds = targets.all.map(({ key }) => context.find("metric", key.text)?.get("kind")?.value);
      const technical = new Set(kinds.filter((kind) => kind !== undefined));
      if (technical.has("business") || kinds.includes(undefined)) return;
      const candidates = metricsToTarget(context);
      const advice =
        candidates.length > 0
          ? `Set targets for ${listNames(candidates, "or")} as well.`
          : "Add a metric of kind `business` and set targets for it as well.";
      context.report(
        targets.key ?? targets,
        `There are targets for metrics of kind ${listNames([...technical])}, none for a business metric: the system can meet every one of them and the business be no better off. ${advice}`,
        {
          fixes:
            candidates.length === 0
              ? [addTarget(UNKNOWN, targets, true, context)]
              : candidates.map((id) => addTarget(id, targets, candidates.length === 1, context)),
        },
      );
    },
  },
});

/** Stands for the metric that is yet to be added. */
const UNKNOWN = "<business metric>";

/** The KPI where the plan names one, else every business metric there is. */
function metricsToTarget(context: RuleContext): string[] {
  const kpi = context.plan.get("outcome")?.get("kpi")?.value;
  const business = businessMetrics(context.checked);
  return kpi !== undefined && business.includes(kpi) ? [kpi] : [...new Set(business)];
}

function addTarget(id: string, targets: Targets, isOnly: boolean, context: RuleContext): Fix | undefined {
  if (targets.borrowed) return undefined;
  const key = { type: Target, placeholder: "targets" } as const;
  const value = context.editor.stub(key, context.editor.factsOf(id));
  const name = id === UNKNOWN ? "a business metric" : `\`${id}\``;
  const fix = context.insertFix(`Set targets for ${name}`, targets, [{ name: id, value }]);
  return fix && { ...fix, preferred: isOnly };
}
