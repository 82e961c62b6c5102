// The second step of action.yml: runs the command with what the inputs say. No shell sees them.
import { spawnSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { join } from "node:path";

/** @param {string} name of an input, as a variable */
function input(name) {
  return process.env[`INPUT_${name}`]?.trim() ?? "";
}

/** @param {string} name of an input with one value in each line */
function lines(name) {
  return input(name)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

const flags = ["fail-on", "stage", "as-of", "against", "changed-since", "baseline"].map((flag) => ({
  flag,
  values: [input(flag.toUpperCase().replaceAll("-", "_"))].filter((value) => value !== ""),
}));
const args = [
  "check",
  "--format=github",
  ...(input("SARIF") === "" ? [] : [`--format=github-sarif=${input("SARIF")}`]),
  ...[...flags, { flag: "rule", values: lines("RULES") }, { flag: "profile", values: lines("PROFILES") }].flatMap(
    ({ flag, values }) => values.map((value) => `--${flag}=${value}`),
  ),
  "--",
  ...lines("PATHS"),
];

const command = join(process.env.RUNNER_TEMP ?? "", "aiplan/node_modules/aiplan/bin/aiplan.js");
const { status, error } = spawnSync(process.execPath, [command, ...args], {
  cwd: input("WORKING_DIRECTORY") || ".",
  stdio: "inherit",
});
if (error) console.log(`::error::The command could not be started (${error.message.replaceAll(/[\r\n%]/g, " ")}).`);
const exitCode = status ?? 2;
if (process.env.GITHUB_OUTPUT) appendFileSync(process.env.GITHUB_OUTPUT, `exit-code=${exitCode}\n`);
process.exitCode = exitCode;
