import { reportLacks } from "../report-lacks.ts";
import { defineRule } from "../rule.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "missing-kill-switch",
  principle: "operating-limits",
  severity: ramp("pilot"),
  summary: "From pilot on, a plan says how people stop the system at once, and in production that this was tried.",
  why: `A system that acts does harm at the speed of a machine. Without a switch that somebody may throw at once, stopping it
takes a ticket, a release or a call to the vendor, and it goes on acting until then. A switch that nobody is named for
waits for permission, and one that was never thrown may stop the screen and leave the queue running.`,
  silent: `While \`operating-limits.autonomy\` is \`suggest\`, where there are no \`operating-limits\` at all
(\`missing-operating-limits\` says so) or no \`autonomy\` in them, and where the YAML around is broken. At the stage build it is
a hint; so is, at the stage pilot, a switch that is not tested yet.`,
  source: "Article, The gap between testing and production; NIST AI RMF, MANAGE 2.4; EU AI Act, Article 14(4)(e)",
  reads: ["operating-limits"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
operating-limits:
^^^^^^^^^^^^^^^^ Nothing says how this system is stopped: there is no \`kill-switch\`
  autonomy: act
  min-confidence: 0.75
`,
        fixed: `
stage: pilot
operating-limits:
  autonomy: act
  min-confidence: 0.75
  kill-switch: {how: <how it is stopped>, operators: [<id of a role>], max-time: <longest time to stop it e.g. 5 min>, tested: <date tested YYYY-MM-DD>}
`,
      },
      {
        plan: `
stage: pilot
operating-limits:
  autonomy: act
  kill-switch: {how: Turn off the feature flag, tested: 2026-06-15}
# ^^^^^^^^^^^ The kill switch lacks \`operators\` and \`max-time\`
`,
        fixed: `
stage: pilot
operating-limits:
  autonomy: act
  kill-switch: {how: Turn off the feature flag, operators: [<id of a role>], max-time: <longest time to stop it e.g. 5 min>, tested: 2026-06-15}
`,
      },
      {
        plan: `
stage: production
operating-limits:
  autonomy: act-with-approval
  kill-switch:
# ^^^^^^^^^^^ The kill switch was never tried: there is no date in \`tested\`
    how: Turn off the feature flag
    operators: [routing-sre]
    max-time: 5 min
`,
        fixed: `
stage: production
operating-limits:
  autonomy: act-with-approval
  kill-switch:
    how: Turn off the feature flag
    operators: [routing-sre]
    max-time: 5 min
    tested: <date tested YYYY-MM-DD>
`,
      },
    ],
    good: [
      `
stage: production
operating-limits:
  autonomy: act
  kill-switch: {how: Turn off the feature flag, operators: [routing-sre], max-time: 5 min, tested: 2026-06-15}
`,
      `
stage: production
operating-limits: {autonomy: suggest}
`,
      `
stage: pilot
operating-limits:
  autonomy: suggest
  kill-switch: {how: Turn off the feature flag}
`,
      `
stage: production
`,
      `
stage: production
operating-limits: {min-confidence: 0.75}
`,
      `
stage: production
operating-limits:
  autonomy: act
  kill-switch: <how the system is stopped>
`,
      `
stage: production
operating-limits:
  autonomy: act
 kill-switch
`,
    ],
  },
  check: {
    OperatingLimits(limits, context) {
      reportLacks(
        context,
        limits,
        context.checked.nameOf(limits),
        () =>
          "Nothing says how this system is stopped: there is no `kill-switch`. When it does harm, it goes on acting while people look for someone who can and may stop it. Write how it is stopped, who may do it, and how long that takes.",
      );
    },
    KillSwitch(killSwitch, context) {
      reportLacks(context, killSwitch, context.checked.nameOf(killSwitch), (keys, names) =>
        names.length === 1 && names[0] === "tested"
          ? "The kill switch was never tried: there is no date in `tested`. A switch that was never thrown may stop less than everyone believes, and that shows on the day it is needed. Try it before go-live and write the date."
          : `The kill switch lacks ${keys}. Whoever has to stop the system must know how, be allowed to, and have tried it; else it goes on acting while they find out.`,
      );
    },
  },
});
