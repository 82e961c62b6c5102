import { statSync } from "node:fs";
import { resolve } from "node:path";
import {
  changeRules,
  isProfile,
  noSuchProfile,
  noSuchRule,
  type PlanDate,
  type ProfileId,
  readDate,
  ruleIds,
} from "@aiplan/core";
import { readProblem } from "@aiplan/server/read-file";
import { Command, InvalidArgumentError, type OutputConfiguration } from "commander";
import { visible } from "./format/display-width.ts";

/** How wrong usage is told: in one line, in which nothing is obeyed by a terminal. */
export const USAGE_ERRORS: OutputConfiguration = {
  outputError: (text, write) => {
    const line = text.trimEnd().replace(/\n\(Did you mean (.*)\?\)$/, ". Did you mean $1?");
    write(`${visible(line)}\n`);
  },
};

/** A command of `aiplan`, with what all of them share; its action and its own help texts come from its file. */
export function command(name: string): Command {
  return new Command(name)
    .allowExcessArguments(false)
    .helpOption("-h, --help", "print this help")
    .configureOutput(USAGE_ERRORS)
    .showHelpAfterError(`Run \`aiplan ${name} --help\` to see how.`)
    .exitOverride();
}

/** Ends every help text of a command that checks. */
export const EXIT_CODES =
  "Exit codes: 0 nothing found at the fail level, 1 findings, 2 wrong usage or something could not be read.";

/** Reads the path of a folder that must be there. Returns it absolute. */
export function readFolder(path: string): string {
  const folder = resolve(path);
  try {
    if (statSync(folder).isDirectory()) return folder;
  } catch (error) {
    throw new InvalidArgumentError(readProblem(error).message);
  }
  throw new InvalidArgumentError("This is a file, not a folder.");
}

/** Reads the path of a file, which need not be there. Returns it absolute. */
export function readPath(path: string): string {
  if (path === "") throw new InvalidArgumentError("Name a file.");
  return resolve(path);
}

/** Reads a day as plans write it. */
export function readDay(text: string): PlanDate {
  const { date, suggestion } = readDate(text);
  if (date) return date;
  throw new InvalidArgumentError(`Write a date such as ${suggestion ?? "2026-07-06"} (year-month-day).`);
}

/** Reads ids of rules, added to those of the same option before: it may be repeated, and commas part several. */
export function readRules(text: string, before: readonly string[] = []): string[] {
  const problem = (id: string) => (id === "" ? "Name a rule, such as missing-baseline." : noSuchRule(id, ruleIds));
  return readIds(text, before, (id) => (ruleIds.has(id) ? undefined : `${problem(id)} \`aiplan rules\` lists them.`));
}

/** Why a rule that is asked for can find nothing, where only one version of each plan is at hand. */
export function problemWithOneVersion(rules: readonly string[]): string | undefined {
  const rule = changeRules.find(({ id }) => rules.includes(id));
  return rule && `The rule \`${rule.id}\` compares two versions of a plan: \`aiplan check --against REF\` does.`;
}

/** Reads ids of profiles in the same way as those of rules. */
export function readProfiles(text: string, before: readonly ProfileId[] = []): ProfileId[] {
  return readIds(text, before, (id) => (isProfile(id) ? undefined : noSuchProfile(id)));
}

function readIds<Id extends string>(
  text: string,
  before: readonly Id[],
  problemOf: (id: string) => string | undefined,
): Id[] {
  const ids = text.split(",").map((id) => id.trim());
  for (const id of ids) {
    const problem = problemOf(id);
    if (problem !== undefined) throw new InvalidArgumentError(problem);
  }
  return [...before, ...(ids as Id[])];
}

/** Reads a number of things: 0, 1, 2 ... */
export function readCount(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Write a whole number such as 20.");
}

/** Reads how many threads are wanted. */
export function readJobs(text: string): number {
  const jobs = readCount(text);
  if (jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new InvalidArgumentError(`Write a number from 1 to ${MOST_JOBS}.`);
}

const MOST_JOBS = 64;
