import type { Workspace } from "../workspace/workspace.ts";
import type { Rule } from "./rule.ts";
import { severityAt } from "./severity.ts";

/**
 * Does the rule speak of this file at all, by its kind, its stage, the clock and the configuration? A level of the
 * configuration says how loudly a rule speaks, never that it speaks before its first stage.
 */
export function applies(rule: Rule, { file, config, clock }: Workspace): boolean {
  if (file.refusal && rule.id !== "multiple-documents" && rule.id !== "newer-language-version") return false;
  if (file.kind === "catalog" && !rule.catalogs) return false;
  if (rule.clock && !clock) return false;
  const level = config.rules.get(rule.id) ?? (rule.off ? "off" : undefined);
  return level !== "off" && severityAt(rule.severity, file.stage) !== undefined;
}
