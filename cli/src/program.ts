import { Command } from "commander";
import { checkCommand } from "./commands/check.ts";
import { completeCommand, completionsCommand } from "./commands/completions.ts";
import { diffCommand } from "./commands/diff.ts";
import { explainCommand } from "./commands/explain.ts";
import { fixCommand } from "./commands/fix.ts";
import { formatCommand } from "./commands/format.ts";
import { initCommand } from "./commands/init.ts";
import { lspCommand } from "./commands/lsp.ts";
import { mcpCommand } from "./commands/mcp.ts";
import { reportCommand } from "./commands/report.ts";
import { rulesCommand } from "./commands/rules.ts";
import { schemaCommand } from "./commands/schema.ts";
import { EXIT_CODES, USAGE_ERRORS } from "./options.ts";
import type { Terminal } from "./terminal.ts";
import { version } from "./version.ts";

const HELP = `
Examples:
  $ aiplan init                        write a plan to begin with
  $ aiplan check                       check all plans below the current folder
  $ aiplan check --help                say what a check can do
  $ aiplan fix --dry-run               show what can be put right without a person
  $ aiplan diff main                   say what has changed since main, and what was weakened
  $ aiplan report                      say where plans stand, and what to do next
  $ aiplan explain benchmark-missed    say why a rule asks what it asks
  $ aiplan rules --stage pilot         say what a plan at this stage is checked for

${EXIT_CODES}`;

/**
 * The command line as a whole; each command is a file in `commands`.
 *
 * @param done is called with the exit code
 */
export function program(terminal: Terminal, done: (exitCode: number) => void): Command {
  return new Command("aiplan")
    .description("Check AI deployment plans (.aiplan files).")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText("after", HELP)
    .configureOutput(USAGE_ERRORS)
    .showHelpAfterError("Run `aiplan --help` to see what there is.")
    .exitOverride()
    .addCommand(checkCommand(terminal, done))
    .addCommand(fixCommand(terminal, done))
    .addCommand(formatCommand(terminal, done))
    .addCommand(diffCommand(terminal, done))
    .addCommand(reportCommand(terminal, done))
    .addCommand(initCommand(terminal, done))
    .addCommand(explainCommand(terminal, done))
    .addCommand(rulesCommand(terminal, done))
    .addCommand(schemaCommand(terminal, done))
    .addCommand(mcpCommand(terminal, done))
    .addCommand(lspCommand())
    .addCommand(completionsCommand(terminal, done))
    .addCommand(completeCommand(terminal, done), { hidden: true });
}
