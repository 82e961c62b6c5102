import type { ScalarNode } from "../../syntax/nodes.ts";
import { objectsOf } from "../objects-of.ts";
import { problemsOf } from "../problems-of.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { always } from "../severity.ts";

export default defineRule({
  id: "empty-value",
  principle: "traceability",
  severity: always("warning"),
  summary: "A key has a value, or is not there.",
  why: `A key with nothing after it looks answered when the plan is skimmed, and is not: it counts as absent.`,
  silent: "For keys that a finding about what is missing names already, and for sections that hold keys of their own.",
  source: "The plan language",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
stage: proposal
roles:
  support-ops:
    contact: ops@example.com
    deputy:
#   ^^^^^^ Nothing is written after \`deputy\`, so it counts as absent. The role that stands in
milestones:
  contract-signed: ~
# ^^^^^^^^^^^^^^^ Nothing is written after \`contract-signed\`
`,
      },
      {
        plan: `
stage: pilot
triggers:
  slow: {metric: latency-p95, below: , above: 3 s, for: 30 min}
#                             ^^^^^ Nothing is written after \`below\`
`,
      },
    ],
    good: [
      `
stage: proposal
owner:
artifacts:
roles:
  support-ops:
    contact:
    deputy: <id of a role>
`,
      `
stage: pilot
triggers:
  slow: {metric: latency-p95, above: , for: 30 min}
`,
    ],
  },
  check: {
    File(file, context) {
      const empty = problemsOf(file, "empty-value");
      if (empty.length === 0) return;
      const missing = reportedAsMissing(context);
      for (const { node, key } of empty)
        if (!missing.has(node))
          context.report(
            node,
            `Nothing is written after \`${node.text}\`, so it counts as absent. ${key.doc || "Write a value, or remove the key."}`,
          );
    },
  },
});

/** The keys that are there without a value and that a rule about missing keys names at this stage. */
function reportedAsMissing(context: RuleContext): Set<ScalarNode> {
  const keys = new Set<ScalarNode>();
  if (context.file.kind === "catalog") return keys;
  for (const object of objectsOf(context.file))
    for (const { name, alternatives } of context.weigh(context.checked.due.lackedBy(object)).lacks)
      for (const one of alternatives ?? [name]) {
        const key = object.entry(one)?.key;
        if (key) keys.add(key);
      }
  return keys;
}
