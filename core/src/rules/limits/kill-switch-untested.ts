import { compareDates, distanceInWords } from "../../quantity/index.ts";
import { askAgain } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "kill-switch-untested",
  principle: "operating-limits",
  severity: from("production", "warning"),
  summary: "The kill switch is tried before go-live, not after.",
  why: `A kill switch is needed most in the first days of real use. One that is first tried later has until then only been
believed in: the flag may be cached, the queue may go on draining, and the people who may throw it have never done so.
What a drill brings to light can be mended calmly before go-live, and only in haste after it.`,
  silent: `While \`operating-limits.autonomy\` is \`suggest\`, for a switch with no date in \`tested\` (\`missing-kill-switch\` says so), and
where the date of \`go-live\` is not known. A drill on the day of go-live counts.`,
  source: "Article, The gap between testing and production; NIST AI RMF, MANAGE 2.4",
  reads: ["milestones", "operating-limits"],
  examples: {
    bad: [
      {
        plan: `
stage: production
milestones: {go-live: 2026-07-06}
operating-limits:
  autonomy: act
  kill-switch: {how: Turn off the feature flag, operators: [routing-sre], max-time: 5 min, tested: 2026-07-27}
#                                                                                                  ^^^^^^^^^^ The kill switch was first tried on 2026-07-27, 3 weeks after go-live (2026-07-06)
`,
        fixed: `
stage: production
milestones: {go-live: 2026-07-06}
operating-limits:
  autonomy: act
  kill-switch: {how: Turn off the feature flag, operators: [routing-sre], max-time: 5 min, tested: <date of a drill before go-live YYYY-MM-DD>}
`,
      },
      {
        plan: `
stage: production
milestones:
  pilot-start: 2026-05-04
  go-live: 2026-07-06
operating-limits:
  autonomy: act-with-approval
  kill-switch:
    how: Pull the red plug
    tested: 2026-07-07
#           ^^^^^^^^^^ The kill switch was first tried on 2026-07-07, 1 day after go-live (2026-07-06)
`,
      },
    ],
    good: [
      `
stage: production
milestones: {go-live: 2026-07-06}
operating-limits: {autonomy: act, kill-switch: {how: Turn off the feature flag, tested: 2026-06-15}}
`,
      `
stage: production
milestones: {go-live: 2026-07-06}
operating-limits: {autonomy: act, kill-switch: {how: Turn off the feature flag, tested: 2026-07-06}}
`,
      `
stage: production
milestones: {go-live: 2026-07-06}
operating-limits: {autonomy: act, kill-switch: {how: Turn off the feature flag}}
`,
      `
stage: production
milestones: {go-live: 2026-07-06}
operating-limits: {autonomy: act, kill-switch: {how: Turn off the feature flag, tested: <date tested YYYY-MM-DD>}}
`,
      `
stage: production
milestones: {pilot-start: 2026-05-04}
operating-limits: {autonomy: act, kill-switch: {how: Turn off the feature flag, tested: 2026-07-27}}
`,
      `
stage: production
milestones: {go-live: 2026-07-06}
operating-limits: {autonomy: suggest, kill-switch: {how: Turn off the feature flag, tested: 2026-07-27}}
`,
      `
stage: pilot
milestones: {go-live: 2026-07-06}
operating-limits: {autonomy: act, kill-switch: {how: Turn off the feature flag, tested: 2026-07-27}}
`,
    ],
  },
  check: {
    KillSwitch(killSwitch, context) {
      const tested = killSwitch.get("tested");
      const goLive = context.find("milestone", "go-live");
      if (context.checked.due.onlySuggests || !tested?.value || !goLive?.value) return;
      if (compareDates(tested.value, goLive.value) <= 0) return;
      const distance = distanceInWords(goLive.value, tested.value);
      context.report(
        tested,
        `The kill switch was first tried on ${tested.value.text}, ${distance} go-live (${goLive.value.text}): until then the system acted on real work, and nobody knew whether it could be stopped. If there was a drill before go-live, write its date; a later one does not replace it.`,
        {
          related: [{ at: goLive, message: `Go-live is on ${goLive.value.text}` }],
          fixes: askAgain(context, tested, "date of a drill before go-live YYYY-MM-DD"),
        },
      );
    },
  },
});
