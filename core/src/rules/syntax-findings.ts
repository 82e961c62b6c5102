import type { ScalarNode, Section } from "../syntax/nodes.ts";
import { scalarAt } from "../syntax/plan-file.ts";
import type { ProblemOf, TrapKind } from "../syntax/problems.ts";
import type { Operator, SyntaxFinding } from "../syntax/traps.ts";
import type { Target } from "../workspace/checked-plan.ts";
import type { Fix } from "./finding.ts";
import { operatorAdvice } from "./operator-advice.ts";
import type { RuleContext } from "./rule-context.ts";

/** Reports what reading the YAML brought up under the name of the rule at hand. */
export function reportSyntax(context: RuleContext): void {
  for (const finding of context.file.syntax) {
    if (finding.rule !== context.rule.id) continue;
    const { start, end, operator } = finding;
    const message = operator
      ? operatorAdvice(context, valueBehind(context, start, operator), operator)
      : finding.message;
    context.report({ start, end }, message, { fixes: fixesOf(finding, context) });
  }
}

/** The value as it was read without its operator; none where more than that stood in the way. */
function valueBehind({ file }: RuleContext, start: number, { length, rest }: Operator): ScalarNode | undefined {
  const node = scalarAt(file, start + length);
  return node?.text === rest ? node : undefined;
}

function fixesOf({ fix }: SyntaxFinding, { file }: RuleContext): Fix[] {
  if (!fix) return [];
  const edits = () => fix.changes.map(({ start, end, newText }) => ({ uri: file.uri, start, end, newText }));
  return [{ title: fix.title, kind: "repair", preferred: !fix.unsure, edits }];
}

/** Where writing that YAML misread stands. */
export function trapPlace({ node, start, end }: ProblemOf<TrapKind>): Target & { readonly section: Section } {
  return { section: node.section, start, end };
}

/** Writes what was meant in place of what YAML misread. */
export function trapFix(context: RuleContext, trap: ProblemOf<TrapKind>, title: string): Fix {
  return context.replaceFix(title, trapPlace(trap), trap.replacement);
}
