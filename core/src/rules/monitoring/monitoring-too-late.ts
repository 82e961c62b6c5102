import type { Monitoring } from "../../language/index.ts";
import { compareDates, distanceInWords, type PlanDate } from "../../quantity/index.ts";
import type { NodeOf, ScalarNode } from "../../syntax/nodes.ts";
import type { Fix } from "../finding.ts";
import { rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { reportSettledAfterBuild } from "../settled-after-build.ts";
import { from } from "../severity.ts";

/** Milestones that come before go-live. Where their dates say otherwise, `milestone-order` speaks. */
const EARLIER: ReadonlySet<string> = new Set(["technology-selected", "build-start", "pilot-start"]);

export default defineRule({
  id: "monitoring-too-late",
  principle: "monitoring-from-day-one",
  severity: from("build", "warning"),
  summary: "Monitoring runs no later than go-live, and is designed before the build starts.",
  why: `The first weeks of production bring the cases that no pilot held, and this is when quality falls. If monitoring is
switched on later, nobody sees it fall, and what was not logged can never be looked into. Nor can anyone say afterwards
what normal looked like. Monitoring that is designed once the build is under way finds that the numbers it needs are not
recorded.`,
  silent: `At the stage proposal, where one of the dates is missing or cannot be read, where monitoring starts on the very day of
go-live, and where \`active-from\` names a milestone that comes before go-live (if its date does not, \`milestone-order\`
says so). A design after the build start is only information: it cannot be undone.`,
  source: "Article, What the 12% do differently",
  reads: ["milestones", "monitoring"],
  examples: {
    bad: [
      {
        plan: `
stage: build
milestones: {build-start: 2026-03-02, pilot-start: 2026-05-04, go-live: 2026-07-06}
monitoring:
  designed: 2026-02-27
  active-from: 2026-08-03
#              ^^^^^^^^^^ Monitoring starts on 2026-08-03, 4 weeks after go-live (2026-07-06)
`,
        fixed: `
stage: build
milestones: {build-start: 2026-03-02, pilot-start: 2026-05-04, go-live: 2026-07-06}
monitoring:
  designed: 2026-02-27
  active-from: pilot-start
`,
      },
      {
        plan: `
stage: production
milestones: {go-live: 2026-07-06, review-of-results: 2026-07-16}
monitoring: {active-from: review-of-results}
#                         ^^^^^^^^^^^^^^^^^ Monitoring starts on 2026-07-16, 10 days after go-live (2026-07-06)
`,
        fixed: `
stage: production
milestones: {go-live: 2026-07-06, review-of-results: 2026-07-16}
monitoring: {active-from: go-live}
`,
      },
      {
        plan: `
stage: pilot
milestones: {build-start: 2026-03-02}
monitoring: {designed: 2026-04-06, active-from: pilot-start}
#                      ^^^^^^^^^^ The monitoring was designed on 2026-04-06, 5 weeks after the build started (2026-03-02)
`,
      },
    ],
    good: [
      `
stage: pilot
milestones: {build-start: 2026-03-02, pilot-start: 2026-05-04, go-live: 2026-07-06}
monitoring: {designed: 2026-03-02, active-from: 2026-07-06}
`,
      `
stage: proposal
milestones: {build-start: 2026-03-02, go-live: 2026-07-06}
monitoring: {designed: 2026-04-06, active-from: 2026-08-03}
`,
      `
stage: production
milestones: {go-live: <date it goes live>}
monitoring: {designed: <date designed YYYY-MM-DD>, active-from: 2026-08-03}
`,
      `
stage: production
milestones: {build-start: 2026-03-02}
monitoring: {designed: soon, active-from: 2026-08-03}
`,
      `
stage: build
milestones: {pilot-start: 2026-09-07, go-live: 2026-07-06}
monitoring: {active-from: pilot-start}
`,
      `
stage: build
milestones: {go-live: 2026-07-06}
monitoring: {active-from: <date or milestone e.g. pilot-start>}
`,
    ],
  },
  check: {
    Monitoring(monitoring, context) {
      checkStart(monitoring, context);
      checkDesign(monitoring, context);
    },
  },
});

function checkStart(monitoring: NodeOf<typeof Monitoring>, context: RuleContext): void {
  const active = monitoring.get("active-from");
  const starts = context.dateOf(active);
  const goLive = context.find("milestone", "go-live");
  if (!active || !starts || !goLive?.value || EARLIER.has(active.text)) return;
  if (compareDates(starts, goLive.value) <= 0) return;
  context.report(
    active,
    `Monitoring starts on ${starts.text}, ${distanceInWords(goLive.value, starts)} go-live (${goLive.value.text}): until then nobody sees how well real cases are handled, and what was not logged can never be looked into. Start it with the pilot, and at the latest with go-live.`,
    {
      related: [{ at: goLive, message: `Go-live is on ${goLive.value.text}` }],
      fixes: fixesFor(active, goLive.value, context),
    },
  );
}

/** Monitoring may start with the pilot, where that is known, or with go-live. */
function fixesFor(active: ScalarNode, goLive: PlanDate, context: RuleContext): Fix[] {
  const pilot = context.milestone("pilot-start");
  const names = pilot && compareDates(pilot, goLive) < 0 ? ["pilot-start", "go-live"] : ["go-live"];
  return names.flatMap((name, index) =>
    rewrite(context, active, name, {
      title: `Start monitoring with \`${name}\``,
      kind: "stub",
      preferred: index === 0,
    }),
  );
}

function checkDesign(monitoring: NodeOf<typeof Monitoring>, context: RuleContext): void {
  reportSettledAfterBuild(
    context,
    monitoring.get("designed"),
    (when) =>
      `The monitoring was designed ${when}: what it has to record must then be added to what is built already, and some of it will be missing at go-live. Check that everything the alarms need is recorded.`,
    { severity: "info", again: "date designed before the build starts YYYY-MM-DD" },
  );
}
