import type { ObjectTypes } from "../language/index.ts";
import type { ProfileId } from "../language/profiles.ts";
import type { PrincipleId } from "../principles/principle.ts";
import type { NodeOf } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";
import type { Config } from "../workspace/config.ts";
import type { Clock } from "../workspace/workspace.ts";
import type { Finding } from "./finding.ts";
import type { RuleContext } from "./rule-context.ts";
import type { Severities } from "./severity.ts";

/** The top-level keys a rule reads, its visits included; "*" for rules about the file as such. */
export type Reads = readonly (keyof ObjectTypes["Plan"]["keys"])[] | "*";

/** What a rule does: a function for each type of object it looks at, called for each such object of the plan. */
export type Check = {
  readonly [Type in keyof ObjectTypes]?: (object: NodeOf<ObjectTypes[Type]>, context: RuleContext) => void;
} & {
  /** Called once for the file as a whole: what does not fit the language is in `file.problems`. */
  readonly File?: (file: PlanFile, context: RuleContext) => void;
  /** Called last, with what all other rules found, before anything is silenced. */
  readonly Findings?: (findings: readonly Finding[], context: RuleContext) => void;
};

/**
 * Files for an example: either one plan, or several, each after a line `-- name --`. Comment lines with carets under a
 * line say what is found there: `#   ^^^^ start of the message`.
 */
export interface BadExample {
  readonly plan: string;
  /** What the plan is after the first fix of each finding; left out where the rule has no fix. */
  readonly fixed?: string;
}

/** What every rule says of itself, be it about a plan or about two versions of it. */
export interface RuleText {
  /** Stable, never reused; the name of the rule's file. */
  readonly id: string;
  readonly principle: PrincipleId;
  readonly severity: Severities;
  /** Off unless the configuration turns it on. */
  readonly off?: true;
  /** Part of a set of rules: off unless the plan or the configuration switches the set on. */
  readonly profile?: ProfileId;
  /** One sentence: what must hold. */
  readonly summary: string;
  /** Why a plan that breaks it fails in production, and when the rule stays silent; Markdown. */
  readonly why: string;
  readonly silent: string;
  /** Where it comes from: a section of the article or a clause of a public reference. */
  readonly source: string;
  /** Rules whose findings come with this one's; "*" for a rule that sums up what the others found. */
  readonly implies?: readonly string[] | "*";
  /** Catalogs are checked too, not only plans. */
  readonly catalogs?: true;
  /** It compares with the date of the clock: silent where there is none, and but a hint where the date is today's. */
  readonly clock?: true;
}

export interface RuleDefinition extends RuleText {
  readonly reads: Reads;
  readonly examples: {
    readonly bad: readonly BadExample[];
    readonly good: readonly string[];
    /** What the examples are checked with, where the rule depends on it. */
    readonly options?: { readonly clock?: Clock; readonly config?: Config };
  };
  readonly check: Check;
}

/** What is known of a rule, whether it looks at a plan or at two versions of it. */
export interface RuleFacts extends RuleText {
  /** The folder of its file: what the rule is about. */
  readonly category: string;
  /** It speaks only where two versions of a plan are compared. */
  readonly comparesVersions?: true;
}

export interface Rule extends RuleDefinition, RuleFacts {
  readonly comparesVersions?: never;
}

/** Gives a rule its type; the registry adds the category. */
export function defineRule(rule: RuleDefinition): RuleDefinition {
  return rule;
}
