import type { Section } from "../syntax/nodes.ts";
import type { ProblemOf, TrapKind } from "../syntax/problems.ts";
import type { SyntaxFinding } from "../syntax/traps.ts";
import type { Target } from "../workspace/checked-plan.ts";
import type { Fix } from "./finding.ts";
import type { RuleContext } from "./rule-context.ts";

/** Reports what reading the YAML brought up under the name of the rule at hand. */
export function reportSyntax(context: RuleContext): void {
  for (const finding of context.file.syntax)
    if (finding.rule === context.rule.id)
      context.report({ start: finding.start, end: finding.end }, finding.message, { fixes: fixesOf(finding, context) });
}

function fixesOf({ fix }: SyntaxFinding, { file }: RuleContext): Fix[] {
  if (!fix) return [];
  const edits = () => fix.changes.map(({ start, end, newText }) => ({ uri: file.uri, start, end, newText }));
  return [{ title: fix.title, kind: "repair", preferred: true, edits }];
}

/** Where writing that YAML misread stands. */
export function trapPlace({ node, start, end }: ProblemOf<TrapKind>): Target & { readonly section: Section } {
  return { section: node.section, start, end };
}

/** Writes what was meant in place of what YAML misread. */
export function trapFix(context: RuleContext, trap: ProblemOf<TrapKind>, title: string): Fix {
  return context.replaceFix(title, trapPlace(trap), trap.replacement);
}
