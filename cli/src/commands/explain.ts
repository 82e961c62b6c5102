import { didYouMean, explainRule, rules } from "@aiplan/core";
import type { Command } from "commander";
import { EXIT } from "../exit-code.ts";
import { command } from "../options.ts";
import type { Terminal } from "../terminal.ts";

export function explainCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  return command("explain")
    .summary("say why a rule asks what it asks")
    .description("Print the page of a rule: what it asks, why, how much it weighs and when it is silent.")
    .argument("<rule>", "the id of a rule, as findings name it in brackets")
    .action(async (rule: string) => done(await explain(rule, terminal)));
}

/** Prints the page of a rule, the one that an editor shows over a finding. Returns the exit code. */
async function explain(id: string, terminal: Terminal): Promise<number> {
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
