import { STAGES } from "../language/types.ts";
import type { RuleFacts } from "../rules/rule.ts";
import { severityAt } from "../rules/severity.ts";
import { page, table } from "./markdown.ts";

/** The list of all rules by what they are about. */
export function ruleIndex(rules: readonly RuleFacts[]): string {
  const categories = [...new Set(rules.map(({ category }) => category))].sort();
  return page(
    "# Rules",
    `${rules.length} rules in ${categories.length} groups. Each has a page that says why it is there, when it is silent, and how its fixes
change a plan. The columns say how much a finding weighs at each stage a plan may claim; a dash is silence.`,
    ...categories.flatMap((category) => groupParts(category, rules)),
  );
}

function groupParts(category: string, all: readonly RuleFacts[]): string[] {
  const rules = all.filter((rule) => rule.category === category);
  const title = category.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase());
  return [
    `## ${title} (${rules.length})`,
    table(
      ["rule", "what it asks", ...STAGES],
      rules.map((rule) => [
        `[\`${rule.id}\`](${rule.id}.md)`,
        `${rule.summary}${rule.off ? " *Off by default.*" : ""}${rule.comparesVersions ? " *Compares two versions.*" : ""}${rule.profile ? ` *Only with the profile \`${rule.profile}\`.*` : ""}`,
        ...STAGES.map((stage) => severityAt(rule.severity, stage) ?? "–"),
      ]),
    ),
  ];
}
