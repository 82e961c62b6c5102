import { type Command, Option } from "commander";
import { type CheckOptions, check, FAIL_LEVELS } from "../check/check.ts";
import { FORMATS } from "../format/formats.ts";
import { command, EXIT_CODES, readDay, readFolder } from "../options.ts";
import type { Terminal } from "../terminal.ts";

const HELP = `
Examples:
  $ aiplan check                                      all plans below the current folder
  $ aiplan check plans/triage.aiplan                  one plan
  $ aiplan check --fail-on warning plans              fail on warnings, too
  $ aiplan check --format json > findings.json        for other programs
  $ aiplan check --as-of 2026-07-06                   check dates as of that day
  $ aiplan check --stdin --stdin-path plans/new.aiplan < draft.txt

A folder means all files below it that end in .aiplan; node_modules and .git are skipped, and so is what
\`ignore\` in aiplan.config.yaml names. Findings go to standard output, everything else to standard error.

${EXIT_CODES}`;

type Flags = Omit<CheckOptions, "paths"> & { readonly stdin?: true };

export function checkCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  return command("check")
    .summary("check plans and catalogs")
    .description("Check plans and catalogs: the files and folders named, else all plans below the current folder.")
    .argument("[paths...]", "files, or folders with plans in them")
    .addOption(new Option("--format <format>", "how the report looks").choices(Object.keys(FORMATS)).default("pretty"))
    .addOption(new Option("--fail-on <level>", "exit with 1 from this level on").choices(FAIL_LEVELS).default("error"))
    .option("--stdin", "read one plan from standard input")
    .option("--stdin-path <path>", "with --stdin: where that plan belongs; there need not be such a file")
    .option("--root <folder>", "the folder that no link leaves (default: that of the repository)", readFolder)
    .option("--as-of <date>", "check dates as of this day, such as 2026-07-06", readDay)
    .addHelpText("after", HELP)
    .action(async (paths: string[], { stdin, ...options }: Flags, self: Command) => {
      if (stdin !== (options.stdinPath === undefined ? undefined : true))
        self.error("error: --stdin and --stdin-path go together: the path says where the plan belongs.");
      if (stdin && paths.length > 0)
        self.error("error: with --stdin no other paths can be checked: the plan is read from standard input.");
      done(await check({ ...options, paths: paths.length > 0 ? paths : ["."] }, terminal));
    });
}
