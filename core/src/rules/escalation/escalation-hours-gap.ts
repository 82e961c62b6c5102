import type { EscalationPath, Trigger } from "../../language/index.ts";
import type { NodeOf, ScalarNode } from "../../syntax/nodes.ts";
import type { Fix } from "../finding.ts";
import { listNames } from "../messages.ts";
import { rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

type Path = NodeOf<typeof EscalationPath>;

/** An alarm that can't wait, and where it says who is told. */
interface Alarm {
  readonly trigger: NodeOf<typeof Trigger>;
  readonly escalate: ScalarNode<string>;
  readonly severity: "sev1" | "sev2";
}

export default defineRule({
  id: "escalation-hours-gap",
  principle: "escalation-before-go-live",
  severity: from("production", "warning"),
  summary: "A critical alarm (`sev1`) goes to an escalation path on which somebody answers day and night.",
  why: `Business hours are less than a quarter of the week. A critical alarm that goes off on a Friday evening on a path that is
staffed in business hours is read on Monday, while the system keeps acting for two days and three nights. Either somebody
is on call for it, or it is not critical, and the plan should say which.`,
  silent: `Before production; for alarms of \`sev3\` and \`sev4\`; where the severity, the path or its hours are missing or cannot be
read. A serious alarm (\`sev2\`) on such a path is only information: "today" may well mean within business hours.`,
  source: "Article, What the 12% do differently",
  reads: ["escalation-paths", "triggers"],
  examples: {
    bad: [
      {
        plan: `
stage: production
triggers:
  down: {metric: availability, below: 98%, severity: sev1, do: rollback, escalate: outage}
  wrong: {metric: accuracy, below: 70%, severity: sev1, do: pause, escalate: outage}
escalation-paths:
  outage:
    hours: business
#          ^^^^^^^^ The critical alarms \`down\` and \`wrong\` (\`sev1\`) go to \`outage\`, where nobody answers outside business hours
    steps: [{notify: routing-sre, via: phone, within: 5 min}]
`,
        fixed: `
stage: production
triggers:
  down: {metric: availability, below: 98%, severity: sev1, do: rollback, escalate: outage}
  wrong: {metric: accuracy, below: 70%, severity: sev1, do: pause, escalate: outage}
escalation-paths:
  outage:
    hours: 24x7
    steps: [{notify: routing-sre, via: phone, within: 5 min}]
`,
      },
      {
        plan: `
stage: production
triggers:
  slow: {metric: latency, above: 3 s, severity: sev2, do: notify, escalate: misroute}
escalation-paths:
  misroute: {hours: business, steps: [{notify: triage-lead, via: phone, within: 15 min}]}
#                   ^^^^^^^^ The serious alarm \`slow\` (\`sev2\`) goes to \`misroute\`, where nobody answers outside business hours
`,
      },
      {
        plan: `
-- org.aiplan --
aiplan: 1
kind: catalog
name: org
escalation-paths:
  outage: {hours: business, steps: [{notify: sre, via: phone, within: 5 min}]}
  on-call: {hours: 24x7, steps: [{notify: sre, via: phone, within: 5 min}]}
-- plan.aiplan --
stage: production
imports: [./org.aiplan]
triggers:
  down: {metric: availability, below: 98%, severity: sev1, do: rollback, escalate: outage}
#                                                                                  ^^^^^^ The critical alarm \`down\` (\`sev1\`) goes to \`outage\`
`,
        fixed: `
-- org.aiplan --
aiplan: 1
kind: catalog
name: org
escalation-paths:
  outage: {hours: business, steps: [{notify: sre, via: phone, within: 5 min}]}
  on-call: {hours: 24x7, steps: [{notify: sre, via: phone, within: 5 min}]}
-- plan.aiplan --
stage: production
imports: [./org.aiplan]
triggers:
  down: {metric: availability, below: 98%, severity: sev1, do: rollback, escalate: on-call}
`,
      },
    ],
    good: [
      `
stage: production
triggers:
  down: {metric: availability, below: 98%, severity: sev1, do: rollback, escalate: outage}
  drift: {metric: drift, above: 0.2, severity: sev3, do: review, escalate: misroute}
  often: {metric: errors, above: 5%, do: notify, escalate: misroute}
  wrong: {metric: accuracy, below: 70%, severity: sev1, do: pause, escalate: later}
  worse: {metric: accuracy, below: 60%, severity: sev1, do: pause, escalate: open}
  worst: {metric: accuracy, below: 50%, severity: sev1, do: pause, escalate: nobody-defined}
escalation-paths:
  outage: {hours: 24x7, steps: [{notify: routing-sre, via: phone, within: 5 min}]}
  misroute: {hours: business, steps: [{notify: triage-lead, via: phone, within: 15 min}]}
  later: {hours: <business or 24x7>, steps: [{notify: triage-lead, via: phone, within: 15 min}]}
  open: {steps: [{notify: triage-lead, via: phone, within: 15 min}]}
`,
      `
stage: pilot
triggers:
  down: {metric: availability, below: 98%, severity: sev1, do: rollback, escalate: outage}
escalation-paths:
  outage: {hours: business, steps: [{notify: routing-sre, via: phone, within: 5 min}]}
`,
    ],
  },
  check: {
    Plan(plan, context) {
      const byPath = new Map<Path, Alarm[]>();
      for (const { value: trigger } of plan.get("triggers")?.items() ?? []) {
        const severity = trigger.get("severity")?.value;
        const escalate = trigger.get("escalate");
        const path = context.find("escalation-path", escalate);
        if (!escalate || !path || path.get("hours")?.value !== "business") continue;
        if (severity !== "sev1" && severity !== "sev2") continue;
        byPath.set(path, [...(byPath.get(path) ?? []), { trigger, escalate, severity }]);
      }
      for (const [path, alarms] of byPath) reportGap(path, alarms, context);
    },
  },
});

/** Said once of a path, however many alarms go to it; where a catalog lends it, at the first alarm. */
function reportGap(path: Path, all: readonly Alarm[], context: RuleContext): void {
  const critical = all.filter(({ severity }) => severity === "sev1");
  const alarms = critical.length > 0 ? critical : all;
  const [first] = alarms;
  const hours = path.get("hours");
  if (!first || !hours) return;
  const isOwn = path.section.uri === context.file.uri;
  const names = listNames(alarms.map(({ trigger }) => trigger.key?.text ?? ""));
  const weight = critical.length > 0 ? "critical" : "serious";
  const what = alarms.length > 1 ? `The ${weight} alarms ${names}` : `The ${weight} alarm ${names}`;
  context.report(
    isOwn ? hours : first.escalate,
    `${what} (\`${first.severity}\`) ${alarms.length > 1 ? "go" : "goes"} to \`${path.key?.text}\`, where nobody answers outside business hours: on a Friday evening it waits until Monday, and the system keeps acting. Put somebody on call (\`24x7\`), or send it to a path where somebody is.`,
    {
      severity: critical.length > 0 ? undefined : "info",
      related: isOwn
        ? alarms.map(({ trigger, severity }) => ({
            at: context.checked.nameOf(trigger),
            message: `\`${trigger.key?.text}\` is of severity \`${severity}\``,
          }))
        : [{ at: hours, message: `\`${path.key?.text}\` is staffed in business hours` }],
      fixes: [
        ...(isOwn ? rewrite(context, hours, "24x7", { kind: "stub" }) : []),
        ...onCallPaths(context).map((id) => sendTo(id, alarms, !isOwn, context)),
      ],
    },
  );
}

/** More paths than this are better looked up in the plan. */
const MOST_PATHS = 3;

function onCallPaths(context: RuleContext): string[] {
  const ids = context.definitionsOf("escalation-path").map(({ id }) => id);
  const onCall = ids.filter((id) => context.find("escalation-path", id)?.get("hours")?.value === "24x7");
  return [...new Set(onCall)].slice(0, MOST_PATHS);
}

function sendTo(id: string, alarms: readonly Alarm[], preferred: boolean, context: RuleContext): Fix | undefined {
  const changes = alarms.flatMap(({ escalate }) => rewrite(context, escalate, id));
  if (changes.length < alarms.length) return undefined;
  const title = `Send ${listNames(alarms.map(({ trigger }) => trigger.key?.text ?? ""))} to \`${id}\``;
  return { title, kind: "stub", preferred, edits: () => changes.flatMap((change) => change.edits()) };
}
