import { didYouMean, explainRule, rules } from "@aiplan/core";
import { EXIT } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

/** Prints the page of a rule, the one that an editor shows over a finding. Returns the exit code. */
export async function explain(id: string, terminal: Terminal): Promise<number> {
  const rule = rules.find((one) => one.id === id);
  if (rule) {
    await terminal.write(`${explainRule(rule).plain()}\n`);
    return EXIT.clean;
  }
  const meant = didYouMean(
    id,
    rules.map((one) => one.id),
  );
  terminal.say(`There is no rule ${id}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`);
  return EXIT.unusable;
}
