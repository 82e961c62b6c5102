import { type Autonomy, idFrom, language, PLAN_KINDS, type PlanKind } from "@aiplan/core";
import { type Command, InvalidArgumentError, Option } from "commander";
import { CI_SYSTEMS, type CiSystem, type Given, kindCalled } from "../init/answers.ts";
import { init } from "../init/init.ts";
import { command } from "../options.ts";
import type { Terminal } from "../terminal.ts";

const HELP = `
Examples:
  $ aiplan init                                          ask a few questions, then write a plan
  $ aiplan init plans/triage.aiplan --kind routing       ask for nothing that the flags say
  $ aiplan init --yes                                    ask nothing, take what is usual
  $ aiplan init --yes --kind agent --stage build --owner head-of-service --ci github --gitattributes

Kinds:
${PLAN_KINDS.map(({ id, title }) => `  ${id.padEnd(12)} ${title}`).join("\n")}

A plan begins with the metrics that fit its kind, and with everything that is due at its stage; what only people can know is
left in angle brackets. Without a terminal nothing is asked: say the kind, or --yes. Files that are there are
not written over without --force, and nothing is written outside of the current folder.

Exit codes: 0 written, 2 wrong usage or something could not be written, 130 stopped by Escape or Ctrl-C.`;

interface Flags {
  readonly name?: string;
  readonly title?: string;
  readonly owner?: string;
  readonly kind?: PlanKind;
  readonly stage?: language.Stage;
  readonly autonomy?: Autonomy;
  readonly ci?: CiSystem;
  readonly config?: true;
  readonly preCommit?: true;
  readonly gitattributes?: true;
  readonly yes?: true;
  readonly force?: true;
}

export function initCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const autonomies = Object.keys(language.OperatingLimits.keys.autonomy.type.choices);
  const kinds = PLAN_KINDS.map(({ id }) => id);
  return command("init")
    .summary("write a plan to begin with")
    .description("Write a plan to begin with, and what goes with it: a configuration, CI, hooks.")
    .argument("[path]", "where the plan goes (default: its name, in the current folder)", readPath)
    .addOption(new Option("--kind <kind>", "what the system does").choices(kinds))
    .addOption(new Option("--stage <stage>", "how far you are (default: proposal)").choices(language.STAGES))
    .addOption(
      new Option("--autonomy <autonomy>", "how far the system acts on its own (default: by its kind)").choices(
        autonomies,
      ),
    )
    .option("--name <name>", "the name of the plan (default: by its path)", readId)
    .option("--title <title>", "what the system does, in one line", readLine)
    .option("--owner <role>", "the role that answers for it, such as head-of-support", readId)
    .option("--config", "write aiplan.config.yaml, too")
    .addOption(
      new Option("--ci <system>", "write what checks plans when they change (default: none)").choices(CI_SYSTEMS),
    )
    .option("--pre-commit", "write .pre-commit-config.yaml, too")
    .option("--gitattributes", "let forges show plans in colours")
    .option("-y, --yes", "ask nothing; take what is usual for what the flags leave open")
    .option("--force", "write over files that are there")
    .addHelpText("after", HELP)
    .action(
      async (path: string | undefined, { yes, force, kind, ...flags }: Omit<Flags, "kind"> & { kind?: string }) => {
        const known = kind === undefined ? undefined : kindCalled(kind);
        const given: Given = { ...flags, ...(path === undefined ? {} : { path }), ...(known ? { kind: known } : {}) };
        done(await init({ given, yes: yes === true, force: force === true }, terminal));
      },
    );
}

function readPath(path: string): string {
  if (path.endsWith(".aiplan") && !/[\0\r\n]/.test(path)) return path;
  const parts = path.replace(/\.ya?ml$/, "").split("/");
  const meant = [...parts.slice(0, -1), `${idFrom(parts.at(-1) ?? "") || "new-plan"}.aiplan`].join("/");
  throw new InvalidArgumentError(`The path of a plan ends in .aiplan: ${oneLine(meant)}, for example.`);
}

function readId(text: string): string {
  if (text !== "" && idFrom(text) === text) return text;
  const meant = idFrom(text);
  throw new InvalidArgumentError(`Use small letters, digits and hyphens${meant === "" ? "" : `: ${meant}`}.`);
}

function readLine(text: string): string {
  const line = text.trim();
  if (line !== "" && !/[\p{Cc}\u2028\u2029]/u.test(line) && line.length <= 300) return line;
  throw new InvalidArgumentError("Write one line, of 300 characters at most.");
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}
