import { type CheckedPlan, codeActions, complete, define, type Finding, hover, symbols } from "@aiplan/core";

/** Calls every feature once at an offset; what they answer is tested elsewhere. */
export function useEveryFeature(plan: CheckedPlan, findings: readonly Finding[], offset: number): void {
  complete(plan, offset, { snippets: true });
  hover(plan, findings, offset);
  define(plan, offset);
  symbols(plan.file);
  for (const { edits } of codeActions(plan, findings, { start: offset, end: offset })) edits();
}
