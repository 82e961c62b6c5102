import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "overrides-not-logged",
  principle: "review-is-signal",
  severity: from("pilot", "warning"),
  summary: "From pilot on, each time a reviewer changes the output it is recorded.",
  why: `The first months of review are the best material there is on where the system must get better: real cases, each with
the right answer beside it. It is lost unless the corrections are kept. Then review looks like a cost that finds little,
it is cut for that reason, and the errors it used to catch reach customers.`,
  silent:
    "Before the stage pilot, and where nothing is said about overrides (`missing-key` says so) or a placeholder stands.",
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
stage: production
human-oversight: {reviewers: triage-lead}
`,
      `
stage: build
human-oversight: {reviewers: triage-lead, overrides-logged: false}
`,
    ],
  },
  check: {
    HumanOversight(oversight, context) {
      const logged = oversight.get("overrides-logged");
      if (logged?.value !== false) return;
      context.report(
        logged,
        "Nobody keeps a record when a reviewer changes the output. Each correction shows where the system is wrong; not kept, the early months cost the same and teach nothing, and no number says when less review is safe. Record each override.",
        {
          fixes: logged.borrowed ? [] : [context.replaceFix("Record each override", logged, "true", { kind: "stub" })],
        },
      );
    },
  },
});
