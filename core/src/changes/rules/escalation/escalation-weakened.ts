import { from } from "../../../rules/severity.ts";
import { defineChangeRule } from "../../change-rule.ts";
import { judgeAlarm } from "../../escalation/alarm.ts";
import { judgeDeputy, judgeOutOfBounds, judgePath, judgeStep } from "../../escalation/path.ts";

export default defineChangeRule({
  id: "escalation-weakened",
  principle: "escalation-before-go-live",
  severity: { ...from("build", "warning"), ...from("production", "error") },
  summary: "Alarms fire as early as before, and the people they call are told as soon, at the same hours.",
  why: `Escalation paths and the alarms that lead to them are settled before the system goes live, while there is time to think.
They are taken back one line at a time: an alarm that fired too often gets a looser threshold, a step that nobody liked is
dropped, nights are left out. Each is small; together they mean that the first to notice a failure is a customer.`,
  silent: `For plans at \`proposal\`. For alarms that fire earlier, for steps and paths that are added or told sooner, and for ids that
are renamed. Which role is told, and over which channel, is not judged. A looser threshold or a longer time is a warning at
every stage.`,
  source: "Article, What the 12% do differently",
  implies: ["missing-escalation-path", "unmonitored-criterion", "escalation-dead-end", "escalation-hours-gap"],
  examples: {
    bad: [
      {
        before: `
stage: production
triggers:
  down: {metric: availability, below: 98%, for: 1 h, severity: sev1, do: rollback, escalate: outage}
  slow: {metric: latency, above: 3 s, for: 30 min, severity: sev3, do: notify, escalate: outage}
escalation-paths:
  outage:
    hours: 24x7
    steps:
      - {notify: routing-sre, via: phone, within: 5 min}
      - {notify: support-ops, via: phone, within: 30 min}
`,
        after: `
stage: production
triggers:
^^^^^^^^ The alarm \`slow\` was removed: what it watched for now goes unnoticed until users complain
  down: {metric: availability, below: 90%, for: 1 d, severity: sev3, do: notify, escalate: outage}
#                                     ^^^ The threshold (\`below\`) of alarm \`down\` was lowered from 98% to 90%
#                                               ^^^ The waiting time of alarm \`down\` was lengthened from 1 h to 1 d
#                                                              ^^^^ The severity of alarm \`down\` was changed from \`sev1\` to \`sev3\`
#                                                                        ^^^^^^ The reaction of alarm \`down\` was changed from \`rollback\` to \`notify\`
escalation-paths:
  outage:
    hours: business
#          ^^^^^^^^ The service hours of escalation path \`outage\` were changed from \`24x7\` to \`business\`
    steps:
#   ^^^^^ Step 2 (\`support-ops\`) of escalation path \`outage\` was removed
      - {notify: routing-sre, via: phone, within: 2 h}
#                                                 ^^^ The time to answer of step 1 of escalation path \`outage\` was lengthened from 5 min to 2 h
`,
      },
      {
        before: `
-- plan.aiplan --
stage: pilot
imports: [./org.aiplan]
triggers:
  down: {metric: availability, below: 98%, do: rollback, escalate: outage}
-- org.aiplan --
aiplan: 1
kind: catalog
escalation-paths:
  outage:
    hours: 24x7
    steps:
      - {notify: sre, via: phone, within: 5 min}
      - {notify: head, via: phone, within: 30 min}
`,
        after: `
-- plan.aiplan --
stage: pilot
imports: [./org.aiplan]
triggers:
  down: {metric: availability, below: 98%, do: rollback, escalate: outage}
-- org.aiplan --
aiplan: 1
kind: catalog
escalation-paths:
  outage:
    hours: 24x7
    steps:
#   ^^^^^ Step 2 (\`head\`) of escalation path \`outage\` was removed
      - {notify: sre, via: phone, within: 5 min}
`,
      },
    ],
    good: [
      {
        before: `
stage: production
triggers:
  down: {metric: availability, below: 98%, for: 1 h, severity: sev2, do: notify, escalate: outage}
escalation-paths:
  outage:
    hours: business
    steps:
      - {notify: routing-sre, via: phone, within: 5 min}
`,
        after: `
stage: production
triggers:
  unavailable: {metric: availability, below: 99%, for: 60 min, severity: sev1, do: notify, escalate: outage}
escalation-paths:
  outage:
    hours: 24x7
    steps:
      - {notify: routing-sre, via: pagerduty/routing, within: 300 s}
      - {notify: support-ops, via: phone, within: 30 min}
`,
      },
    ],
  },
  judge: {
    Trigger: judgeAlarm,
    EscalationPath: judgePath,
    EscalationStep: judgeStep,
    Role: judgeDeputy,
    OutOfBounds: judgeOutOfBounds,
  },
});
