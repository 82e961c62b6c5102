import { language, type PlanDate, type ProfileId } from "@aiplan/core";
import { type Command, Option } from "commander";
import { Fixer } from "../fix/fixer.ts";
import { command, readDay, readFolder, readProfiles, readRules } from "../options.ts";
import { addInput, type InputFlags, inputOf } from "../rewrite/input.ts";
import { rewriteFiles } from "../rewrite/rewrite-files.ts";
import type { Terminal } from "../terminal.ts";

const HELP = `
Examples:
  $ aiplan fix                              put right what needs no person, in all plans below the current folder
  $ aiplan fix --dry-run plans              show what would change, and change nothing
  $ aiplan fix --all plans/triage.aiplan    also insert what is missing, as placeholders to fill in
  $ aiplan fix --all --stage pilot plans    also insert what is due at that stage
  $ aiplan fix --rule value-style           only what this rule finds
  $ aiplan fix --stdin --stdin-path plans/new.aiplan < draft.txt > fixed.txt

Only plans and catalogs are changed: no other file is written or made. What needs a person is left as it is, or with
--all gets a placeholder such as <month-one target e.g. 90%>.

Exit codes: 0 done, 1 something would change (--dry-run), 2 wrong usage or something could not be read or written.`;

interface Flags extends InputFlags {
  readonly all?: boolean;
  readonly dryRun?: boolean;
  readonly root?: string;
  readonly asOf?: PlanDate;
  readonly stage?: language.Stage;
  readonly rule?: readonly string[];
  readonly profile?: readonly ProfileId[];
}

export function fixCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  return addInput(command("fix"))
    .summary("put right what can be put right")
    .description("Put right in plans and catalogs what can be put right without a person, as an editor does.")
    .option("--all", "also what needs a person: placeholders for what is missing, and the fix an editor offers first")
    .option("--dry-run", "print the difference and write nothing; exit with 1 if there is one")
    .option("--root <folder>", "the folder outside of which nothing is written, and that no link leaves", readFolder)
    .option("--as-of <date>", "check dates as of this day, such as 2026-07-06", readDay)
    .option("--rule <id>", "only what this rule finds; may be repeated, and commas part several", readRules)
    .option("--profile <id>", "switch a set of rules on; may be repeated, and commas part several", readProfiles)
    .addOption(new Option("--stage <stage>", "judge plans as if they claimed this stage").choices(language.STAGES))
    .addHelpText("after", HELP)
    .action(async (paths: string[], { all = false, dryRun, rule, profile, ...flags }: Flags, self: Command) => {
      const judgement = { ...(rule ? { only: rule } : {}), ...(profile ? { profiles: profile } : {}) };
      const fixer = new Fixer({ ...flags, ...judgement, cwd: terminal.cwd, all });
      const options = { ...inputOf(paths, flags, self), mode: dryRun ? ("diff" as const) : ("write" as const) };
      const { exitCode, files, changed } = await rewriteFiles(options, fixer, terminal);
      const would = dryRun ? "would change" : "changed";
      terminal.say(`${changed} of ${files} ${files === 1 ? "file" : "files"} ${would}.`);
      done(exitCode);
    });
}
