import { applies, isSwitchedOff } from "../rules/applies.ts";
import { ruleById } from "../rules/every-rule.ts";
import type { Finding } from "../rules/finding.ts";
import { rules } from "../rules/registry.ts";
import type { Rule, RuleFacts } from "../rules/rule.ts";
import { RuleContext } from "../rules/rule-context.ts";
import { ruleFailure } from "../rules/rule-failure.ts";
import { visitsOf } from "../rules/run.ts";
import { isStructural } from "../rules/silence.ts";
import type { MapNode } from "../syntax/nodes.ts";
import { noting, ReadKeys } from "../syntax/reads.ts";
import { CheckedPlan } from "../workspace/checked-plan.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** One look of a rule at one object, or at the file as a whole. */
export interface Look {
  readonly object: MapNode | undefined;
  readonly findings: readonly Finding[];
  /** What it read that may say nothing. */
  readonly read: ReadKeys;
}

/** What a rule had to say of a plan, look by look. */
export interface Judgement {
  readonly rule: Rule;
  readonly looks: readonly Look[];
}

/** What all rules had to say. */
export interface Judged {
  /** Of how the plan is written: whether it can be read and whether what it names is there. */
  readonly writing: readonly Judgement[];
  /** Of what it says. */
  readonly sense: readonly Judgement[];
}

/**
 * Runs all rules over a plan, those included that the configuration switches off, and notes what they would have had to
 * know. Placeholders are not seen: a plan says no more with them than without. Rules that sum up what the others found,
 * and the one that speaks of placeholders, have nothing to add.
 */
export function judge(checked: CheckedPlan): Judged {
  const asked = rules.filter(
    (rule) =>
      !rule.check.Findings &&
      rule.id !== "placeholder-left" &&
      (applies(rule, checked.workspace) || isSwitchedOff(rule, checked.workspace)),
  );
  const writing = asked.filter(isAboutWriting).map((rule) => judgeBy(rule, checked, false));
  // Where everything written can be relied on, only what is absent needs to be noted.
  const isDoubtful = writing.some(({ looks }) => looks.some(({ findings }) => findings.length > 0));
  const sense = asked.filter((rule) => !isAboutWriting(rule)).map((rule) => judgeBy(rule, checked, isDoubtful));
  return { writing, sense };
}

/** A plan as {@link judge} is to see it. */
export function seen(workspace: Workspace): CheckedPlan {
  return noting(new ReadKeys(false), () => new CheckedPlan(workspace));
}

/** Rules that go by what can't be read, by links or by imports say nothing of what a plan means by what it says. */
function isAboutWriting(rule: Rule & RuleFacts): boolean {
  return rule.reads === "*" || rule.catalogs === true || isStructural(rule) || rule.id === "non-numeric-target";
}

function judgeBy(rule: Rule, checked: CheckedPlan, notesAll: boolean): Judgement {
  const context = new RuleContext(rule, checked, ruleById);
  const looks: Look[] = [];
  const look = (object: MapNode | undefined, run: () => void) => {
    const before = context.findings.length;
    const read = new ReadKeys(notesAll);
    try {
      noting(read, run);
      looks.push({ object, findings: context.findings.slice(before), read });
    } catch (error) {
      looks.push({ object, findings: [ruleFailure(rule.id, checked, error)], read });
    }
  };
  const { File } = rule.check;
  if (File) look(undefined, () => File(checked.file, context));
  for (const [type, visit] of visitsOf(rule))
    for (const object of checked.file.objects.get(type) ?? []) look(object, () => visit(object, context));
  return { rule, looks };
}
