import { rolloutSchedule, type ScheduledStep } from "../../figures/rollout-schedule.ts";
import { compareDates, distanceInWords, formatQuantity } from "../../quantity/index.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";
import { shown } from "../words.ts";

/** A trial: up to this share of the traffic, a gap can be lived with. */
const TRIAL = 0.1;

export default defineRule({
  id: "integration-gap-open",
  principle: "right-order",
  severity: from("pilot", "warning"),
  summary:
    "What is still missing in the connection to a system is closed before more than a trial's traffic goes through it.",
  why: `At a tenth of the traffic a missing connection is worked around by hand, and the workaround looks like a solution. With
more traffic the same gap is met every few minutes, and closing it then means changing a system that is in use. The
organisations that get this right close the gaps first and scale afterwards.

More than a trial is the first step of the rollout above ${TRIAL * 100}% of the traffic. It begins at the earliest when it says, or when
the steps ahead of it have lasted their shortest duration.`,
  silent: `Before the stage pilot, where the day of the gap or of that step is missing or cannot be worked out, for gaps closed by that
day, and for systems that a catalog lends.`,
  source: "Article, The path forward",
  reads: ["milestones", "rollout", "systems"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
milestones: {go-live: 2026-07-06}
systems:
  crm-db:
    gaps:
      - {what: No test account for the French shop, due: 2026-05-15}
      - {what: Writes back only once a day, due: 2026-08-03}
#                                                ^^^^^^^^^^ \`Writes back only once a day\` (\`crm-db\`) is to be closed by 2026-08-03, 2 weeks after \`quarter\` (25% of the traffic) can begin on 2026-07-20: what a trial works around
rollout:
  steps:
    - {id: canary, traffic: 10%, starts: go-live, min-duration: 2 w}
    - {id: quarter, traffic: 25%, min-duration: 2 w}
    - {id: full, traffic: 100%}
`,
      },
      {
        plan: `
stage: production
systems: {erp: {gaps: [{due: 2026-07-21}]}}
#                            ^^^^^^^^^^ A gap in the connection to \`erp\` is to be closed by 2026-07-21, 1 day after \`all\` (100% of the traffic) began on 2026-07-20
rollout: {steps: [{id: all, traffic: 100%, starts: 2026-07-06, entered: 2026-07-20}]}
`,
      },
    ],
    good: [
      `
stage: pilot
milestones: {go-live: 2026-07-06}
systems:
  crm-db: {gaps: [{what: No test account, due: 2026-07-20}, {what: No owner}, {what: No contract, due: <date it is closed>}]}
rollout:
  steps:
    - {id: canary, traffic: 10%, starts: go-live, min-duration: 2 w}
    - {id: quarter, traffic: 25%}
`,
      `
stage: pilot
milestones: {go-live: 2026-07-06}
systems:
  crm-db: {gaps: [{what: No test account, due: 2027-07-20}]}
rollout:
  steps:
    - {id: canary, traffic: 10%, starts: go-live}
    - {id: quarter, traffic: 25%}
`,
      `
stage: pilot
milestones: {go-live: 2026-07-06}
systems:
  crm-db: {gaps: [{what: No test account, due: 2027-07-20}]}
rollout: {steps: [{id: trial, traffic: 10%, starts: go-live}, {id: open, traffic: <share of items>, starts: go-live}]}
`,
      `
stage: build
systems:
  crm-db: {gaps: [{what: No test account, due: 2027-07-20}]}
rollout: {steps: [{id: all, traffic: 100%, starts: 2026-07-06}]}
`,
    ],
  },
  check: {
    System(system, context) {
      const scaling = firstAboveTrial(context.checked);
      const traffic = scaling?.step.get("traffic");
      if (!scaling?.begins || !traffic?.value) return;
      const hasBegun = scaling.step.has("entered");
      const began = hasBegun ? "began" : "can begin";
      for (const gap of system.get("gaps")?.items() ?? []) {
        const due = gap.get("due");
        if (!due?.value || compareDates(due.value, scaling.begins) <= 0) continue;
        const what = gap.get("what")?.value;
        const id = `\`${system.key?.text}\``;
        const distance = distanceInWords(scaling.begins, due.value);
        context.report(
          due,
          `${what === undefined ? `A gap in the connection to ${id}` : `${shown(what)} (${id})`} is to be closed by ${due.value.text}, ${distance} \`${scaling.name}\` (${formatQuantity(traffic.value)} of the traffic) ${began} on ${scaling.begins.text}: what a trial works around by hand then fails all the time. Close it before that step, or ${hasBegun ? "go back to the step before" : "let the step wait for it"}.`,
          { related: [{ at: traffic, message: `\`${scaling.name}\` is the first step above a trial` }] },
        );
      }
    },
  },
});

function firstAboveTrial(checked: CheckedPlan): ScheduledStep | undefined {
  return rolloutSchedule(checked).find(({ step }) => (step.get("traffic")?.value?.base ?? 0) > TRIAL);
}
