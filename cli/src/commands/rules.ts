import { didYouMean, language, type Principle, principles, rules } from "@aiplan/core";
import { type Command, InvalidArgumentError, Option } from "commander";
import { EXIT } from "../exit-code.ts";
import { command } from "../options.ts";
import { listRules, type RuleFilter } from "../rules/listed-rule.ts";
import { rulesMarkdown, rulesText } from "../rules/rules-text.ts";
import type { Terminal } from "../terminal.ts";

const HELP = `
Examples:
  $ aiplan rules                                what there is
  $ aiplan rules --stage pilot                  what a plan at this stage is checked for
  $ aiplan rules --principle operating-limits   the rules that watch over a principle (or its number)
  $ aiplan rules --category data --format json  for other programs`;

type Flags = RuleFilter & { readonly format: "pretty" | "json" | "markdown" };

export function rulesCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const categories = [...new Set(rules.map(({ category }) => category))].sort();
  return command("rules")
    .summary("list the rules")
    .description("List the rules: what they ask, how much they weigh at each stage, and whether they have fixes.")
    .option("--principle <principle>", "only those that watch over this principle: its id or number", readPrinciple)
    .addOption(new Option("--category <category>", "only those about this").choices(categories))
    .addOption(new Option("--stage <stage>", "only those that speak at this stage").choices(language.STAGES))
    .addOption(
      new Option("--format <format>", "how the list looks").choices(["pretty", "json", "markdown"]).default("pretty"),
    )
    .addHelpText("after", HELP)
    .action(async ({ format, ...filter }: Flags) => {
      const listed = listRules(filter);
      const texts = {
        pretty: () => rulesText(listed, filter.stage, terminal),
        json: () => `${JSON.stringify({ rules: listed }, undefined, 2)}\n`,
        markdown: () => rulesMarkdown(listed),
      };
      await terminal.write(texts[format]());
      done(EXIT.clean);
    });
}

function readPrinciple(word: string): Principle {
  const principle = principles.find(({ id, number }) => id === word || `${number}` === word);
  if (principle) return principle;
  const ids = principles.map(({ id }) => id);
  const meant = didYouMean(word, ids);
  throw new InvalidArgumentError(
    meant === undefined
      ? `Principles have the numbers 1 to ${ids.length}, or are one of ${ids.join(", ")}.`
      : `Did you mean ${meant}?`,
  );
}
