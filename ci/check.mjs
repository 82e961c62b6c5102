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

/** @param {string[]} flags that take one value */
function given(flags) {
  return flags
    .map((flag) => ({ flag, value: input(flag.toUpperCase().replaceAll("-", "_")) }))
    .filter(({ value }) => value !== "")
    .map(({ flag, value }) => `--${flag}=${value}`);
}

/** How plans are judged, and which: the same for all commands. */
const judgement = [...given(["stage", "as-of"]), ...lines("PROFILES").map((profile) => `--profile=${profile}`)];
const paths = ["--", ...lines("PATHS")];

const command = join(process.env.RUNNER_TEMP ?? "", "aiplan/node_modules/aiplan/bin/aiplan.js");

/**
 * @param {string[]} args
 * @param {import("node:child_process").StdioOptions} stdio
 */
function aiplan(args, stdio) {
  const options = { cwd: input("WORKING_DIRECTORY") || ".", stdio, encoding: "utf8", maxBuffer: 2 ** 26 };
  return spawnSync(process.execPath, [command, ...args], options);
}

const { status, error } = aiplan(
  [
    "check",
    "--format=github",
    ...(input("SARIF") === "" ? [] : [`--format=github-sarif=${input("SARIF")}`]),
    ...given(["fail-on", "against", "changed-since", "baseline"]),
    ...lines("RULES").map((rule) => `--rule=${rule}`),
    ...judgement,
    ...paths,
  ],
  "inherit",
);
if (error) console.log(`::error::The command could not be started (${error.message.replaceAll(/[\r\n%]/g, " ")}).`);
const exitCode = status ?? 2;
if (process.env.GITHUB_OUTPUT) appendFileSync(process.env.GITHUB_OUTPUT, `exit-code=${exitCode}\n`);

// The reports change nothing about whether the step fails. What cannot be read has been said by now.
const summary = process.env.GITHUB_STEP_SUMMARY;
if (summary && input("SUMMARY") === "true") {
  const { stdout } = aiplan(["report", "--format=markdown", ...judgement, ...paths], ["ignore", "pipe", "ignore"]);
  appendFileSync(summary, stdout ?? "");
}
if (input("REPORT") !== "") aiplan(["report", `--output=${input("REPORT")}`, ...judgement, ...paths], "inherit");
process.exitCode = exitCode;
