import { Monitoring } from "../../language/index.ts";
import { isWritten } from "../../workspace/key-meant.ts";
import { POST_MARKET_PLAN, REGULATION } from "../eu-ai-act-obligations.ts";
import { defineRule } from "../rule.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "eu-ai-act-post-market-plan",
  profile: "eu-ai-act-high-risk",
  principle: "monitoring-from-day-one",
  severity: ramp("production"),
  summary: "A high-risk system in production has a plan for post-market monitoring.",
  why: `Alarms catch what somebody thought of beforehand. A plan for the time after launch says what is collected over the whole
life of the system, who looks at it, and how it shows that the system still does what it was approved for. It is part of
the technical documentation, so an authority asks for it by name.`,
  silent: `Before pilot, and at pilot only a hint; where the whole of \`monitoring\` is missing (\`missing-monitoring\` speaks of that);
for a placeholder; and where the YAML around is broken. What the document says is not looked at.`,
  source: `${REGULATION}, ${POST_MARKET_PLAN.article}`,
  reads: ["monitoring"],
  examples: {
    bad: [
      {
        plan: `
stage: production
profiles: [eu-ai-act-high-risk]
monitoring: {designed: 2026-02-27, active-from: pilot-start, log-retention: 12 mo}
^^^^^^^^^^ Nothing leads to a plan for post-market monitoring
`,
        fixed: `
stage: production
profiles: [eu-ai-act-high-risk]
monitoring: {designed: 2026-02-27, active-from: pilot-start, log-retention: 12 mo, post-market-plan: <path to the post-market monitoring plan>}
`,
      },
    ],
    good: [
      `
stage: production
profiles: [eu-ai-act-high-risk]
monitoring: {designed: 2026-02-27, post-market-plan: ./compliance/post-market-plan.md}
`,
      `
stage: production
profiles: [eu-ai-act-high-risk]
monitoring: {designed: 2026-02-27, post-market-plan: <path to the post-market monitoring plan>}
`,
      `
stage: production
profiles: [eu-ai-act-high-risk]
monitoring:
`,
      `
stage: production
monitoring: {designed: 2026-02-27}
`,
    ],
  },
  check: {
    Monitoring(monitoring, context) {
      if (monitoring.all.length === 0 || isWritten(monitoring, "post-market-plan")) return;
      const insertion = { name: "post-market-plan", key: Monitoring.keys["post-market-plan"] };
      context.report(
        context.checked.nameOf(monitoring),
        `Nothing leads to a plan for post-market monitoring (\`post-market-plan\`): the EU AI Act asks for one as part of the technical documentation of a high-risk system (${POST_MARKET_PLAN.article}). Without it nobody can show that the system still does what it was approved for. Write it, and link it here.`,
        { fixes: monitoring.borrowed ? [] : [context.insertFix("Insert `post-market-plan`", monitoring, [insertion])] },
      );
    },
  },
});
