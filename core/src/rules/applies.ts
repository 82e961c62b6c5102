import { Plan } from "../language/index.ts";
import type { ProfileId } from "../language/profiles.ts";
import type { PlanFile } from "../syntax/plan-file.ts";
import { misspeltKeys } from "../workspace/key-meant.ts";
import { onceFor } from "../workspace/once-for.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { RuleFacts } from "./rule.ts";
import { severityAt } from "./severity.ts";

/**
 * Does the rule speak of this file at all, by its kind, its stage, the clock and the configuration? A level of the
 * configuration says how loudly a rule speaks, never that it speaks before its first stage.
 */
export function applies(rule: RuleFacts, workspace: Workspace): boolean {
  const level = workspace.config.rules.get(rule.id) ?? (rule.off ? "off" : undefined);
  return (level !== "off" || isNamed(rule, workspace)) && wouldApply(rule, workspace);
}

/** Would the rule speak of this file, had the configuration not switched it off? */
export function isSwitchedOff(rule: RuleFacts, workspace: Workspace): boolean {
  const level = workspace.config.rules.get(rule.id);
  return level === "off" && !isNamed(rule, workspace) && wouldApply(rule, workspace);
}

/** Somebody asks for this very rule: it is on, whatever would switch it off. */
function isNamed({ id }: RuleFacts, { config }: Workspace): boolean {
  return config.only?.has(id) === true;
}

function wouldApply(rule: RuleFacts, workspace: Workspace): boolean {
  const { file, clock } = workspace;
  if (file.refusal && rule.id !== "multiple-documents" && rule.id !== "newer-language-version") return false;
  const isPlan = file.kind === "plan" && !isKindUnreadable(file);
  if (!isPlan && !rule.catalogs) return false;
  if (rule.clock && !clock) return false;
  if (rule.profile && !isNamed(rule, workspace) && !hasProfile(rule.profile, workspace)) return false;
  return severityAt(rule.severity, file.stage) !== undefined;
}

/** A set of rules is on where the plan or the configuration names it, and off everywhere else, whatever the levels of its rules. */
function hasProfile(profile: ProfileId, { file, config }: Workspace): boolean {
  const named = file.root.get("profiles")?.items() ?? [];
  return config.profiles.has(profile) || named.some(({ value }) => value === profile);
}

/** It says what kind of file it is, but not in a word that can be read: it may be a catalog. */
const isKindUnreadable = onceFor(({ root }: PlanFile): boolean => {
  if (root.has("kind")) return root.get("kind")?.value === undefined;
  return misspeltKeys(root, Plan.keys).has("kind");
});
