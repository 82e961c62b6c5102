import type { ObjectTypes } from "../language/index.ts";
import type { RuleFacts, RuleText } from "../rules/rule.ts";
import type { NodeOf } from "../syntax/nodes.ts";
import type { ChangeContext } from "./change-context.ts";
import type { Pair } from "./comparison.ts";

/** What a rule does: a function for each type of object, called for each one that either version has. */
export type Judge = {
  readonly [Type in keyof ObjectTypes]?: (pair: Pair<NodeOf<ObjectTypes[Type]>>, context: ChangeContext) => void;
};

/**
 * Two versions of a plan, each one text or several files after lines `-- name --`. Carets under lines of the version after
 * say what is found there, as in the examples of other rules.
 */
export interface ChangeExample {
  readonly before: string;
  readonly after: string;
  /** The day of the change, where the example depends on it. */
  readonly changedOn?: string;
}

export interface ChangeRuleDefinition extends RuleText {
  readonly examples: { readonly bad: readonly ChangeExample[]; readonly good: readonly ChangeExample[] };
  /** Its messages say how long after the build began, or before, the change was made. */
  readonly dated?: true;
  readonly judge: Judge;
}

/** A rule that judges what has changed between two versions of a plan. */
export interface ChangeRule extends ChangeRuleDefinition, RuleFacts {
  readonly comparesVersions: true;
}

/** Gives a rule its type; the registry adds the category. */
export function defineChangeRule(rule: ChangeRuleDefinition): ChangeRuleDefinition {
  return rule;
}
