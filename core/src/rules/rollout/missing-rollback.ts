import { reportLacks } from "../report-lacks.ts";
import { defineRule } from "../rule.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "missing-rollback",
  principle: "escalation-before-go-live",
  severity: ramp("pilot"),
  summary:
    "From pilot on, a plan says how the system is taken out of use again, and in production that this was tried.",
  why: `When the output goes wrong, the way back must be short and known. A rollback without an owner waits for a meeting, one
without a time limit takes as long as it takes, and one that nobody has tried fails when it is needed, for the old way
of working has been forgotten by then.`,
  silent: `While \`operating-limits.autonomy\` is \`suggest\`, where the whole \`rollout\` is missing (\`missing-key\` says so), and where the
YAML around is broken. At the stage build it is a hint; so is, at the stage pilot, a rollback that is not tested yet.`,
  source: "Article, What the 12% do differently; Kubernetes Production Readiness Review, rollback planning",
  reads: ["operating-limits", "rollout"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
rollout:
^^^^^^^ The rollout has no way back: there is no \`rollback\`
  steps: [{id: canary, traffic: 10%, review: 100%, starts: 2026-07-06}]
`,
        fixed: `
stage: pilot
rollout:
  rollback: {max-time: <longest time to go back e.g. 10 min>, tested: <date tested YYYY-MM-DD>, owner: <id of a role>}
  steps: [{id: canary, traffic: 10%, review: 100%, starts: 2026-07-06}]
`,
      },
      {
        plan: `
stage: pilot
rollout:
  rollback: {to: manual-queue, tested: 2026-06-15}
# ^^^^^^^^ The rollback lacks \`max-time\` and \`owner\`
`,
        fixed: `
stage: pilot
rollout:
  rollback: {to: manual-queue, max-time: <longest time to go back e.g. 10 min>, tested: 2026-06-15, owner: <id of a role>}
`,
      },
      {
        plan: `
stage: production
rollout:
  rollback:
# ^^^^^^^^ The rollback was never tried: there is no date in \`tested\`
    max-time: 10 min
    owner: routing-sre
`,
        fixed: `
stage: production
rollout:
  rollback:
    max-time: 10 min
    tested: <date tested YYYY-MM-DD>
    owner: routing-sre
`,
      },
    ],
    good: [
      `
stage: pilot
rollout:
  rollback: {max-time: 10 min, tested: 2026-06-15, owner: routing-sre}
`,
      `
stage: pilot
operating-limits: {autonomy: suggest}
rollout:
  rollback: {to: manual-queue}
`,
      `
stage: pilot
`,
      `
stage: pilot
rollout:
  rollback: <how the system is taken out of use>
`,
      `
stage: pilot
rollout:
  current: canary
 steps
`,
    ],
  },
  check: {
    Rollout(rollout, context) {
      reportLacks(
        context,
        rollout,
        context.checked.nameOf(rollout),
        () =>
          "The rollout has no way back: there is no `rollback`. When the output goes wrong, the system keeps acting while people look for someone who may stop it. Write who takes it out of use and how long that may take.",
      );
    },
    Rollback(rollback, context) {
      reportLacks(context, rollback, context.checked.nameOf(rollback), (keys, names) =>
        names.length === 1 && names[0] === "tested"
          ? "The rollback was never tried: there is no date in `tested`. A way back that nobody has walked takes longer than anyone thinks, on the day it is needed. Try it before go-live and write the date."
          : `The rollback lacks ${keys}. Without an owner it waits for a meeting, and without a time limit and a trial nobody knows how long the harm goes on.`,
      );
    },
  },
});
