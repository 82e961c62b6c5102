import {
  type CheckedPlan,
  callsFrom,
  callsTo,
  codeActions,
  complete,
  define,
  definedSymbols,
  type Finding,
  folds,
  highlights,
  hover,
  inlayHints,
  links,
  prepareCalls,
  prepareRename,
  references,
  rename,
  selections,
  semanticTokens,
  symbols,
  usesLenses,
} from "@aiplan/core";

/** Calls every feature once at an offset; what they answer is tested elsewhere. */
export function useEveryFeature(plan: CheckedPlan, findings: readonly Finding[], offset: number): void {
  complete(plan, offset, { snippets: true });
  hover(plan, findings, offset);
  define(plan, offset);
  references(plan, offset, { definitions: true, others: [plan] });
  highlights(plan, offset);
  usesLenses(plan, [plan]);
  const item = prepareCalls(plan, offset);
  if (item) for (const calls of [callsFrom, callsTo]) calls(plan, item, [plan]);
  prepareRename(plan, offset, [plan]);
  rename(plan, offset, "another-name", [plan]);
  symbols(plan.file);
  definedSymbols(plan.file);
  folds(plan.file);
  links(plan);
  selections(plan.file, offset);
  const { length } = plan.file.text;
  let last = 0;
  for (const { start, end } of semanticTokens(plan, { start: 0, end: length })) {
    if (start < last || end <= start || end > length) throw new Error(`a token from ${start} to ${end} after ${last}`);
    last = end;
  }
  for (const hint of inlayHints(plan, { start: 0, end: length }))
    if (!(hint.offset >= 0 && hint.offset <= length)) throw new Error(`a hint at ${hint.offset} of ${length}`);
  for (const action of codeActions(plan, findings, { start: offset, end: offset })) void action.edits();
}
