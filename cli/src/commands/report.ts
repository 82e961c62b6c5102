import { resolve } from "node:path";
import { language, type PlanDate, type ProfileId } from "@aiplan/core";
import { type Command, InvalidArgumentError, Option } from "commander";
import { addOutputOf, type OutputChoice } from "../check/output-choice.ts";
import { command, readCount, readDay, readFolder, readProfiles } from "../options.ts";
import { readOutputs } from "../readiness/destination.ts";
import { REPORT_FORMAT_NAMES, type ReportFormatName } from "../readiness/formats.ts";
import type { Gates } from "../readiness/gates.ts";
import type { Terminal } from "../terminal.ts";

const HELP = `
Examples:
  $ aiplan report plans/triage.aiplan                        where a plan stands, as Markdown
  $ aiplan report --output triage.html plans/triage.aiplan   as a page to read, print and share
  $ aiplan report --output portfolio.html plans              where all plans of a folder stand, on one page
  $ aiplan report --output reports plans                     that page, and a report of each plan beside it
  $ aiplan report --stage production plans                   how far plans are from that stage
  $ aiplan report --format json plans                        for other programs
  $ aiplan report --format markdown=summary.md --format html=report.html plans    both at once
  $ aiplan report --fail-on not-ready --fail-under 60 plans  fail where a plan is not ready, or below a score

One plan gives its whole report; several give where each stands, what blocks it and what most of them lack. Catalogs and
what \`ignore\` in aiplan.config.yaml names are left out. A report is one file that needs no network. The figures are those
that the editor shows.

Exit codes: 0 written, 1 a plan fails --fail-on or --fail-under, 2 wrong usage or something could not be read or written.`;

interface Flags extends Gates {
  readonly format?: readonly OutputChoice<ReportFormatName>[];
  readonly output?: string;
  readonly root?: string;
  readonly asOf?: PlanDate;
  readonly stage?: language.Stage;
  readonly profile?: readonly ProfileId[];
}

export function reportCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  return command("report")
    .summary("say where plans stand, for those who decide")
    .description(
      "Report where plans stand, what stands in their way and what to do next: for leadership, on paper or in a browser.",
    )
    .argument("[paths...]", "files, or folders with plans in them (default: the current folder)")
    .option(
      "--format <name>",
      `how the report looks: ${REPORT_FORMAT_NAMES.join(", ")} (default: that of the ending of --output, else "markdown"); NAME=FILE writes it to a file, and several may be given`,
      (text: string, before?: readonly OutputChoice<ReportFormatName>[]) =>
        addOutputOf(REPORT_FORMAT_NAMES, text, before),
    )
    .option("--output <path>", "write the report to this file; to a folder, with a report of each plan beside it")
    .addOption(new Option("--stage <stage>", "judge plans as if they claimed this stage").choices(language.STAGES))
    .addOption(
      new Option("--fail-on <what>", "exit with 1 if a plan is not ready for its stage")
        .choices(["not-ready", "never"])
        .default("never"),
    )
    .option("--fail-under <score>", "exit with 1 if the score of a plan is lower, from 1 to 100", readScore)
    .option("--root <folder>", "the folder that no link leaves (default: that of the repository)", readFolder)
    .option("--as-of <date>", "compare dates with this day, such as 2026-07-06 (default: today)", readDay)
    .option("--profile <id>", "switch a set of rules on; may be repeated, and commas part several", readProfiles)
    .addHelpText("after", HELP)
    .action(async (paths: string[], { format = [], output, profile, ...flags }: Flags, self: Command) => {
      const outputs = readOutputs(format, output, terminal.cwd);
      if (typeof outputs === "string") return self.error(`error: ${outputs}`);
      const shown = outputs.find(({ file, folder }) => (file ?? folder) === undefined);
      if (shown?.format === "html" && terminal.isInteractive)
        return self.error("error: HTML is for a browser: name a file for it, as in --output report.html.");
      const named = new Set(paths.map((path) => resolve(terminal.cwd, path)));
      const taken = outputs.find(({ file }) => file !== undefined && named.has(file));
      if (taken)
        return self.error(`error: the report in ${taken.format} would take the place of a file that is named, too.`);
      const judgement = profile ? { profiles: profile } : {};
      // Loaded only here: nothing of it is of use to other commands.
      const { reportPlans } = await import("../readiness/report-plans.ts");
      done(await reportPlans({ ...flags, ...judgement, paths: paths.length > 0 ? paths : ["."], outputs }, terminal));
    });
}

function readScore(text: string): number {
  const score = readCount(text);
  if (score >= 1 && score <= 100) return score;
  throw new InvalidArgumentError("Write a score from 1 to 100.");
}
