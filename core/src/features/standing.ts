import { STAGES } from "../language/index.ts";
import { isDueLater } from "../rules/blockers.ts";
import type { Finding } from "../rules/finding.ts";
import { enumerate } from "../rules/messages.ts";
import { rules } from "../rules/registry.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";

/** It sums up the others: counted with them it would count them twice. */
const SUMMARY = "stage-not-earned";

/**
 * How a plan stands at the stage it claims and what is due at the next, in a line: `Pilot: 2 errors and 5 warnings to settle
 * · 3 more due at production`.
 */
export function standing({ file, workspace }: CheckedPlan, findings: readonly Finding[]): string {
  const own = findings.filter(({ rule, place }) => rule !== SUMMARY && place.uri === file.uri);
  const count = (severity: Finding["severity"]) => own.filter((finding) => finding.severity === severity).length;
  const counts = [...counted(count("error"), "error"), ...counted(count("warning"), "warning")];
  const isUnread = file.syntax.length > 0 || file.sections.some(({ broken }) => broken);
  const nothing = isUnread ? "not all of it can be read" : "nothing is missing";
  const claimed = file.root.get("stage")?.value;
  const stage = claimed ? sentenceCase(claimed) : "No stage yet, so judged as a proposal";
  const now = `${stage}: ${counts.length > 0 ? `${enumerate(counts)} to settle` : nothing}`;
  const next = STAGES[STAGES.indexOf(file.stage) + 1];
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  // Where the author has turned a rule down to hints, they don't mean that something is due later.
  const isTurnedDown = ({ rule }: Finding) => workspace.config.rules.get(rule) === "hint";
  const later = own.filter((finding) => !isTurnedDown(finding) && isDueLater(finding, byId.get(finding.rule))).length;
  if (!next || later === 0) return now;
  return `${now} · ${counts.length > 0 ? `${later} more due at ${next}` : `next: ${next} lacks ${later}`}`;
}

function counted(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${what}${count === 1 ? "" : "s"}`];
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
