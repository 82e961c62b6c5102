import { reportLacks } from "../report-lacks.ts";
import { defineRule } from "../rule.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "missing-success-criteria",
  principle: "numeric-criteria",
  severity: ramp("proposal"),
  summary: "A plan has numeric targets, and from build on the date they were agreed and who approved them.",
  why: `Without numbers that were agreed before the build, "it works" is whatever the demo showed. The question comes back in
month three or four as "is this what we paid for?", and nobody can answer it. Targets, the day they were agreed and the
person who approved them settle it beforehand.`,
  silent:
    "About the targets of single metrics (`missing-benchmark` speaks of those), and where the YAML around is broken.",
  source: "Article, What the 12% do differently; Agreeing on what success looks like before you build",
  reads: ["metrics", "success-criteria"],
  examples: {
    bad: [
      {
        plan: `
stage: proposal
#      ^^^^^^^^ Nothing says what success is
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
`,
        fixed: `
stage: proposal
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
success-criteria:
  agreed: <date agreed YYYY-MM-DD>
  approved-by: <id of the approving role>
  targets:
    time-to-right-team: {month-1: <month-one target e.g. 3 h>, month-6: <month-six target e.g. 1.5 h>}
`,
      },
      {
        plan: `
stage: build
success-criteria:
^^^^^^^^^^^^^^^^ The success criteria lack \`approved-by\`
  agreed: 2026-02-06
  targets:
    accuracy: {month-1: 88%, month-6: 93%}
`,
        fixed: `
stage: build
success-criteria:
  agreed: 2026-02-06
  approved-by: <id of the approving role>
  targets:
    accuracy: {month-1: 88%, month-6: 93%}
`,
      },
      {
        plan: `
stage: build
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria: {agreed: 2026-02-06, approved-by: head-of-support, targets: {}}
^^^^^^^^^^^^^^^^ The success criteria lack \`targets\`
`,
        fixed: `
stage: build
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria: {agreed: 2026-02-06, approved-by: head-of-support, targets: {accuracy: {month-1: <month-one target e.g. 90%>, month-6: <month-six target e.g. 90%>}}}
`,
      },
    ],
    good: [
      `
stage: proposal
success-criteria:
  agreed: 2026-02-06
  approved-by: head-of-support
  targets:
    accuracy: {month-1: 88%, month-6: 93%}
`,
      `
stage: build
success-criteria:
  agreed: 2026-02-06
  approved-by: head-of-support
  targets:
    accuracy: {month-1: 88%}
`,
      `
stage: build
success-criteria:
  targets:
    accuracy: {month-1: 88%}
 agreed
`,
    ],
  },
  check: {
    Plan(plan, context) {
      reportLacks(
        context,
        plan,
        context.checked.sectionPlace("success-criteria"),
        () =>
          "Nothing says what success is: there are no `success-criteria`. Without targets that were agreed before the build, month three asks what was paid for and nobody can say. Write a month-one and a month-six target for each metric that matters.",
      );
    },
    SuccessCriteria(criteria, context) {
      reportLacks(context, criteria, context.checked.nameOf(criteria), (keys, names) =>
        names.includes("targets")
          ? `The success criteria lack ${keys}. Without numbers, "it works" is whatever the demo showed. Write a month-one and a month-six target for each metric that matters.`
          : `The success criteria lack ${keys}. Targets count in production only when somebody agreed to them, on a date before the build.`,
      );
    },
  },
});
