import { explainRule, plainText, type RuleFacts, ruleById, SEVERITIES, type Severity } from "@aiplan/core";
import type { ReportingConfiguration, ReportingDescriptor } from "sarif";

/** GitHub takes no more of a description; in UTF-16 units. */
const LONGEST_DESCRIPTION = 1024;

export const LEVELS = { error: "error", warning: "warning", info: "note", hint: "note" } as const satisfies Record<
  Severity,
  ReportingConfiguration["level"]
>;

/** GitHub's own words for how much a rule weighs. */
const PROBLEM_SEVERITIES: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "recommendation",
  hint: "recommendation",
};

/** The rules that a run speaks of, each by its place in the list, which is made as they come. */
export class SarifRules {
  private readonly indexes = new Map<string, number>();

  /** Where the rule stands in the list; nowhere if there is none of this id any more. */
  indexOf(id: string): number | undefined {
    if (!ruleById.has(id)) return undefined;
    const index = this.indexes.get(id) ?? this.indexes.size;
    this.indexes.set(id, index);
    return index;
  }

  descriptors(): ReportingDescriptor[] {
    return [...this.indexes.keys()].map((id) => descriptorOf(ruleById.get(id)!));
  }
}

/** No address is given for more help: the pages of the rules are in the package and the repository only. */
function descriptorOf(rule: RuleFacts): ReportingDescriptor {
  const { id, category, principle, profile, summary, why } = rule;
  const page = explainRule(rule);
  const severity = heaviest(rule);
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: cut(plainText(summary)) },
    fullDescription: { text: cut(oneLine(plainText(why))) },
    help: { text: page.plain(), markdown: page.markdown() },
    defaultConfiguration: { level: LEVELS[severity], enabled: !rule.off && !profile },
    properties: {
      tags: [category, principle, ...(profile ? [profile] : [])],
      precision: "high",
      "problem.severity": PROBLEM_SEVERITIES[severity],
    },
  };
}

/** What it weighs for a plan that has come furthest. */
function heaviest({ severity }: RuleFacts): Severity {
  const all = Object.values(severity);
  return SEVERITIES.findLast((one) => all.includes(one)) ?? "hint";
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").trim();
}

/** Ends with a whole word. */
function cut(text: string): string {
  return text.length <= LONGEST_DESCRIPTION
    ? text
    : `${text.slice(0, LONGEST_DESCRIPTION - 1).replace(/\s+\S*$/, "")}…`;
}
