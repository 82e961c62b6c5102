import { from } from "../../../rules/severity.ts";
import { defineChangeRule } from "../../change-rule.ts";
import { judgeActionAutonomy, judgeAutonomy, judgePlan, judgeReviewers } from "../../oversight/people.ts";
import { judgeGate, judgeLadder, judgeStep } from "../../oversight/step.ts";

export default defineChangeRule({
  id: "oversight-weakened",
  principle: "stepwise-oversight",
  severity: { ...from("build", "warning"), ...from("production", "error") },
  summary: "Review is reduced along the plan's own steps and on evidence, not by rewriting the steps.",
  why: `A rollout says beforehand how much people review at each step, and what must have been measured before the next. Whoever
rewrites a step instead of earning it, by lowering its share of reviews, loosening its gate or letting it last a week, reduces
oversight because it is in the way, not because it is no longer needed. Projects often fail right after that: the errors that
review would have shown are met by users.`,
  silent: `For plans at \`proposal\`. For moving from one step to the next, which is what the steps are for. Where what was measured
meets every gate of the step whose review or traffic changes: that is evidence. For more review, stricter gates, longer steps and
ids that are renamed, for the gates of steps that were entered already, and for last steps that are taken out: the rollout then
stops short of them.`,
  source: "Article, What the 12% do differently; EU AI Act, Article 14",
  implies: ["change-without-evidence", "ladder-not-monotonic", "oversight-removed", "overrides-not-logged"],
  examples: {
    bad: [
      {
        before: `
stage: production
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%, min-duration: 4 w}
    - {id: half, traffic: 50%, review: 50%, min-duration: 4 w, when: [{metric: accuracy, at-least: 90%, for: 2 w, min-samples: 3000}]}
    - {id: full, traffic: 100%, review: 10%, when: [{metric: accuracy, at-least: 92%}, {metric: override-rate, at-most: 8%}]}
`,
        after: `
stage: production
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 20%, min-duration: 1 w}
#                                        ^^^ The share reviewed of rollout step \`canary\` was lowered from 100% to 20%
#                                                           ^^^ The shortest duration of rollout step \`canary\` was shortened from 4 w to 1 w
    - {id: half, traffic: 80%, review: 50%, min-duration: 4 w, when: [{metric: accuracy, at-least: 85%, for: 3 d, min-samples: 100}]}
#                         ^^^ The traffic of rollout step \`half\` was raised from 50% to 80%
#                                                                                                  ^^^ The threshold (\`at-least\`) of the gate on \`accuracy\` of rollout step \`half\` was lowered from 90% to 85%
#                                                                                                            ^^^ The time to hold of the gate on \`accuracy\` of rollout step \`half\` was shortened from 2 w to 3 d
#                                                                                                                              ^^^ The least number of samples of the gate on \`accuracy\` of rollout step \`half\` was lowered from 3,000 to 100
    - {id: full, traffic: 100%, review: 10%, when: [{metric: accuracy, at-least: 92%}]}
#                                            ^^^^ The gate on \`override-rate\` of rollout step \`full\` was removed
`,
      },
      {
        before: `
stage: production
risk-tier: high
operating-limits: {autonomy: act-with-approval}
human-oversight: {reviewers: triage-lead, capacity: 500 item/d, sampling: random, overrides-logged: true}
rollout:
  current: canary
  steps:
    - {id: canary, traffic: 10%, review: 100%}
    - {id: half, traffic: 50%, review: 50%, when: [{metric: accuracy, at-least: 90%}]}
    - {id: full, traffic: 100%, review: 10%, when: [{metric: accuracy, at-least: 92%}]}
`,
        after: `
stage: production
risk-tier: limited
#          ^^^^^^^ The risk tier was changed from \`high\` to \`limited\`
operating-limits: {autonomy: act}
#                            ^^^ The autonomy was changed from \`act-with-approval\` to \`act\`
human-oversight: {reviewers: triage-lead, capacity: 500 item/d, sampling: risk-based, overrides-logged: false}
#                                                                         ^^^^^^^^^^ The sampling of the reviews was changed from \`random\` to \`risk-based\`
#                                                                                                       ^^^^^ Overrides are no longer logged
rollout:
  current: full
#          ^^^^ The rollout went from \`canary\` to \`full\` and left out \`half\`
  steps:
    - {id: canary, traffic: 10%, review: 100%}
    - {id: half, traffic: 50%, review: 50%, when: [{metric: accuracy, at-least: 90%}]}
    - {id: full, traffic: 100%, review: 10%, when: [{metric: accuracy, at-least: 92%}]}
`,
      },
    ],
    good: [
      {
        before: `
stage: production
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    accuracy: {month-1: 88%, month-6: 93%}
rollout:
  current: canary
  steps:
    - {id: canary, traffic: 10%, review: 100%, entered: 2026-07-06}
    - {id: half, traffic: 50%, review: 50%, when: [{metric: accuracy, at-least: 90%, for: 2 w}]}
`,
        after: `
stage: production
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    accuracy: {month-1: 88%, month-6: 93%, measured: {month-1: 91%}}
rollout:
  current: half
  steps:
    - {id: canary, traffic: 10%, review: 100%, entered: 2026-07-06}
    - {id: half, traffic: 50%, review: 40%, entered: 2026-08-10, when: [{metric: accuracy, at-least: 91%, for: 14 d}]}
    - {id: full, traffic: 100%, review: 10%, when: [{metric: accuracy, at-least: 92%}]}
`,
      },
    ],
  },
  judge: {
    RolloutStep: judgeStep,
    Gate: judgeGate,
    Rollout: judgeLadder,
    HumanOversight: judgeReviewers,
    OperatingLimits: judgeAutonomy,
    AllowedAction: judgeActionAutonomy,
    Plan: judgePlan,
  },
});
