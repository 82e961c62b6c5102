import type { DateReading } from "../../quantity/index.ts";
import { keyNameOf } from "../key-of.ts";
import { problemsOf } from "../problems-of.ts";
import { rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";
import { shown } from "../words.ts";

export default defineRule({
  id: "invalid-date",
  principle: "right-order",
  severity: always("error"),
  summary: "Dates are written as `2026-07-06` and are days of the calendar.",
  why: `The order of things is what a plan promises: criteria before the build, monitoring before going live.
\`06.07.2026\` is the sixth of July in Berlin and the seventh of June in Boston, so nobody can say which came first.`,
  silent: "For placeholders, and for the names of milestones where a milestone may stand.",
  source: "ISO 8601",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
outcome: {agreed: 30 January 2026}
#                 ^^^^^^^^^^^^^^^ Dates are written as year, month and day: \`2026-01-30\`.
milestones:
  build-start: 2026-03-02
  go-live: 2026/07/06
#          ^^^^^^^^^^ Dates are written as year, month and day: \`2026-07-06\`.
economics: {agreed: build-start}
#                   ^^^^^^^^^^^ \`agreed\` needs a date of its own, not the name of a milestone
`,
        fixed: `
outcome: {agreed: 2026-01-30}
milestones:
  build-start: 2026-03-02
  go-live: 2026-07-06
economics: {agreed: 2026-03-02}
`,
      },
      {
        plan: `
milestones:
  build-start: 2026-02-30
#              ^^^^^^^^^^ The calendar has no such day as \`2026-02-30\`.
  go-live: 06.07.2026
#          ^^^^^^^^^^ \`06.07.2026\` does not say for certain which day is meant
  pilot-start: in spring
#              ^^^^^^^^^ \`in spring\` is not a date
rollout:
  steps:
    - {id: canary, starts: 1st week of June}
#                          ^^^^^^^^^^^^^^^^ \`1st week of June\` is neither a date nor the name of a milestone
`,
      },
    ],
    good: [
      `
milestones: {build-start: 2026-03-02, go-live: <date of going live>}
monitoring: {active-from: build-start}
`,
    ],
  },
  check: {
    File(file, context) {
      for (const { node, reading } of problemsOf(file, "not-a-date")) {
        const milestone = reading.problem === "not-a-date" ? context.milestone(node.text) : undefined;
        const orMilestone = node.type?.kind === "date" && node.type.orMilestone;
        const instead = reading.suggestion ?? milestone?.text;
        const message = milestone
          ? `\`${keyNameOf(node)}\` needs a date of its own, not the name of a milestone, because it may turn out otherwise than the milestone. Write \`${milestone.text}\` if it is the same day.`
          : explain(node.text, reading, orMilestone);
        context.report(node, message, { fixes: instead === undefined ? [] : rewrite(context, node, instead) });
      }
    },
  },
});

const FORM = "Write year, month and day, such as `2026-07-06`";

function explain(text: string, { problem, suggestion }: DateReading, orMilestone: boolean): string {
  if (suggestion !== undefined) return `Dates are written as year, month and day: \`${suggestion}\`.`;
  if (problem === "not-a-calendar-date") return `The calendar has no such day as ${shown(text)}.`;
  if (problem === "not-iso") return `${shown(text)} does not say for certain which day is meant. ${FORM}.`;
  if (orMilestone) return `${shown(text)} is neither a date nor the name of a milestone. ${FORM}, or name a milestone.`;
  return `${shown(text)} is not a date. ${FORM}.`;
}
