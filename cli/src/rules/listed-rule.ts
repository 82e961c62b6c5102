import {
  everyRule,
  FIX_KINDS,
  type FixKind,
  language,
  type Principle,
  principleById,
  type RuleFacts,
  type Severity,
  severityAt,
} from "@aiplan/core";

/** What a list of rules says of one; plain data. */
export interface ListedRule {
  readonly id: string;
  readonly category: string;
  readonly summary: string;
  readonly principle: Pick<Principle, "number" | "id" | "title">;
  /** How much a finding weighs in a plan that claims the stage; `null` where the rule is silent. */
  readonly severity: Readonly<Record<language.Stage, Severity | null>>;
  /** `null`: it has no fixes. */
  readonly fix: FixKind | null;
  /** Is it on without a word in the configuration? */
  readonly default: boolean;
  /** The set of rules that a plan or the configuration must switch on for it. */
  readonly profile?: string;
  /** It speaks only where two versions of a plan are compared. */
  readonly comparesVersions?: true;
  /** It says nothing without a day to compare with. */
  readonly clock?: true;
}

export interface RuleFilter {
  readonly principle?: Principle;
  readonly category?: string;
  /** Only those that speak at this stage. */
  readonly stage?: language.Stage;
}

/** The rules that fit, by category and id. */
export function listRules({ principle, category, stage }: RuleFilter): ListedRule[] {
  return everyRule
    .filter(
      (rule) =>
        (!principle || rule.principle === principle.id) &&
        (category === undefined || rule.category === category) &&
        (!stage || severityAt(rule.severity, stage)),
    )
    .map(listed)
    .sort((a, b) => compare(a.category, b.category) || compare(a.id, b.id));
}

function listed(rule: RuleFacts): ListedRule {
  const { number, id, title } = principleById(rule.principle);
  const severities = language.STAGES.map((stage) => [stage, severityAt(rule.severity, stage) ?? null]);
  return {
    id: rule.id,
    category: rule.category,
    summary: rule.summary,
    principle: { number, id, title },
    severity: Object.fromEntries(severities),
    fix: FIX_KINDS[rule.id] ?? null,
    default: !rule.off && rule.profile === undefined,
    ...(rule.profile ? { profile: rule.profile } : {}),
    ...(rule.comparesVersions ? { comparesVersions: true } : {}),
    ...(rule.clock ? { clock: true } : {}),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
