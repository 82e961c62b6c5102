import { convertTo, formatQuantity } from "../../quantity/index.ts";
import { LOG_RETENTION, REGULATION } from "../eu-ai-act-obligations.ts";
import { rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "eu-ai-act-log-retention",
  profile: "eu-ai-act-high-risk",
  principle: "traceability",
  severity: { build: "warning", production: "error" },
  summary: `The logs of a high-risk system are kept for at least ${LOG_RETENTION.inWords}.`,
  why: `Complaints and the questions of an authority come months after a decision. Logs that are gone by then leave nothing to
answer with, and keeping them is a duty of its own. Another law, above all on the protection of personal data, may set
another time: then a waiver or an ignore comment says which.`,
  silent: `Where \`log-retention\` is missing (\`missing-key\` and \`missing-monitoring\` speak of that), a placeholder, or cannot be
read; and from ${LOG_RETENTION.leastDays} days on, the fewest that six calendar months have.`,
  source: `${REGULATION}, ${LOG_RETENTION.article}`,
  reads: ["monitoring"],
  examples: {
    bad: [
      {
        plan: `
stage: build
profiles: [eu-ai-act-high-risk]
monitoring: {designed: 2026-02-27, active-from: pilot-start, log-retention: 90 d}
#                                                                           ^^^^ Logs are kept for 90 d, less than the six months
`,
        fixed: `
stage: build
profiles: [eu-ai-act-high-risk]
monitoring: {designed: 2026-02-27, active-from: pilot-start, log-retention: 6 mo}
`,
      },
    ],
    good: [
      `
stage: production
profiles: [eu-ai-act-high-risk]
monitoring: {log-retention: 26 w}
`,
      `
stage: production
profiles: [eu-ai-act-high-risk]
monitoring: {log-retention: <how long logs are kept e.g. 12 mo>}
`,
      `
stage: production
profiles: [eu-ai-act-high-risk]
monitoring: {designed: 2026-02-27}
`,
      `
stage: production
monitoring: {log-retention: 90 d}
`,
    ],
  },
  check: {
    Monitoring(monitoring, context) {
      const retention = monitoring.get("log-retention");
      const days = retention?.value && convertTo(retention.value, "d");
      if (!retention?.value || days === undefined || days >= LOG_RETENTION.leastDays) return;
      context.report(
        retention,
        `Logs are kept for ${formatQuantity(retention.value)}, less than the ${LOG_RETENTION.inWords} that the EU AI Act asks of a high-risk system (${LOG_RETENTION.article}): whoever asks about a decision later finds nothing. Keep them longer, or say in a waiver which law forbids it.`,
        { fixes: rewrite(context, retention, LOG_RETENTION.least, { kind: "stub" }) },
      );
    },
  },
});
