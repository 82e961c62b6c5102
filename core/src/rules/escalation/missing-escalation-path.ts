import { Trigger } from "../../language/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import { reportLacks } from "../report-lacks.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "missing-escalation-path",
  principle: "escalation-before-go-live",
  severity: ramp("pilot"),
  summary:
    "From pilot on, a plan has escalation paths, and every alarm that does more than call for a review names one.",
  why: `When output goes wrong on a Saturday, the first hour goes into finding out whose problem it is, while the system keeps
acting. An alarm that pauses the system or rolls it back without telling anyone leaves the people who work with it to
find out for themselves. Who is told, and who is next, is settled before go-live.`,
  silent: `For triggers whose \`do\` is \`review\`, missing or not readable, or whose \`escalate\` is a placeholder
or empty; for single triggers while there is no escalation path at all; where imported catalogs lend every path that the
plan uses, where an import cannot be read, and where the YAML around is broken. At the stage build it is a hint.`,
  source: "Article, What the 12% do differently",
  implies: ["undefined-escalation-path"],
  reads: ["escalation-paths", "operating-limits", "triggers"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
#      ^^^^^ Nothing says who is told when something goes wrong: there are no \`escalation-paths\`
operating-limits: {out-of-bounds: {do: hand-to-human, escalate: misroute}}
triggers:
  down: {metric: availability, below: 98%, do: rollback, escalate: outage}
  slow: {metric: latency, above: 3 s, do: notify}
`,
        fixed: `
stage: pilot
operating-limits: {out-of-bounds: {do: hand-to-human, escalate: misroute}}
triggers:
  down: {metric: availability, below: 98%, do: rollback, escalate: outage}
  slow: {metric: latency, above: 3 s, do: notify, escalate: <id of an escalation path>}
escalation-paths:
  misroute:
    hours: <business or 24x7>
    steps:
      - {notify: <id of a role>, via: <how they are reached e.g. phone>, within: <time to answer e.g. 15 min>}
  outage:
    hours: <business or 24x7>
    steps:
      - {notify: <id of a role>, via: <how they are reached e.g. phone>, within: <time to answer e.g. 15 min>}
`,
      },
      {
        plan: `
stage: production
triggers:
  down: {metric: availability, below: 98%, do: rollback}
# ^^^^ The alarm \`down\` does \`rollback\` and tells nobody
escalation-paths:
  outage: {hours: 24x7, steps: [{notify: routing-sre, via: phone, within: 5 min}]}
`,
        fixed: `
stage: production
triggers:
  down: {metric: availability, below: 98%, do: rollback, escalate: outage}
escalation-paths:
  outage: {hours: 24x7, steps: [{notify: routing-sre, via: phone, within: 5 min}]}
`,
      },
      {
        plan: `
stage: pilot
triggers:
  drift: {metric: drift, above: 0.2, do: review}
  slow:
# ^^^^ The alarm \`slow\` does \`notify\` and tells nobody
    metric: latency
    above: 3 s
    do: notify
escalation-paths:
  misroute: {hours: business}
  outage: {hours: 24x7}
`,
        fixed: `
stage: pilot
triggers:
  drift: {metric: drift, above: 0.2, do: review}
  slow:
    metric: latency
    above: 3 s
    do: notify
    escalate: <id of an escalation path>
escalation-paths:
  misroute: {hours: business}
  outage: {hours: 24x7}
`,
      },
    ],
    good: [
      `
stage: pilot
triggers:
  drift: {metric: drift, above: 0.2, do: review}
  down: {metric: availability, below: 98%, do: rollback, escalate: outage}
  slow: {metric: latency, above: 3 s, do: <what happens e.g. review>}
  late: {metric: latency, above: 3 s, do: notify, escalate: <id of an escalation path>}
  often: {metric: latency, above: 3 s, do: notify, escalate: }
escalation-paths:
  outage: {hours: 24x7}
`,
      `
-- org.aiplan --
aiplan: 1
kind: catalog
name: org
escalation-paths:
  outage: {hours: 24x7}
-- plan.aiplan --
stage: production
imports: [./org.aiplan]
triggers:
  down: {metric: availability, below: 98%, do: rollback, escalate: outage}
`,
      `
stage: production
imports: [./not-there.aiplan]
`,
      `
stage: production
triggers:
  down: {metric: availability, below: 98%, do: rollback}
 slow
escalation-paths:
  outage: {hours: 24x7}
`,
    ],
  },
  check: {
    Plan(plan, context) {
      reportLacks(
        context,
        plan,
        context.checked.sectionPlace("escalation-paths"),
        () =>
          "Nothing says who is told when something goes wrong: there are no `escalation-paths`. The first hour then goes into finding out whose problem it is, while the system keeps acting. Write who is told, how, and who is next if they do not answer.",
      );
    },
    Trigger(trigger, context) {
      checkTrigger(trigger, context);
    },
  },
});

/** An alarm that does something tells somebody. Without any escalation path that is said once, not of each alarm. */
function checkTrigger(trigger: NodeOf<typeof Trigger>, context: RuleContext): void {
  const action = trigger.get("do")?.value;
  if (action === undefined || action === "review" || trigger.entry("escalate") || trigger.section.broken) return;
  const paths = context.definitionsOf("escalation-path").map(({ id }) => id);
  if (paths.length === 0) return;
  const only = paths.length === 1 ? paths[0] : undefined;
  const value = only === undefined ? {} : { value: { kind: "scalar", text: only, placeholder: false } as const };
  const insertion = { name: "escalate", key: Trigger.keys.escalate, ...value };
  context.report(
    context.checked.nameOf(trigger),
    `The alarm \`${trigger.key?.text}\` does \`${action}\` and tells nobody: it has no \`escalate\`. People find out from those who suffer from it, and nobody knows who acts. Name the escalation path.`,
    {
      fixes: trigger.borrowed
        ? []
        : [context.insertFix(only ? `Insert \`escalate: ${only}\`` : "Insert `escalate`", trigger, [insertion])],
    },
  );
}
