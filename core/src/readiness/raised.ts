import { isSwitchedOff } from "../rules/applies.ts";
import { canBlock, gravestFirst } from "../rules/blockers.ts";
import { ruleById } from "../rules/every-rule.ts";
import type { Finding, SilencedFinding } from "../rules/finding.ts";
import { heavier, SEVERITIES, type Severity } from "../rules/severity.ts";
import { silence, switchedOff } from "../rules/silence.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";

/** Something that is found in a plan, whatever its author and the configuration make of it. */
export interface Raised {
  /** As it is shown: with the severity that the configuration gives it, or as a waiver leaves it. */
  readonly finding: Finding;
  /** What it weighs for the readiness: as much as usual, or more where the configuration makes it louder, never less. */
  readonly severity: Severity;
  /** Why nobody is shown it. */
  readonly silenced: SilencedFinding | undefined;
}

/** What rules found in a plan, those included that the configuration switches off; hints are left out. */
export function raise(findings: readonly Finding[], checked: CheckedPlan): Raised[] {
  return findings.flatMap((usual) => {
    if (usual.severity === "hint" || usual.ruleFailed) return [];
    const rule = ruleById.get(usual.rule);
    if (rule && isSwitchedOff(rule, checked.workspace)) {
      const silenced = switchedOff(usual, checked.workspace);
      return [{ finding: usual, severity: usual.severity, silenced }];
    }
    const { kept, ignored } = silence([usual], checked, ruleById);
    const finding = kept[0] ?? ignored[0]?.finding ?? usual;
    const severity = finding.accepted ? usual.severity : heavier(usual.severity, finding.severity);
    return [{ finding, severity, silenced: ignored[0] }];
  });
}

/**
 * Does it stand between the plan and its stage? Also where it is silenced, for it is there all the same. An accepted risk
 * doesn't, but for a must: no waiver puts there what is not.
 */
export function blocks({ finding, severity }: Raised, checked: CheckedPlan): boolean {
  if (finding.accepted && severity !== "error" && !finding.rule.startsWith("missing-")) return false;
  const isHeavy = SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf("warning");
  return isHeavy && canBlock({ ...finding, severity }, checked, ruleById.get(finding.rule));
}

export function blockersIn(raised: readonly Raised[], checked: CheckedPlan): Finding[] {
  return raised
    .filter((one) => blocks(one, checked))
    .map(({ finding }) => finding)
    .sort(gravestFirst(checked));
}
