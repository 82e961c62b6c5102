import { resolve } from "node:path";
import { language } from "@aiplan/core";
import { InvalidArgumentError } from "commander";
import type * as api from "../index.d.ts";
import { check as checkPlans } from "./check/check.ts";
import { problemWithOneVersion, readDay, readFolder, readProfiles, readRules } from "./options.ts";
import { type Terminal, USUAL_WIDTH } from "./terminal.ts";

/** What programs get: the report of the command line. It is described in `index.d.ts`, for those who use it. */
export const check: typeof api.check = async (options = {}) => {
  const { paths = ["."], input, cwd = ".", root, asOf, rules, profiles, stage } = options;
  const folder = read("cwd", () => readFolder(cwd));
  const written: string[] = [];
  const problems: string[] = [];
  const terminal: Terminal = {
    cwd: folder,
    stdin: textOf(input?.text ?? ""),
    colours: false,
    isInteractive: false,
    width: USUAL_WIDTH,
    write: async (text) => void written.push(text),
    say: (line) => void problems.push(line),
    status: () => {},
    // What ends a program is its own business.
    interruption: () => new AbortController().signal,
  };
  await checkPlans(
    {
      paths,
      outputs: [{ format: "json" }],
      failOn: "never",
      ...(input ? { stdinPath: input.path } : {}),
      ...(root === undefined ? {} : { root: read("root", () => readFolder(resolve(folder, root))) }),
      ...(asOf === undefined ? {} : { asOf: read("asOf", () => readDay(asOf)) }),
      ...(rules ? { only: read("rules", () => readRulesOfOneVersion(rules)) } : {}),
      ...(profiles ? { profiles: read("profiles", () => readProfiles(profiles.join())) } : {}),
      ...(stage === undefined ? {} : { stage: readStage(stage) }),
    },
    terminal,
  );
  return { ...(JSON.parse(written.join("")) as api.Report), problems };
};

function readRulesOfOneVersion(ids: readonly string[]): string[] {
  const problem = problemWithOneVersion(ids);
  if (problem !== undefined) throw new InvalidArgumentError(problem);
  return readRules(ids.join());
}

/** Reads an option as the flag of the same meaning is read. */
function read<Value>(name: keyof api.CheckOptions, value: () => Value): Value {
  try {
    return value();
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw new TypeError(`\`${name}\`: ${error.message}`);
    throw error;
  }
}

/** Programs in JavaScript may name any. */
function readStage(stage: string): language.Stage {
  const known = language.STAGES.find((one) => one === stage);
  if (known) return known;
  throw new TypeError(`\`stage\`: There is no stage \`${stage}\`, only ${language.STAGES.join(", ")}.`);
}

async function* textOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}
