import type { QuantityProblem } from "../../quantity/index.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import { problemsOf } from "../problems-of.ts";
import { rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { always } from "../severity.ts";
import { shown } from "../words.ts";

export default defineRule({
  id: "ambiguous-duration-unit",
  principle: "numeric-criteria",
  severity: always("warning"),
  summary: "Minutes are `min` and months are `mo`; a bare `m` is neither.",
  why: `\`30 m\` is half an hour to one reader and two and a half years to the next. An escalation step of the one and a log
retention of the other look the same in the plan, and the difference shows when somebody waits.`,
  silent: "About every other unit of time.",
  source: "The plan language: quantities",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
systems:
  helpdesk: {rate-limit: 60 req/m, timeout: 1 M}
#                        ^^^^^^^^ The \`m\` in \`60 req/m\` may stand for minutes or months
#                                           ^^^ The \`M\` in \`1 M\` may stand for minutes or months
metrics:
  lead-time: {unit: m}
#                   ^ The \`m\` may stand for minutes or months
`,
        fixed: `
systems:
  helpdesk: {rate-limit: 60 req/min, timeout: 1 min}
metrics:
  lead-time: {unit: min}
`,
      },
    ],
    good: [
      `
systems:
  helpdesk: {rate-limit: 60 req/min, timeout: 30 s}
`,
    ],
  },
  check: {
    File(file, context) {
      for (const { node, problem } of [...problemsOf(file, "not-a-quantity"), ...problemsOf(file, "not-a-unit")])
        if (problem.kind === "ambiguous-unit") checkUnit(context, node, problem);
    },
  },
});

function checkUnit(
  context: RuleContext,
  node: ScalarNode,
  { unit, replacements }: QuantityProblem & { kind: "ambiguous-unit" },
): void {
  // The likelier first: what the key's own example is in.
  const isInMonths = node.type?.kind === "quantity" && /\bmo\b/.test(node.type.example);
  const [likely, other] = isInMonths ? [replacements[1], replacements[0]] : replacements;
  const where = node.text === unit ? "" : ` in ${shown(node.text)}`;
  context.report(
    node,
    `The \`${unit}\`${where} may stand for minutes or months, so the value is not used. Write \`${likely}\` or \`${other}\`.`,
    {
      // Only the author knows which of them was meant.
      fixes: [
        ...rewrite(context, node, likely, { preferred: false }),
        ...rewrite(context, node, other, { preferred: false }),
      ],
    },
  );
}
