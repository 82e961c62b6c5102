import { rules } from "./registry.ts";

/** What settings may name: every rule there is, and those that are to come. */
export const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));
