import { compareDates } from "../../../quantity/index.ts";
import { from } from "../../../rules/severity.ts";
import { defineChangeRule } from "../../change-rule.ts";
import { type Consequence, reportLost, reportMoved, wordsOnlyIn } from "../../judging.ts";
import { saySame } from "../../meaning.ts";

const REVIEW: Consequence = {
  so: "what the alarms show is no longer looked at by anybody who may decide",
  advice: "Put it back, or let another review take it over.",
};
const LOGS: Consequence = {
  so: "decisions that are questioned later can no longer be explained",
  advice: "Keep logs as long as before; the EU AI Act asks for 6 months at the least where the risk is high.",
};

export default defineChangeRule({
  id: "monitoring-weakened",
  principle: "monitoring-from-day-one",
  severity: from("build", "warning"),
  summary: "Monitoring starts as early, logs are kept as long, and alarms lead to reviews as before.",
  why: `Output quality is watched from the first release, because what a pilot never shows is seen only then. Monitoring that is put
off until after go-live, logs that are kept for weeks in place of a year, reviews that no longer meet: each takes away what the
team would have learnt from the first months, and nobody misses it until a wrong decision has to be explained.`,
  silent: `For plans at \`proposal\`, and for monitoring that starts earlier or keeps more. Where the start moves with the milestone that
it names, that milestone has moved and not the monitoring.`,
  source: "Article, What the 12% do differently; EU AI Act, Articles 26(6) and 72",
  implies: ["missing-monitoring", "monitoring-too-late", "review-unattended"],
  examples: {
    bad: [
      {
        before: `
stage: pilot
milestones: {pilot-start: 2026-05-04, go-live: 2026-07-06}
monitoring: {active-from: pilot-start, log-retention: 12 mo}
reviews:
  quality-review: {triggered-by: [accuracy-drop, drift], at-latest-every: 1 mo, chair: triage-lead}
`,
        after: `
stage: pilot
milestones: {pilot-start: 2026-05-04, go-live: 2026-07-06}
monitoring: {active-from: 2026-08-03, log-retention: 30 d}
#                         ^^^^^^^^^^ Monitoring now starts on 2026-08-03 and no longer on 2026-05-04
#                                                    ^^^^ The time for which logs are kept was shortened from 12 mo to 30 d
reviews:
  quality-review: {triggered-by: [accuracy-drop], at-latest-every: 6 mo, chair: triage-lead}
#                  ^^^^^^^^^^^^ The alarm \`drift\` of review \`quality-review\` was removed
#                                                                  ^^^^ The longest time between two reviews of review \`quality-review\` was lengthened from 1 mo to 6 mo
`,
      },
      {
        before: `
stage: production
monitoring: {log-retention: 12 mo}
reviews:
  quality-review: {chair: triage-lead}
  security-review: {chair: security}
`,
        after: `
stage: production
#      ^^^^^^^^^^ The section \`monitoring\` was removed
#      ^^^^^^^^^^ The reviews \`quality-review\` and \`security-review\` were removed
`,
      },
    ],
    good: [
      {
        before: `
stage: pilot
milestones: {pilot-start: 2026-05-04}
monitoring: {active-from: pilot-start, log-retention: 12 mo}
triggers:
  drift: {metric: psi, above: 0.2}
reviews:
  quality-review: {triggered-by: [drift], at-latest-every: 1 mo}
`,
        after: `
stage: pilot
milestones: {pilot-start: 2026-05-11}
monitoring: {active-from: pilot-start, log-retention: 2 y}
reviews:
  weekly-review: {triggered-by: [], at-latest-every: 1 mo}
`,
      },
    ],
  },
  judge: {
    Monitoring({ before, after }, context) {
      if (before && !after)
        context.removed(before, {
          noun: "section `monitoring`",
          so: "nothing says any more that quality is watched, from when, and how long logs are kept",
          advice: "Put it back.",
        });
      if (!before || !after) return;
      reportMoved(before.get("log-retention"), after.get("log-retention"), "lower", LOGS, context);
      for (const key of ["log-retention", "post-market-plan"]) reportLost(before, after, key, LOGS, context);
      const [was, is] = [before.get("active-from"), after.get("active-from")];
      const [day, dayNow] = [context.before.dateOf(was), context.after.dateOf(is)];
      if (!was || !is || !day || !dayNow || compareDates(dayNow, day) <= 0) return;
      if (was.word === is.word || saySame(was, is, context.comparison.versions)) return;
      context.report(
        { before: was, after: is },
        {
          what: `Monitoring now starts on ${dayNow.text} and no longer on ${day.text}`,
          so: "what happens in between is seen by nobody, and those are the weeks that show most",
          advice: "Start it with the first real case.",
        },
      );
    },
    Review({ before, after }, context) {
      if (!before) return;
      if (!after) {
        context.removed(before, { noun: "review", name: `\`${before.key?.text}\``, ...REVIEW });
        return;
      }
      const later = {
        so: "where no alarm fires, problems are found so much later",
        advice: "Keep the backstop as it was.",
      };
      reportMoved(before.get("at-latest-every"), after.get("at-latest-every"), "higher", later, context);
      const renamed = (id: string) => context.comparison.versions.renames.of("trigger", id);
      for (const alarm of wordsOnlyIn(before.get("triggered-by"), after.entry("triggered-by")?.value, renamed)) {
        // An alarm that is gone has a finding of its own.
        if (!context.after.definitions.find("trigger", renamed(alarm.word)) && !isAlone(alarm.word, context.before))
          continue;
        const name = `\`${alarm.word}\``;
        const single = `the alarm ${name} of review \`${after.key?.text}\``;
        context.removed(alarm, { noun: `alarm of review \`${after.key?.text}\``, name, single, ...REVIEW });
      }
    },
  },
});

/** Is an alarm named that the plan does not define? */
function isAlone(
  id: string,
  { definitions }: { definitions: { find(kind: "trigger", id: string): unknown } },
): boolean {
  return definitions.find("trigger", id) === undefined;
}
