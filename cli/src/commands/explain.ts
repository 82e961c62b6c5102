import { explain } from "@aiplan/core";
import { type Command, Option } from "commander";
import { EXIT } from "../exit-code.ts";
import { pageText } from "../format/page-text.ts";
import { command } from "../options.ts";
import type { Terminal } from "../terminal.ts";

const HELP = `
Examples:
  $ aiplan explain benchmark-missed                 a rule, by the id that findings name
  $ aiplan explain stepwise-oversight               a principle, by its id or its number
  $ aiplan explain operating-limits.kill-switch     a key, by its path in a plan
  $ aiplan explain month-6                          a key by its name alone: says where it may stand
  $ aiplan explain act-with-approval                a fixed word: says what it means, and for which keys

Exit codes: 0 it was explained, 2 nothing has this name.`;

export function explainCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  return command("explain")
    .summary("say what a rule, a principle or a key asks, and why")
    .description("Explain a rule, a principle, a key of the plan language, or a word that is written for one.")
    .argument("<name>", "the id of a rule or principle, the number of a principle, a key or its path")
    .addOption(new Option("--format <format>", "how it looks").choices(["pretty", "markdown"]).default("pretty"))
    .addHelpText("after", HELP)
    .action(async (name: string, { format }: { format: string }) => done(await print(name, format, terminal)));
}

/** Prints the page about a name; rules have the one that an editor shows over a finding. Returns the exit code. */
async function print(name: string, format: string, terminal: Terminal): Promise<number> {
  const found = explain(name);
  if ("page" in found) {
    const markdown = found.page.markdown();
    await terminal.write(format === "markdown" ? `${markdown}\n` : pageText(markdown, terminal));
    return EXIT.clean;
  }
  const advice =
    found.meant === undefined
      ? "`aiplan rules` lists the rules, `aiplan schema --vocabulary` the keys."
      : `Did you mean ${found.meant}?`;
  terminal.say(`There is no rule, principle or key ${name}. ${advice}`);
  return EXIT.unusable;
}
