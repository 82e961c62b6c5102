import { titleForInserting } from "../messages.ts";
import { defineRule } from "../rule.ts";
import { from, severityAt } from "../severity.ts";

export default defineRule({
  id: "missing-benchmark",
  principle: "numeric-criteria",
  severity: from("proposal", "warning"),
  summary: "Every target says what to reach in month one and what to reach in month six.",
  why: `Month one is early proof and month six is sustained performance. With one number for both, a healthy first month looks
like a failure, or a system that stopped getting better looks like a success. Expectations then drift apart, and the
project loses its support before it had a chance to show what it can do.`,
  silent:
    "For metrics that have no targets at all, for a placeholder or a value that could not be read, and where the YAML around is broken.",
  source: "Article, Agreeing on what success looks like before you build",
  reads: ["success-criteria"],
  examples: {
    bad: [
      {
        plan: `
stage: proposal
success-criteria:
  targets:
    routing-accuracy: {baseline: 71%, month-1: 88%}
#   ^^^^^^^^^^^^^^^^ \`routing-accuracy\` has no target for month six (\`month-6\`): an early success
`,
        fixed: `
stage: proposal
success-criteria:
  targets:
    routing-accuracy: {baseline: 71%, month-1: 88%, month-6: <month-six target e.g. 1.5 h>}
`,
      },
      {
        plan: `
stage: production
success-criteria:
  targets:
    routing-accuracy:
#   ^^^^^^^^^^^^^^^^ \`routing-accuracy\` has no target for month one (\`month-1\`): early proof
      baseline: 71%
      month-6: 93%
`,
        fixed: `
stage: production
success-criteria:
  targets:
    routing-accuracy:
      baseline: 71%
      month-1: <month-one target e.g. 3 h>
      month-6: 93%
`,
      },
      {
        plan: `
stage: build
success-criteria:
  targets:
    routing-accuracy:
#   ^^^^^^^^^^^^^^^^ \`routing-accuracy\` has no target for month one or month six (\`month-1\` and \`month-6\`)
`,
        fixed: `
stage: build
success-criteria:
  targets:
    routing-accuracy:
      month-1: <month-one target e.g. 3 h>
      month-6: <month-six target e.g. 1.5 h>
`,
      },
    ],
    good: [
      `
stage: proposal
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: <month-six target>}
    latency: {month-1: fast, month-6: 2 s}
`,
      `
stage: proposal
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
`,
      `
stage: build
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%}
   latency
`,
    ],
  },
  check: {
    Target(target, context) {
      const { lacks } = context.lacked(target);
      if (lacks.length === 0) return;
      const name = `\`${target.key?.text}\``;
      context.report(
        context.checked.nameOf(target),
        `${name} has no target for ${consequence(lacks.map((lack) => lack.name))}`,
        {
          severity: severityAt(context.rule.severity, context.stage),
          missing: { object: target, lacks },
          fixes: [context.insertFix(titleForInserting(lacks), target, lacks)],
        },
      );
    },
  },
});

function consequence(names: readonly string[]): string {
  if (names.length === 2)
    return "month one or month six (`month-1` and `month-6`): nothing says when it works well enough to go on. Write what to reach after one month and what to hold after six.";
  return names[0] === "month-1"
    ? "month one (`month-1`): early proof is then measured against month six, and a healthy first month looks like a failure. Write what is enough after one month."
    : "month six (`month-6`): an early success is then taken for lasting performance, and nobody notices when it stops getting better. Write what to hold after six months.";
}
