import { reportLacks } from "../report-lacks.ts";
import { defineRule } from "../rule.ts";
import { ramp } from "../severity.ts";

const WHY =
  "Each correction by a reviewer shows where the system is wrong; not kept, the early months cost the same and teach nothing, and no number says when less review is safe.";

export default defineRule({
  id: "overrides-not-logged",
  principle: "review-is-signal",
  severity: ramp("pilot"),
  summary: "From pilot on, each time a reviewer changes the output it is recorded.",
  why: `The first months of review are the best material there is on where the system must get better: real cases, each with
the right answer beside it. It is lost unless the corrections are kept. Then review looks like a cost that finds little,
it is cut for that reason, and the errors it used to catch reach customers.`,
  silent: `Where there is no \`human-oversight\` at all (\`missing-key\` says so), for a placeholder, and where the YAML around is
broken. If nothing is said about overrides, that is a hint at the stage build, a warning at pilot and an error after it; a
plain \`false\` is a warning from pilot on.`,
  source: "Article, What the 12% do differently",
  reads: ["human-oversight"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
human-oversight: {reviewers: triage-lead, capacity: 500 item/d, sampling: random, overrides-logged: false}
#                                                                                                   ^^^^^ Nobody keeps a record when a reviewer changes the output
`,
        fixed: `
stage: pilot
human-oversight: {reviewers: triage-lead, capacity: 500 item/d, sampling: random, overrides-logged: true}
`,
      },
      {
        plan: `
stage: pilot
human-oversight:
^^^^^^^^^^^^^^^ Nothing says whether a record is kept when a reviewer changes the output: there is no \`overrides-logged\`
  reviewers: triage-lead
  capacity: 500 item/d
  sampling: random
`,
        fixed: `
stage: pilot
human-oversight:
  reviewers: triage-lead
  capacity: 500 item/d
  sampling: random
  overrides-logged: <true or false>
`,
      },
      {
        plan: `
stage: production
human-oversight:
  reviewers: triage-lead
  overrides-logged: no
#                   ^^ Nobody keeps a record when a reviewer changes the output
`,
        fixed: `
stage: production
human-oversight:
  reviewers: triage-lead
  overrides-logged: true
`,
      },
    ],
    good: [
      `
stage: production
human-oversight: {reviewers: triage-lead, overrides-logged: true}
`,
      `
stage: production
human-oversight: {reviewers: triage-lead, overrides-logged: <true or false>}
`,
      `
stage: build
human-oversight: {reviewers: triage-lead, overrides-logged: false}
`,
      `
stage: production
`,
      `
stage: production
human-oversight:
  reviewers: triage-lead
 capacity
`,
    ],
  },
  check: {
    HumanOversight(oversight, context) {
      reportLacks(
        context,
        oversight,
        context.checked.nameOf(oversight),
        () =>
          `Nothing says whether a record is kept when a reviewer changes the output: there is no \`overrides-logged\`. ${WHY}`,
      );
      const logged = oversight.get("overrides-logged");
      if (logged?.value !== false || context.stage === "build") return;
      context.report(logged, `Nobody keeps a record when a reviewer changes the output. ${WHY} Record each override.`, {
        severity: "warning",
        fixes: logged.borrowed ? [] : [context.replaceFix("Record each override", logged, "true", { kind: "stub" })],
      });
    },
  },
});
