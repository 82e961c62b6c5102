import type { EscalationStep } from "../../language/index.ts";
import { convertTo, formatNumber, type Quantity } from "../../quantity/index.ts";
import type { NodeOf, ScalarNode } from "../../syntax/nodes.ts";
import { INCIDENT_REPORT, REGULATION } from "../eu-ai-act-obligations.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";

type Step = NodeOf<typeof EscalationStep>;

export default defineRule({
  id: "eu-ai-act-incident-report",
  profile: "eu-ai-act-high-risk",
  principle: "escalation-before-go-live",
  severity: { pilot: "warning", production: "error" },
  summary: `The escalation of a critical alarm has come to its end within ${INCIDENT_REPORT.mostDays} days, in time for a serious incident to be reported.`,
  why: `A serious incident is reported to the authority at the latest ${INCIDENT_REPORT.mostDays} days after somebody knew of it, and the first alarm is
that moment. Mostly the one who has to report stands at the end of the escalation path. If the steps before add up to
more, the report is late before it is begun.`,
  silent: `For alarms below \`sev1\`, where a step has no \`within\` that can be read, and for paths that are not defined. Shorter limits
that hold for some incidents, such as a death, are not looked at: a plan does not say which kind an alarm stands for.`,
  source: `${REGULATION}, ${INCIDENT_REPORT.article}`,
  reads: ["escalation-paths", "triggers"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
profiles: [eu-ai-act-high-risk]
triggers:
  harm: {metric: complaints, above: 3 item, severity: sev1, do: pause, escalate: harm}
escalation-paths:
  harm:
    hours: 24x7
    steps:
      - {notify: case-lead, via: phone, within: 1 d}
      - {notify: quality, via: mail, within: 10 d}
      - {notify: legal, via: mail, within: 1 w}
#                                          ^^^ By this step of \`harm\` 18 days have passed since the alarm (1 d + 10 d + 1 w)
`,
      },
    ],
    good: [
      `
stage: production
profiles: [eu-ai-act-high-risk]
triggers:
  harm: {metric: complaints, above: 3 item, severity: sev1, do: pause, escalate: harm}
  slow: {metric: latency, above: 3 s, severity: sev3, do: notify, escalate: slow}
  open: {metric: latency, above: 9 s, severity: sev1, do: notify, escalate: open}
  lost: {metric: latency, above: 9 s, severity: sev1, do: notify, escalate: nobody-defined}
escalation-paths:
  harm: {hours: 24x7, steps: [{notify: case-lead, via: phone, within: 1 d}, {notify: legal, via: mail, within: 14 d}]}
  slow: {hours: 24x7, steps: [{notify: case-lead, via: phone, within: 20 d}]}
  open: {hours: 24x7, steps: [{notify: case-lead, via: phone}, {notify: legal, via: mail, within: 20 d}]}
`,
      `
stage: production
triggers:
  harm: {metric: complaints, above: 3 item, severity: sev1, do: pause, escalate: harm}
escalation-paths:
  harm: {hours: 24x7, steps: [{notify: case-lead, via: phone, within: 20 d}]}
`,
    ],
  },
  check: {
    Plan(plan, context) {
      const said = new Set<string>();
      for (const { value: trigger } of plan.get("triggers")?.items() ?? []) {
        const escalate = trigger.get("escalate");
        if (trigger.get("severity")?.value !== "sev1" || escalate?.value === undefined || said.has(escalate.value))
          continue;
        said.add(escalate.value);
        checkPath(escalate, context);
      }
    },
  },
});

/** Adds up the steps of a path until the time is over; a hand-over ends it, as its own path is looked at for its own alarms. */
function checkPath(escalate: ScalarNode<string>, context: RuleContext): void {
  const path = context.find("escalation-path", escalate);
  const passed: Quantity[] = [];
  for (const step of path?.get("steps")?.items() ?? []) {
    const within = step.get("within");
    if (!within?.value) return;
    passed.push(within.value);
    const days = inDays(passed);
    if (days <= INCIDENT_REPORT.mostDays) continue;
    reportLate(within, step, days, passed, escalate, context);
    return;
  }
}

function inDays(times: readonly Quantity[]): number {
  return times.reduce((sum, time) => sum + (convertTo(time, "d") ?? 0), 0);
}

function reportLate(
  within: ScalarNode<Quantity>,
  step: Step,
  days: number,
  passed: readonly Quantity[],
  escalate: ScalarNode<string>,
  context: RuleContext,
): void {
  const isOwn = step.section.uri === context.file.uri;
  const sum = passed.map(({ text }) => text).join(" + ");
  context.report(
    isOwn ? within : escalate,
    `By ${isOwn ? "this step" : "one of the steps"} of \`${escalate.text}\` ${formatNumber(days)} days have passed since the alarm (${sum}), but a serious incident has to be reported within ${INCIDENT_REPORT.mostDays} (EU AI Act, ${INCIDENT_REPORT.article}): whoever reports it hears of it too late. Shorten the steps, or tell them earlier.`,
    {
      related: [
        isOwn
          ? { at: escalate, message: `A critical alarm goes to \`${escalate.text}\`` }
          : { at: within, message: "The step that is too late" },
      ],
    },
  );
}
