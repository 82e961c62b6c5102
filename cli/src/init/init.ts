import { resolve } from "node:path";
import { EXIT } from "../exit-code.ts";
import { shownPath } from "../shown-path.ts";
import type { Terminal } from "../terminal.ts";
import { type Answers, type Given, withDefaults } from "./answers.ts";
import { Cancelled } from "./ask.ts";
import { type PlannedFile, plannedFiles } from "./planned-files.ts";
import { isThere, leadsOut, writeFiles } from "./write-files.ts";

export interface InitOptions {
  readonly given: Given;
  /** Ask nothing. */
  readonly yes: boolean;
  /** Write over files that are there. */
  readonly force: boolean;
}

/** Writes a plan and what goes with it. Returns the exit code. */
export async function init({ given, yes, force }: InitOptions, terminal: Terminal): Promise<number> {
  const refuse = (line: string): number => {
    terminal.say(line);
    return EXIT.unusable;
  };
  if (given.path !== undefined && leadsOut(resolve(terminal.cwd, given.path), terminal.cwd))
    return refuse(
      `${given.path}: Nothing is written outside of the current folder. Go to where the plan belongs first.`,
    );
  const asks = !yes && terminal.isInteractive === true;
  if (!yes && !asks && given.kind === undefined)
    return refuse(
      "There is no terminal to ask on. Say with --kind what the system does, or take what is usual with --yes.",
    );
  try {
    const answers = await (asks ? (await import("./ask.ts")).ask(given) : withDefaults(given));
    const { files, byHand } = await plannedFiles(answers, terminal.cwd);
    const outside = files.find(({ path }) => leadsOut(resolve(terminal.cwd, path), terminal.cwd));
    if (outside)
      return refuse(`${outside.path}: A symbolic link leads out of the current folder, so nothing was written.`);
    const inTheWay = files.filter(({ path, keepsText }) => !keepsText && isThere(resolve(terminal.cwd, path)));
    if (inTheWay.length > 0 && !force && !(asks && (await mayReplace(inTheWay))))
      return refuse(
        `${namesOf(inTheWay)} ${inTheWay.length === 1 ? "is" : "are"} there already, so nothing was written. Choose another path, or write over with --force.`,
      );
    const failed = await writeFiles(files, terminal.cwd);
    if (failed) return refuse(`${failed.path}: ${failed.problem}`);
    await terminal.write(report(answers, files, terminal.cwd));
    for (const { path, lines } of byHand)
      await terminal.write(`\n${path} is yours. Add to it:\n\n${lines.replace(/^(?=.)/gm, "  ")}`);
    return EXIT.clean;
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    terminal.say("Nothing was written.");
    return EXIT.stopped;
  }
}

async function mayReplace(files: readonly PlannedFile[]): Promise<boolean> {
  return (await import("./ask.ts")).mayReplace(files.map(({ path }) => path));
}

function namesOf(files: readonly PlannedFile[]): string {
  return files.map(({ path }) => path).join(", ");
}

/** What was written, and what to do next. */
function report({ path, stage, ci, preCommit }: Answers, files: readonly PlannedFile[], cwd: string): string {
  const shown = shownPath(resolve(cwd, path), cwd);
  const open = (files[0]?.text.match(/<[^<>\n]+>/g) ?? []).length;
  const needsPackage = ci !== "none" || preCommit;
  return [
    ...files.map((file) => `wrote ${file.path}`),
    "",
    "Next:",
    `- Write what stands in angle brackets in ${shown}, ${open} places: each says what belongs there.`,
    `- \`aiplan check ${shown}\` says what is left for the stage ${stage}; \`aiplan explain KEY\` says what a key is for.`,
    ...(needsPackage
      ? ["- Make aiplan one of the devDependencies of this project: CI and hooks run it from there."]
      : []),
    "",
  ].join("\n");
}
