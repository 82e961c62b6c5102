import { resolve } from "node:path";
import { language, type ProfileId } from "@aiplan/core";
import { type Command, Option } from "commander";
import { type CheckOptions, check } from "../check/check.ts";
import { FAIL_LEVELS } from "../check/fail-level.ts";
import { addOutput, type OutputChoice } from "../check/output-choice.ts";
import { EXIT } from "../exit-code.ts";
import { FORMATS } from "../format/formats.ts";
import { problemWithRef } from "../git/before-check.ts";
import {
  command,
  EXIT_CODES,
  problemWithOneVersion,
  readCount,
  readDay,
  readFolder,
  readJobs,
  readPath,
  readProfiles,
  readRules,
} from "../options.ts";
import type { Terminal } from "../terminal.ts";

const HELP = `
Examples:
  $ aiplan check                                      all plans below the current folder
  $ aiplan check plans/triage.aiplan                  one plan
  $ aiplan check --fail-on warning plans              fail on warnings, too
  $ aiplan check --format json > findings.json        for other programs
  $ aiplan check --format pretty --format json=findings.json    both at once
  $ aiplan check --as-of 2026-07-06                   check dates as of that day
  $ aiplan check --against origin/main                also what a pull request weakens
  $ aiplan check --changed-since origin/main          only what a pull request changes
  $ aiplan check --write-baseline baseline.json       take what is found as known ...
  $ aiplan check --baseline baseline.json             ... and report only what is new
  $ aiplan check --stage production                   what stands between plans and that stage
  $ aiplan check --rule missing-baseline,stale-data-for-use    only these rules
  $ aiplan check --stdin --stdin-path plans/new.aiplan < draft.txt

A folder means all files below it that end in .aiplan; node_modules and .git are skipped, and so is what
\`ignore\` in aiplan.config.yaml names. Findings go to standard output, everything else to standard error.

${EXIT_CODES}`;

const FORMAT_HELP = `how the report looks: ${Object.keys(FORMATS).join(", ")} (default: "pretty"); NAME=FILE writes it to a file, and several may be given`;

interface Flags extends Omit<CheckOptions, "paths" | "outputs" | "failOn" | "only" | "profiles"> {
  readonly failOn?: CheckOptions["failOn"];
  readonly stdin?: true;
  readonly watch?: true;
  readonly format?: readonly OutputChoice[];
  readonly rule?: readonly string[];
  readonly profile?: readonly ProfileId[];
}

export function checkCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  return command("check")
    .summary("check plans and catalogs")
    .description("Check plans and catalogs: the files and folders named, else all plans below the current folder.")
    .argument("[paths...]", "files, or folders with plans in them")
    .option("--format <name>", FORMAT_HELP, addOutput)
    .addOption(
      new Option(
        "--fail-on <level>",
        'exit with 1 from this level on (default: "error"; with --stage "warning")',
      ).choices(FAIL_LEVELS),
    )
    .option("--stdin", "read one plan from standard input")
    .option("--stdin-path <path>", "with --stdin: where that plan belongs; there need not be such a file")
    .option("--root <folder>", "the folder that no link leaves (default: that of the repository)", readFolder)
    .option("--as-of <date>", "check dates as of this day, such as 2026-07-06", readDay)
    .option("--against <ref>", "judge, too, what has changed in plans since this commit")
    .option("--changed-since <ref>", "check only plans that changed since this commit, or what they depend on did")
    .option("--rule <id>", "report only this rule; may be repeated, and commas part several", readRules)
    .option("--profile <id>", "switch a set of rules on; may be repeated, and commas part several", readProfiles)
    .addOption(new Option("--stage <stage>", "judge plans as if they claimed this stage").choices(language.STAGES))
    .option("--baseline <file>", "leave out the findings that this file knows", readPath)
    .option("--write-baseline <file>", "write all findings to this file, as known from now on", readPath)
    .option("--max-findings <number>", "show as many findings at most, the heaviest", readCount)
    .option("--watch", "check again whenever something changes, until Ctrl+C")
    .option("--jobs <number>", "check with as many threads (default: as many as pay)", readJobs)
    .addHelpText("after", HELP)
    .action(
      async (
        paths: string[],
        { stdin, watch: again, format, failOn, rule, profile, ...flags }: Flags,
        self: Command,
      ) => {
        if (stdin && again) self.error("error: --stdin and --watch do not go together: standard input is read once.");
        if (stdin !== (flags.stdinPath === undefined ? undefined : true))
          self.error("error: --stdin and --stdin-path go together: the path says where the plan belongs.");
        if (stdin && paths.length > 0)
          self.error("error: with --stdin no other paths can be checked: the plan is read from standard input.");
        const missing = flags.against === undefined ? problemWithOneVersion(rule ?? []) : undefined;
        if (missing !== undefined) self.error(`error: ${missing}`);
        const options: CheckOptions = {
          ...flags,
          paths: paths.length > 0 ? paths : [flags.stdinPath ?? "."],
          outputs: format ?? [{ format: "pretty" }],
          // A plan that does not earn the stage that is asked about has warnings: the answer is no.
          failOn: failOn ?? (flags.stage ? "warning" : "error"),
          ...(rule ? { only: rule } : {}),
          ...(profile ? { profiles: profile } : {}),
        };
        const { baseline, writeBaseline } = options;
        const others = [...paths, baseline, writeBaseline].flatMap((path) =>
          path === undefined ? [] : [resolve(path)],
        );
        const taken = options.outputs.find(({ file }) => file !== undefined && others.includes(file));
        if (taken)
          self.error(`error: the report in ${taken.format} would take the place of a file that is named, too.`);
        for (const ref of [options.against, options.changedSince]) {
          const problem = ref === undefined ? undefined : await problemWithRef(ref, options.paths, terminal.cwd);
          if (problem === undefined) continue;
          terminal.say(problem);
          return done(EXIT.unusable);
        }
        if (!again) return done(await check(options, terminal));
        // Loaded only here: a single check has nothing to watch.
        const { watch } = await import("../check/watch.ts");
        done(await watch(options, terminal));
      },
    );
}
