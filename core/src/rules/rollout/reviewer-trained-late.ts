import { rolloutSchedule, type ScheduledStep } from "../../figures/rollout-schedule.ts";
import { compareDates, distanceInWords, type PlanDate } from "../../quantity/index.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

/** Where a role is named, what for, and the step from which on it is needed. */
interface Need {
  readonly role: ScalarNode<string>;
  readonly task: Task;
  readonly step: ScheduledStep;
  readonly begins: PlanDate;
}

type Task = keyof typeof WORDS;

const WORDS = {
  review: {
    does: "review the output",
    without: "until then they don't know what to look for, and what they let pass counts as evidence.",
  },
  stop: {
    does: "may have to stop the system",
    without: "until then they have to find out how while it does harm.",
  },
} as const;

export default defineRule({
  id: "reviewer-trained-late",
  principle: "stepwise-oversight",
  severity: from("pilot", "warning"),
  summary: "Reviewers, and those who may stop the system, are trained before the first step they are needed in.",
  why: `The first weeks are when most errors are there to be found, and when somebody may have to stop the system. People who have not
learned what to look for approve what looks plausible, and their approvals then count as evidence for the next step.`,
  silent: `For roles without a date in \`trained\` or that are not defined, and where it is not known when the step begins. A reviewer is
needed from the first step with review, someone who may use the kill switch from the first step with traffic. Training
on the first day of the step counts.`,
  source: "Article, What the 12% do differently; EU AI Act, Article 26(2)",
  reads: ["human-oversight", "milestones", "operating-limits", "roles", "rollout"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
milestones: {pilot-start: 2026-05-04, go-live: 2026-07-06}
human-oversight: {reviewers: triage-lead}
rollout:
  steps:
    - {id: shadow, traffic: 0%, mirror: 10%, review: 100%, starts: pilot-start}
    - {id: canary, traffic: 10%, review: 100%, starts: go-live}
roles:
  triage-lead: {contact: triage@example.com, trained: 2026-05-18}
#                                                     ^^^^^^^^^^ \`triage-lead\` is trained on 2026-05-18, 2 weeks after step \`shadow\` begins (2026-05-04), from which on they review the output
`,
      },
      {
        plan: `
stage: production
operating-limits:
  kill-switch: {operators: [triage-lead, routing-sre]}
human-oversight: {reviewers: triage-lead}
rollout:
  steps:
    - {id: shadow, traffic: 0%, review: 100%, starts: 2026-05-04, min-duration: 4 w}
    - {id: canary, traffic: 10%, review: 100%}
roles:
  triage-lead: {contact: triage@example.com, trained: 2026-05-04}
  routing-sre:
    contact: sre@example.com
    trained: 2026-06-02
#            ^^^^^^^^^^ \`routing-sre\` is trained on 2026-06-02, 1 day after step \`canary\` can begin (2026-06-01), from which on they may have to stop the system
`,
      },
      {
        plan: `
-- plan.aiplan --
stage: pilot
imports: [./org.aiplan]
human-oversight: {reviewers: triage-lead}
#                            ^^^^^^^^^^^ \`triage-lead\` is trained on 2026-07-07, 1 day after step \`canary\` began (2026-07-06)
rollout:
  steps: [{id: canary, traffic: 10%, review: 100%, starts: 2026-07-01, entered: 2026-07-06}]
-- org.aiplan --
aiplan: 1
kind: catalog
name: org
roles:
  triage-lead: {contact: triage@example.com, trained: 2026-07-07}
`,
      },
    ],
    good: [
      `
stage: production
operating-limits:
  kill-switch: {operators: [triage-lead, routing-sre]}
human-oversight: {reviewers: triage-lead}
rollout:
  steps:
    - {id: shadow, traffic: 0%, mirror: 10%, review: 100%, starts: 2026-05-04, min-duration: 4 w}
    - {id: canary, traffic: 10%, review: 100%}
roles:
  triage-lead: {contact: triage@example.com, trained: 2026-05-04}
  routing-sre: {contact: sre@example.com, trained: 2026-05-25}
`,
      `
stage: production
operating-limits:
  kill-switch: {operators: [<id of a role>, routing-sre, someone]}
human-oversight: {reviewers: triage-lead}
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%, starts: go-live, min-duration: 4 w}
    - {id: full, traffic: 100%, review: 10%}
roles:
  triage-lead: {contact: triage@example.com, trained: 2026-09-01}
  routing-sre: {contact: sre@example.com, trained: <date trained YYYY-MM-DD>}
  head-of-support: {contact: head@example.com, trained: 2027-01-01}
`,
      `
stage: production
human-oversight: {reviewers: triage-lead}
roles:
  triage-lead: {contact: triage@example.com, trained: 2026-09-01}
`,
      `
stage: build
human-oversight: {reviewers: triage-lead}
rollout: {steps: [{id: canary, traffic: 10%, review: 100%, starts: 2026-07-06}]}
roles:
  triage-lead: {contact: triage@example.com, trained: 2026-09-01}
`,
    ],
  },
  check: {
    Rollout(_rollout, context) {
      for (const need of needsOf(context)) checkTraining(need, context);
    },
  },
});

/** Who is needed and from when on; of a role that is needed for several things, the first in time. */
function needsOf(context: RuleContext): Iterable<Need> {
  const schedule = rolloutSchedule(context.checked);
  const needs = new Map<string, Need>();
  const add = (role: ScalarNode<string> | undefined, task: Task, key: "traffic" | "review") => {
    const step = schedule.find((one) => one.begins && (one.step.get(key)?.value?.base ?? 0) > 0);
    if (role?.value === undefined || !step?.begins) return;
    const known = needs.get(role.value);
    if (!known || compareDates(step.begins, known.begins) < 0)
      needs.set(role.value, { role, task, step, begins: step.begins });
  };
  add(context.plan.get("human-oversight")?.get("reviewers"), "review", "review");
  const operators = context.plan.get("operating-limits")?.get("kill-switch")?.get("operators")?.items() ?? [];
  for (const operator of operators) add(operator, "stop", "traffic");
  return needs.values();
}

function checkTraining({ role, task, step, begins }: Need, context: RuleContext): void {
  const trained = context.find("role", role)?.get("trained");
  if (!trained?.value || compareDates(trained.value, begins) <= 0) return;
  const { does, without } = WORDS[task];
  const distance = distanceInWords(begins, trained.value);
  const verb = step.step.has("entered") ? "began" : step.step.has("starts") ? "begins" : "can begin";
  // What a catalog says of a role is put right there, but it is this plan that it does not fit.
  const isOwn = trained.section.uri === context.file.uri;
  context.report(
    isOwn ? trained : role,
    `\`${role.value}\` is trained on ${trained.value.text}, ${distance} step \`${step.name}\` ${verb} (${begins.text}), from which on they ${does}: ${without} Train them before, or let the step begin later.`,
    {
      related: [
        isOwn
          ? { at: role, message: `Here \`${role.value}\` is named: they ${does}` }
          : { at: trained, message: `\`${role.value}\` is trained on ${trained.value.text}` },
        { at: step.step.get("entered") ?? step.step.get("starts") ?? step.step, message: `Step \`${step.name}\`` },
      ],
    },
  );
}
