import { readFile } from "node:fs/promises";
import { readProblem } from "@aiplan/server/read-file";
import { count } from "../format/summary-text.ts";
import { shownPath } from "../shown-path.ts";
import type { Terminal } from "../terminal.ts";
import { writeWhole } from "../written-file.ts";
import { Baseline, type BaselineOptions } from "./baseline.ts";
import { baselineText, type KnownPlans, readBaseline } from "./baseline-file.ts";

/** The flags that are about baselines; paths are absolute. */
export interface BaselineFlags {
  /** What is known is read from this file. */
  readonly baseline?: string;
  /** What is known from now on is written to this file. */
  readonly writeBaseline?: string;
}

/**
 * Reads the baseline that the flags name, and makes sure that nothing else is written over with one. Undefined where they
 * name none.
 *
 * @returns what is wrong with a file, as a line for the person who named it, where something is
 */
export async function openBaseline(
  { baseline, writeBaseline }: BaselineFlags,
  options: Omit<BaselineOptions, "isRewritten">,
): Promise<Baseline | undefined | { readonly problem: string }> {
  if (baseline === undefined && writeBaseline === undefined) return undefined;
  const said = (path: string, message: string) => ({ problem: `${shownPath(path, options.cwd)}: ${message}` });
  const read = baseline === undefined ? { known: new Map() } : await readKnown(baseline);
  if ("problem" in read) {
    const anew = `\`aiplan check --write-baseline ${shownPath(baseline!, options.cwd)}\``;
    const advice = read.isAbsent
      ? `Write one first with ${anew}.`
      : `Restore it, or delete it and write it anew with ${anew}.`;
    return said(baseline!, `${read.problem} ${advice}`);
  }
  const before = writeBaseline === undefined || writeBaseline === baseline ? read : await readKnown(writeBaseline);
  // Of a slip of the fingers nobody should lose a file.
  if ("problem" in before && !before.isAbsent)
    return said(writeBaseline!, `${before.problem} It is not written over: name another file, or delete this one.`);
  return new Baseline(read.known, { ...options, isRewritten: writeBaseline !== undefined });
}

interface Unusable {
  readonly problem: string;
  readonly isAbsent: boolean;
}

async function readKnown(path: string): Promise<{ readonly known: KnownPlans } | Unusable> {
  try {
    const read = readBaseline(await readFile(path, "utf8"));
    return "problem" in read ? { ...read, isAbsent: false } : read;
  } catch (error) {
    const { problem, message } = readProblem(error);
    const isAbsent = problem === "not-found";
    return { problem: isAbsent ? "There is no such baseline." : message, isAbsent };
  }
}

/**
 * At the end of a run that is to write one: writes what is known from now on, and says so.
 *
 * @returns whether it is written
 */
export async function writeBaseline(baseline: Baseline, path: string, terminal: Terminal): Promise<boolean> {
  const shown = shownPath(path, terminal.cwd);
  const { next, refused } = baseline;
  const problem = await writeWhole(path, baselineText(next));
  if (problem !== undefined) {
    terminal.say(`${shown}: The baseline was not written. ${problem}`);
    return false;
  }
  const number = [...next.values()].flatMap(({ findings }) => findings).reduce((sum, { count: one }) => sum + one, 0);
  terminal.say(`${shown}: ${count(number, "finding is", "findings are")} known from now on.`);
  if (refused > 0) {
    const [left, them] = [count(refused, "finding is", "findings are"), refused === 1 ? "it" : "them"];
    terminal.say(`${left} left: a baseline takes no errors that stand at every stage. Put ${them} right.`);
  }
  return true;
}
