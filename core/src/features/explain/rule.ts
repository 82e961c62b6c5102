import { STAGES } from "../../language/types.ts";
import { principleById } from "../../principles/index.ts";
import type { RuleFacts } from "../../rules/rule.ts";
import { severityAt } from "../../rules/severity.ts";
import { Page } from "../hover/page.ts";
import { SEVERITY_NAMES } from "../hover/principle.ts";

/**
 * What a rule asks, why a plan that breaks it fails, when it is silent, how much it weighs, and the principle behind it:
 * the hover over a finding and the command line's `explain` show this page.
 */
export function explainRule(rule: RuleFacts): Page {
  const { id, summary, why, silent, source } = rule;
  const principle = principleById(rule.principle);
  return new Page()
    .text(`**\`${id}\`**: ${summary}`)
    .paragraphs(why)
    .text(
      "**How much it weighs:**",
      `${weightOf(rule)}.`,
      rule.off ? "It is off unless the configuration turns it on." : "",
    )
    .text("**When it is silent.**", silent)
    .text(`**Principle ${principle.number}: ${principle.title}.**`, principle.what)
    .text("**Source:**", `${source}.`.replace(/\.\.$/, "."));
}

/** `hint at proposal, warning at build, error from pilot on`. */
function weightOf({ severity }: RuleFacts): string {
  const steps = STAGES.map((stage) => severityAt(severity, stage) ?? "silent");
  const runs: { said: string; from: number; to: number }[] = [];
  for (const [index, step] of steps.entries()) {
    const last = runs.at(-1);
    const said = step === "silent" ? "nothing" : SEVERITY_NAMES[step];
    if (last?.said === said) last.to = index;
    else runs.push({ said, from: index, to: index });
  }
  if (runs.length === 1) return `${runs[0]?.said} at every stage`;
  return runs.map(({ said, from, to }) => `${said} ${whenSaid(from, to)}`).join(", ");
}

function whenSaid(from: number, to: number): string {
  if (from === to) return `at \`${STAGES[from]}\``;
  if (to === STAGES.length - 1) return `from \`${STAGES[from]}\` on`;
  return from === 0 ? `up to \`${STAGES[to]}\`` : `from \`${STAGES[from]}\` to \`${STAGES[to]}\``;
}
