import { changeRules } from "../changes/rules/registry.ts";
import { rules } from "./registry.ts";
import type { RuleFacts } from "./rule.ts";

/** Every rule that a plan, a comment or the configuration may name: those of one version, then those that compare two. */
export const everyRule: readonly RuleFacts[] = [...rules, ...changeRules];

export const ruleById: ReadonlyMap<string, RuleFacts> = new Map(everyRule.map((rule) => [rule.id, rule]));
