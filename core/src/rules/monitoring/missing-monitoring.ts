import { reportLacks } from "../report-lacks.ts";
import { defineRule } from "../rule.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "missing-monitoring",
  principle: "monitoring-from-day-one",
  severity: ramp("build"),
  summary: "From build on, a plan says when monitoring is designed, when it is switched on and how long logs are kept.",
  why: `Quality falls after go-live, when real cases arrive that no pilot held. Monitoring that is set up after launch misses
exactly those first weeks, and what was not logged can never be looked into. It belongs to the design, like the model.`,
  silent:
    "About single keys of the section (`missing-key` speaks of those), and where the YAML around is broken. At the stage proposal it is a hint.",
  source: "Article, What the 12% do differently",
  reads: ["monitoring"],
  examples: {
    bad: [
      {
        plan: `
stage: build
#      ^^^^^ Nothing says how this system is watched: there is no \`monitoring\`
`,
        fixed: `
stage: build
monitoring:
  designed: <date designed YYYY-MM-DD>
  active-from: <date or milestone e.g. pilot-start>
  log-retention: <how long logs are kept e.g. 12 mo>
`,
      },
      {
        plan: `
stage: pilot
monitoring:   # to be written
^^^^^^^^^^ Nothing says how this system is watched: there is no \`monitoring\`
load: {unit: item}
`,
        fixed: `
stage: pilot
monitoring:   # to be written
  designed: <date designed YYYY-MM-DD>
  active-from: <date or milestone e.g. pilot-start>
  log-retention: <how long logs are kept e.g. 12 mo>
load: {unit: item}
`,
      },
    ],
    good: [
      `
stage: production
monitoring: {designed: 2026-02-27}
`,
      `
stage: production
monitoring: <how the system is watched>
`,
      `
stage: production
monitoring:
  designed: 2026-02-27
 active
`,
    ],
  },
  check: {
    Plan(plan, context) {
      reportLacks(
        context,
        plan,
        context.checked.sectionPlace("monitoring"),
        () =>
          "Nothing says how this system is watched: there is no `monitoring`. What is set up after launch misses the first weeks, when quality falls, and what was not logged cannot be looked into. Write when monitoring is designed, from when it runs and how long logs are kept.",
      );
    },
  },
});
