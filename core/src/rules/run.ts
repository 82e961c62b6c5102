import { changeRules } from "../changes/rules/registry.ts";
import type { MapNode } from "../syntax/nodes.ts";
import { CheckedPlan } from "../workspace/checked-plan.ts";
import { onceFor } from "../workspace/once-for.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { applies, isSwitchedOff } from "./applies.ts";
import { type Finding, inOrderOfText, type SilencedFinding } from "./finding.ts";
import type { Rule, RuleFacts } from "./rule.ts";
import { RuleContext } from "./rule-context.ts";
import { ruleFailure } from "./rule-failure.ts";
import { silence, switchedOff } from "./silence.ts";

/** A list of rules by their ids, and what each calls: worked out once for a list, as thousands of plans are checked by it. */
const byIdOf = onceFor(
  (known: readonly RuleFacts[]): ReadonlyMap<string, RuleFacts> => new Map(known.map((rule) => [rule.id, rule])),
);
const withChangeRules = onceFor((rules: readonly Rule[]): readonly RuleFacts[] => [...rules, ...changeRules]);

type Visit = (object: MapNode, context: RuleContext) => void;
/** What a rule calls for objects of each type. */
export const visitsOf = onceFor(({ check }: Rule): readonly (readonly [type: string, visit: Visit])[] => {
  const { File, Findings, ...visits } = check;
  return Object.entries(visits) as unknown as [string, Visit][];
});

const NOTHING: readonly Finding[] = [];

/**
 * Runs rules over a plan and its catalogs as they stand in a workspace. Findings come in the order of the text.
 *
 * @param known every rule that a plan may name in a waiver or a comment, where only some of them are run
 */
export function runRules(
  workspace: Workspace,
  rules: readonly Rule[],
  known: readonly RuleFacts[] = withChangeRules(rules),
): Finding[] {
  const checked = new CheckedPlan(workspace);
  const byId = byIdOf(known);
  const { kept } = silence(findAll(rules, checked, byId), checked, byId);
  return reported(kept, (finding) => finding, workspace);
}

/** What rules found, and what of it is silenced. */
export interface Outcome {
  /** As {@link runRules} gives them. */
  readonly findings: readonly Finding[];
  /** In the order of the text. A finding that a waiver accepts is not here but says so itself. */
  readonly silenced: readonly SilencedFinding[];
}

/** The same with what is silenced: for that, the rules run as well that the configuration switches off. */
export function runAllRules(
  workspace: Workspace,
  rules: readonly Rule[],
  known: readonly RuleFacts[] = withChangeRules(rules),
): Outcome {
  const checked = new CheckedPlan(workspace);
  const byId = byIdOf(known);
  const found = findAll(rules, checked, byId);
  const { kept, ignored } = silence(found, checked, byId);
  const off = rules
    .filter((rule) => isSwitchedOff(rule, workspace))
    .flatMap((rule) => [...runRule(rule, checked, byId), ...runLast(rule, checked, byId, found)])
    // A rule that fails has found nothing, and is off in any case.
    .filter(({ ruleFailed }) => !ruleFailed)
    .map((finding) => switchedOff(finding, workspace));
  return {
    findings: reported(kept, (finding) => finding, workspace),
    silenced: reported([...ignored, ...off], ({ finding }) => finding, workspace),
  };
}

/** What the rules find that apply, before anything is silenced. */
function findAll(rules: readonly Rule[], checked: CheckedPlan, known: ReadonlyMap<string, RuleFacts>): Finding[] {
  const findings: Finding[] = [];
  const last: Rule[] = [];
  for (const rule of rules) {
    if (!applies(rule, checked.workspace)) continue;
    if (rule.check.Findings) last.push(rule);
    for (const finding of runRule(rule, checked, known)) findings.push(finding);
  }
  for (const rule of last) for (const finding of runLast(rule, checked, known, findings)) findings.push(finding);
  return findings;
}

/**
 * In the order of the text; where only some rules are asked for, what these have found. All have run: those that sum up what
 * others found, or say that nothing is found, know the whole.
 */
function reported<Item>(
  items: readonly Item[],
  findingOf: (item: Item) => Finding,
  { config: { only } }: Workspace,
): Item[] {
  return items
    .filter((item) => only === undefined || only.has(findingOf(item).rule))
    .sort((a, b) => inOrderOfText(findingOf(a), findingOf(b)));
}

function runLast(
  rule: Rule,
  checked: CheckedPlan,
  known: ReadonlyMap<string, RuleFacts>,
  findings: readonly Finding[],
): readonly Finding[] {
  const context = new RuleContext(rule, checked, known);
  guarded(rule, context, () => rule.check.Findings?.(findings, context));
  return context.findings;
}

export function runRule(rule: Rule, checked: CheckedPlan, known: ReadonlyMap<string, RuleFacts>): readonly Finding[] {
  const { objects } = checked.file;
  const visits = visitsOf(rule);
  // Most rules are about objects that most plans do not have.
  if (!rule.check.File && !visits.some(([type]) => objects.has(type))) return NOTHING;
  const context = new RuleContext(rule, checked, known);
  guarded(rule, context, () => {
    rule.check.File?.(checked.file, context);
    for (const [type, visit] of visits) for (const object of objects.get(type) ?? []) visit(object, context);
  });
  return context.findings;
}

/** A rule that throws becomes one finding about itself, and the others still run. */
function guarded(rule: Rule, context: RuleContext, run: () => void): void {
  try {
    run();
  } catch (error) {
    context.findings.length = 0;
    context.findings.push(ruleFailure(rule.id, context.checked, error));
  }
}
