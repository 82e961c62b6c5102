import { factsAbout, valuePlaceholder } from "../../edits/value-placeholder.ts";
import { Target } from "../../language/index.ts";
import type { Key } from "../../language/types.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import { problemsOf } from "../problems-of.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";
import { shown } from "../words.ts";

export default defineRule({
  id: "non-numeric-target",
  principle: "numeric-criteria",
  severity: from("proposal", "warning"),
  summary: "Every target is a number with its unit.",
  why: `"High accuracy" can neither be met nor missed. Whether the system succeeded is then argued about after the money is
spent, and whoever argues best decides. A number with a unit can be measured, in month one and in month six.`,
  silent: `For placeholders, and for numbers that are only written in a way that cannot be read, such as \`>= 92%\`, \`93,5%\` or
\`60 req/m\`: each of these has a finding of its own.`,
  source: "Article, What the 12% do differently; EU AI Act, Article 9(8)",
  reads: ["metrics", "success-criteria"],
  examples: {
    bad: [
      {
        plan: `
stage: proposal
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    time-to-right-team: {baseline: 4.2 h, month-1: better than today, month-6: 1.5 h}
#                                                  ^^^^^^^^^^^^^^^^^ \`better than today\` is not a number
    routing-accuracy: {month-1: 88%, month-6: high}
#                                             ^^^^ \`high\` is not a number
`,
        fixed: `
stage: proposal
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    time-to-right-team: {baseline: 4.2 h, month-1: <month-one target in h e.g. 3 h>, month-6: 1.5 h}
    routing-accuracy: {month-1: 88%, month-6: <month-six target in percent e.g. 90%>}
`,
      },
      {
        plan: `
stage: build
success-criteria:
  targets:
    satisfaction:
      baseline: poor
#               ^^^^ \`poor\` is not a number
      month-1: 3.5
      month-6: 4
`,
        fixed: `
stage: build
success-criteria:
  targets:
    satisfaction:
      baseline: <value today e.g. 4.2 h>
      month-1: 3.5
      month-6: 4
`,
      },
    ],
    good: [
      `
stage: proposal
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {baseline: 71%, pilot-exit: 85%, month-1: 88%, month-6: <month-six target>, worst-slice: 80%}
`,
      `
stage: proposal
success-criteria:
  targets:
    routing-accuracy: {month-1: "> 88%", month-6: "93,5%"}
    load: {month-1: 60 req/m, month-6: 500 XEU}
`,
    ],
  },
  check: {
    File(file, context) {
      for (const { node, problem } of problemsOf(file, "not-a-quantity")) {
        // A currency in front of a number can be put right, and has its own finding.
        if (problem.kind !== "not-a-quantity" || problem.replacement !== undefined) continue;
        const target = node.parent?.kind === "map" && node.parent.type === Target ? node.parent : undefined;
        if (target) checkTarget(node, target.key?.text, context);
      }
    },
  },
});

function checkTarget(node: ScalarNode, metric: string | undefined, context: RuleContext): void {
  const key: Key | undefined = Target.keys[node.key?.text as keyof typeof Target.keys];
  const measured = context.find("metric", metric);
  const unit = measured?.get("unit");
  const instead = valuePlaceholder(key?.placeholder ?? "value", factsAbout(measured), { named: unit?.text });
  const fix = context.replaceFix("Leave a placeholder for the number", node, `<${instead}>`, { kind: "stub" });
  const example = unit?.value ? ` in ${unit.text}` : " with its unit";
  context.report(
    node,
    `${shown(node.text)} is not a number, so nobody can say whether it was reached. Whether the system works is then decided by opinion. Write a number${example}.`,
    { fixes: node.borrowed ? [] : [fix] },
  );
}
