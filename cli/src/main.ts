import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { readDate } from "@aiplan/core";
import { readProblem } from "@aiplan/server/read-file";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type CheckOptions, check, FAIL_LEVELS } from "./check.ts";
import { EXIT } from "./exit-code.ts";
import { explain } from "./explain.ts";
import { FORMATS } from "./format/formats.ts";
import { processTerminal, type Terminal } from "./terminal.ts";

const HELP = `
Examples:
  $ aiplan check                       check all plans below the current folder
  $ aiplan check --help                say what a check can do
  $ aiplan explain benchmark-missed    say why a rule asks what it asks

Exit codes: 0 nothing found at the fail level, 1 findings, 2 wrong usage or something could not be read.`;

const CHECK_HELP = `
Examples:
  $ aiplan check                                      all plans below the current folder
  $ aiplan check plans/triage.aiplan                  one plan
  $ aiplan check --fail-on warning plans              fail on warnings, too
  $ aiplan check --format json > findings.json        for other programs
  $ aiplan check --as-of 2026-07-06                   check dates as of that day
  $ aiplan check --stdin --stdin-path plans/new.aiplan < draft.txt

A folder means all files below it that end in .aiplan; node_modules and .git are skipped, and so is what
\`ignore\` in aiplan.config.yaml names. Findings go to standard output, everything else to standard error.

Exit codes: 0 nothing found at the fail level, 1 findings, 2 wrong usage or something could not be read.`;

function program(terminal: Terminal, done: (exitCode: number) => void): Command {
  const root = new Command("aiplan")
    .description("Check AI deployment plans (.aiplan files).")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText("after", HELP)
    .showHelpAfterError("Run `aiplan --help` to see what there is.")
    .exitOverride();

  root
    .command("check")
    .summary("check plans and catalogs")
    .description("Check plans and catalogs: the files and folders named, else all plans below the current folder.")
    .argument("[paths...]", "files, or folders with plans in them")
    .addOption(new Option("--format <format>", "how the report looks").choices(Object.keys(FORMATS)).default("pretty"))
    .addOption(new Option("--fail-on <level>", "exit with 1 from this level on").choices(FAIL_LEVELS).default("error"))
    .option("--stdin", "read one plan from standard input")
    .option("--stdin-path <path>", "with --stdin: where that plan belongs; there need not be such a file")
    .option("--root <folder>", "the folder that no link leaves (default: that of the repository)", readFolder)
    .option("--as-of <date>", "check dates as of this day, such as 2026-07-06", readDay)
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", CHECK_HELP)
    .showHelpAfterError("Run `aiplan check --help` to see the options.")
    .action(async (paths: string[], options: CheckFlags, command: Command) => {
      if (options.stdin !== (options.stdinPath === undefined ? undefined : true))
        command.error("error: --stdin and --stdin-path go together: the path says where the plan belongs.");
      if (options.stdin && paths.length > 0)
        command.error("error: with --stdin no other paths can be checked: the plan is read from standard input.");
      const { stdin: _, ...rest } = options;
      done(await check({ ...rest, paths: paths.length > 0 ? paths : ["."] }, terminal));
    });

  root
    .command("explain")
    .summary("say why a rule asks what it asks")
    .description("Print the page of a rule: what it asks, why, how much it weighs and when it is silent.")
    .argument("<rule>", "the id of a rule, as findings name it in brackets")
    .helpOption("-h, --help", "print this help")
    .showHelpAfterError("Run `aiplan explain --help` to see how.")
    .action(async (rule: string) => done(await explain(rule, terminal)));

  root
    .command("lsp")
    .summary("start the language server, for editors")
    .description("Start the language server, for any editor that speaks the Language Server Protocol.")
    .option("--stdio", "talk over standard input and output (the default, and all there is)")
    .addOption(new Option("--clientProcessId <id>", "what some editors pass on; the server reads it itself").hideHelp())
    .helpOption("-h, --help", "print this help")
    .action(async () => {
      // Loaded only here, for it is as large as all the rest.
      const { serveStdio } = await import("@aiplan/server");
      serveStdio();
    });
  return root;
}

type CheckFlags = Omit<CheckOptions, "paths"> & { readonly stdin?: true };

function readFolder(path: string): string {
  const folder = resolve(path);
  try {
    if (statSync(folder).isDirectory()) return folder;
  } catch (error) {
    throw new InvalidArgumentError(readProblem(error).message);
  }
  throw new InvalidArgumentError("This is a file, not a folder.");
}

function readDay(text: string): CheckOptions["asOf"] {
  const { date, suggestion } = readDate(text);
  if (date) return date;
  throw new InvalidArgumentError(`Write a date such as ${suggestion ?? "2026-07-06"} (year-month-day).`);
}

function version(): string {
  // The same place seen from the sources and from the bundle.
  return JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
}

/** A defect of the program: one line, and more only for those who look for it. */
function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const details = process.env.DEBUG === "aiplan" && error instanceof Error ? `\n${error.stack}` : "";
  const [line] = message.split("\n");
  process.stderr.write(
    `aiplan failed: ${line}. This is a defect of aiplan: please report it, with what DEBUG=aiplan adds.${details}\n`,
  );
  process.exit(EXIT.unusable);
}

process.on("uncaughtException", fail);
try {
  await program(processTerminal(), (exitCode) => {
    process.exitCode = exitCode;
  }).parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) fail(error);
  else process.exitCode = error.exitCode === 0 ? EXIT.clean : EXIT.unusable;
}
