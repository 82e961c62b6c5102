import type { PlanDate } from "@aiplan/core";
import { type Command, Option } from "commander";
import { FAIL_LEVELS, type FailLevel } from "../check/fail-level.ts";
import { addOutputOf, type OutputChoice } from "../check/output-choice.ts";
import { diff, exitCodeOf } from "../diff/diff.ts";
import { DIFF_FORMATS, type DiffFormatName } from "../diff/format/formats.ts";
import { writeDiff } from "../diff/output.ts";
import { readRequest } from "../diff/request.ts";
import { EXIT } from "../exit-code.ts";
import { command, EXIT_CODES, readDay, readFolder } from "../options.ts";
import type { Terminal } from "../terminal.ts";

const FORMAT_NAMES = Object.keys(DIFF_FORMATS) as DiffFormatName[];

const HELP = `
Examples:
  $ aiplan diff old.aiplan new.aiplan                   two files
  $ aiplan diff main:plans/triage.aiplan                a plan at a commit, and as it is now
  $ aiplan diff v1:plans/triage.aiplan v2:plans/triage.aiplan
  $ aiplan diff main                                    all plans below the current folder, since main
  $ aiplan diff v1 v2 plans                             all plans of a folder at two commits
  $ aiplan diff --format markdown=comment.md main       as a comment on a pull request
  $ aiplan diff --as-of 2026-07-06 old.aiplan new.aiplan    files that were changed on that day

A REF is whatever git takes for a commit. The path after \`REF:\` begins at the top of the repository, or with ./ at the
current folder.

${EXIT_CODES}`;

interface Flags {
  readonly format?: readonly OutputChoice<DiffFormatName>[];
  readonly failOn: FailLevel;
  readonly root?: string;
  readonly asOf?: PlanDate;
}

export function diffCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  return command("diff")
    .summary("say what has changed between two versions of plans, and what was weakened")
    .description(
      "Say what has changed between two versions of plans, by what they say and not by how it is written, and judge it.",
    )
    .argument("<before>", "a file, REF:path, or a REF for all plans")
    .argument("[after...]", "another file or REF:path; after a REF, another REF and paths")
    .option(
      "--format <name>",
      `how the report looks: ${FORMAT_NAMES.join(", ")} (default: "pretty"); NAME=FILE writes it to a file, and several may be given`,
      (text: string, before?: readonly OutputChoice<DiffFormatName>[]) => addOutputOf(FORMAT_NAMES, text, before),
    )
    .addOption(new Option("--fail-on <level>", "exit with 1 from this level on").choices(FAIL_LEVELS).default("error"))
    .option("--root <folder>", "the folder that no link leaves (default: that of the repository)", readFolder)
    .option("--as-of <date>", "the day on which files were changed, such as 2026-07-06", readDay)
    .addHelpText("after", HELP)
    .action(async (before: string, after: string[], { format, failOn, ...options }: Flags, self: Command) => {
      const request = readRequest([before, ...after], terminal.cwd);
      if (typeof request === "string") return self.error(`error: ${request}`);
      const result = await diff(request, { ...options, cwd: terminal.cwd }, terminal);
      const isWritten = await writeDiff(result, format ?? [{ format: "pretty" }], terminal);
      done(isWritten ? exitCodeOf(result, failOn) : EXIT.unusable);
    });
}
