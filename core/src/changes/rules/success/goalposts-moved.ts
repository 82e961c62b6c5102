import { from } from "../../../rules/severity.ts";
import { defineChangeRule } from "../../change-rule.ts";
import { judgeAgreement, judgeMilestones } from "../../goalposts/dates.ts";
import { judgeKpi, judgeMetric } from "../../goalposts/metric.ts";
import { judgeTarget } from "../../goalposts/target.ts";

export default defineChangeRule({
  id: "goalposts-moved",
  principle: "numeric-criteria",
  severity: { ...from("build", "warning"), ...from("pilot", "error") },
  summary: "Once the build has begun, success goes on meaning what was agreed: no target gets weaker or goes.",
  why: `Criteria are agreed before the build so that the result can be held against them. A target that is lowered once the
results are in always fits them: every project succeeds, nobody learns what to improve, and the business pays for a system
that is not what it agreed to. The same happens more quietly where the target keeps its number and something else moves:
the metric is turned round, or is measured elsewhere; the baseline is set lower; the day on which month six is counted is
put off after it was missed.

A target may turn out wrong. Then those who approved it agree on another one in the open: with a new date in
\`success-criteria.agreed\` the change is still shown, and weighs less. Or somebody accepts it with a waiver.`,
  silent: `For targets that get stronger or are added, for what was a placeholder, for ids that are renamed, and for other spellings of
the same value, such as a ratio of 0.93 in place of 93%. For plans at \`proposal\`, unless the date of the change says that the build had begun; where that date lies
before \`build-start\` it is but information. Where the direction of a metric cannot be read, or two values do not measure the
same thing, nobody can say which of two targets is weaker. Where a metric is to stay close to a value, targets are judged by how far
they are from that of month six, and that one by whether it comes nearer to what was measured, or else to the baseline.`,
  source: "Article, What the 12% do differently; Agreeing on what success looks like before you build",
  implies: ["criteria-agreed-after-build"],
  dated: true,
  examples: {
    bad: [
      {
        before: `
stage: build
milestones: {build-start: 2026-03-02}
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  latency: {kind: reliability, unit: s, direction: lower}
success-criteria:
  agreed: 2026-02-06
  approved-by: head-of-support
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%}
    latency: {month-1: 2.5 s, month-6: 2 s}
`,
        after: `
stage: build
milestones: {build-start: 2026-03-02}
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  latency: {kind: reliability, unit: s, direction: lower}
success-criteria:
  agreed: 2026-02-06
  approved-by: head-of-support
  targets:
    routing-accuracy: {month-1: 88%, month-6: 88%}
#                                             ^^^ The month-6 target of \`routing-accuracy\` was lowered from 93% to 88%, 12 weeks and 1 day after the build started (2026-03-02)
    latency: {month-1: 2.5 s, month-6: 3 s}
#                                      ^^^ The month-6 target of \`latency\` was raised from 2 s to 3 s (lower is better), 12 weeks and 1 day after
`,
        changedOn: "2026-05-26",
      },
      {
        before: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  time-to-right-team: {kind: business, unit: h, direction: lower, source: tickets}
success-criteria:
  targets:
    routing-accuracy: {baseline: 71%, month-1: 88%, month-6: 93%}
    time-to-right-team: {baseline: 4.2 h, month-1: 3 h, month-6: 1.5 h}
`,
        after: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  time-to-right-team: {kind: business, unit: h, direction: lower, source: pilot-log}
#                                                                         ^^^^^^^^^ \`time-to-right-team\` is measured from \`pilot-log\` and no longer from \`tickets\`
success-criteria:
  targets:
    routing-accuracy: {baseline: 65%, month-1: 88%}
#   ^^^^^^^^^^^^^^^^ The month-6 target of \`routing-accuracy\` (93%) was removed: nobody can say
#                                ^^^ The baseline of \`routing-accuracy\` was lowered from 71% to 65%
    time-to-right-team: {baseline: 4.2 h, month-1: 3 h, month-6: 1.5 h}
`,
      },
      {
        before: `
stage: production
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%, measured: {month-1: 84%}}
`,
        after: `
stage: production
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {month-1: 0.8, month-6: high, measured: {month-1: 88.5%}}
#                                                                       ^^^^^ The value measured in month 1 of \`routing-accuracy\` was raised from 84% to 88.5%
#                               ^^^ The month-1 target of \`routing-accuracy\` was lowered from 88% to 0.8
#                                             ^^^^ The month-6 target of \`routing-accuracy\` was 93% and is no longer a number
`,
      },
      {
        before: `
stage: production
milestones: {build-start: 2026-03-02, go-live: 2026-07-06}
`,
        after: `
stage: production
milestones: {build-start: 2026-03-02, go-live: 2026-09-07}
#                                              ^^^^^^^^^^ Go-live was put off from 2026-07-06 to 2026-09-07 (9 weeks later)
`,
      },
    ],
    good: [
      {
        before: `
stage: production
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: <target after six months>}
`,
        after: `
stage: production
metrics:
  routing-precision: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-precision: {month-6: 93%, month-1: 0.89, measured: {month-1: 90%}}
`,
      },
      {
        before: `
stage: proposal
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%}
`,
        after: `
stage: proposal
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {month-1: 80%}
`,
      },
    ],
  },
  judge: {
    Target: judgeTarget,
    Metric: judgeMetric,
    Outcome: judgeKpi,
    Plan: judgeMilestones,
    SuccessCriteria: judgeAgreement,
  },
});
