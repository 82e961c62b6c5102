import { everyRule } from "./every-rule.ts";

/** What settings may name: every rule there is, and those that are to come. */
export const ruleIds: ReadonlySet<string> = new Set(everyRule.map(({ id }) => id));
