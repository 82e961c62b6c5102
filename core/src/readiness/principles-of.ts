import { isDueBy } from "../language/types.ts";
import { type PrincipleId, principles } from "../principles/index.ts";
import { ruleById } from "../rules/every-rule.ts";
import type { Finding } from "../rules/finding.ts";
import type { Outcome } from "../rules/run.ts";
import { heaviestFirst } from "../rules/severity.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { dueFrom } from "./due-from.ts";
import type { PrincipleStanding } from "./readiness.ts";

/** How a plan stands on each of the principles. */
export function principlesOf({ file }: Workspace, { findings, silenced }: Outcome): PrincipleStanding[] {
  return principles.map((principle) => {
    const isOf = (finding: Finding) => principlesOfFinding(finding).has(principle.id) && finding.severity !== "hint";
    const own = findings.filter(isOf).sort(heaviestFirst);
    const hidden = silenced.filter(({ finding }) => isOf(finding));
    const open = own.filter(({ accepted }) => !accepted);
    const from = dueFrom(principle.id);
    const against = own.length + hidden.length;
    const isMissing = open.some(({ rule }) => rule.startsWith("missing-"));
    const status = !isDueBy(from, file.stage)
      ? "not-yet-due"
      : against === 0
        ? "met"
        : isMissing
          ? "missing"
          : "partly";
    return {
      principle,
      status,
      dueFrom: from,
      share: status === "missing" ? 0 : 1 / (1 + against),
      findings: open,
      silenced: hidden,
      accepted: own.filter(({ accepted }) => accepted),
      unjudged: [],
    };
  });
}

/** The principles that a finding counts for: that of its rule, or, of keys that are missing, those that the keys serve. */
function principlesOfFinding({ rule, missing }: Finding): ReadonlySet<PrincipleId> {
  if (rule === "missing-key" && missing) return new Set(missing.lacks.map(({ key }) => key.principle));
  const principle = ruleById.get(rule)?.principle;
  return new Set(principle ? [principle] : []);
}
