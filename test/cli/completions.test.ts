import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { everyRule } from "@aiplan/core";
import { complete } from "../../cli/src/completions/complete.ts";
import { FILE_VALUES, OPTION_VALUES } from "../../cli/src/completions/values.ts";
import { program } from "../../cli/src/program.ts";
import { processTerminal } from "../../cli/src/terminal.ts";
import { aiplan, folderWith, REPOSITORY, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

const root = program(processTerminal(), () => {});

/** What may stand for the last of the words, without what is said about it. */
function candidates(words: readonly string[]): string[] {
  const { candidates, files } = complete(root, words);
  return [...candidates.map(({ value }) => value), ...(files ? [":files"] : [])];
}

/** Options whose values nobody can list: days, numbers, names, commits. */
const FREE = /<(?:score|date|number|ref|id|name|title|role)>/;

describe("aiplan completions", function () {
  this.timeout(60_000);
  before(buildIfStale);
  after(removeFolders);

  const cases: [words: string[], found: string[]][] = [
    [["che"], ["check"]],
    [["check", "--against", "main", "--fail"], ["--fail-on"]],
    [["check", "--fail-on", "w"], ["warning"]],
    [["check", "--fail-on=w"], ["--fail-on=warning"]],
    [["check", "--fail-on", "=", "w"], ["warning"]],
    [
      ["check", "--fail-on", "="],
      ["hint", "info", "warning", "error", "never"],
    ],
    [["check", "--format", "sa"], ["sarif"]],
    [
      ["diff", "--format", ""],
      ["pretty", "json", "markdown"],
    ],
    [
      ["report", "--format", ""],
      ["html", "markdown", "json"],
    ],
    [["check", "--rule", "benchmark-m"], ["benchmark-missed"]],
    [["check", "--rule", "missing-baseline,benchmark-m"], ["missing-baseline,benchmark-missed"]],
    [["check", "pl"], [":files"]],
    [["check", "--root", ""], [":files"]],
    [["check", "--as-of", ""], []],
    [["check", "--", "--f"], [":files"]],
    [["init", "--kind", "s"], ["scoring"]],
    [["rules", "--principle", "stepwise"], ["stepwise-oversight"]],
    [["explain", "operating-limits.kill-switch.m"], ["operating-limits.kill-switch.max-time"]],
    [["explain", "kill-switch", ""], []],
    [["help", "dif"], ["diff"]],
    [["completions", "z"], ["zsh"]],
    [["no-such-command", "--x"], []],
    [["rules", "--stdi"], []],
  ];
  for (const [words, found] of cases)
    it(`completes aiplan ${words.join(" ")}`, () => assert.deepEqual(candidates(words), found));

  it("shows commands and flags with what they are for, and none that is hidden", async () => {
    const { stdout } = await aiplan(["__complete", "--next", "--"]);
    assert.equal(candidates([""]).join(), stdout.match(/^[^\t\n]+/gm)?.join());
    assert.match(stdout, /^check\tcheck plans and catalogs$/m);
    assert.doesNotMatch(stdout, /__complete/);
    const flags = await aiplan(["__complete", "--", "lsp", "--"]);
    assert.match(flags.stdout, /^--stdio\t/m);
    assert.doesNotMatch(flags.stdout, /clientProcessId/);
  });

  it("knows the values of each option that has some to choose from", () => {
    for (const command of root.commands)
      for (const { flags, long, argChoices, required, optional } of command.options) {
        const known = argChoices ?? OPTION_VALUES[`${command.name()} ${long}`] ?? OPTION_VALUES[`${long}`];
        const takesValue = required || optional;
        if (takesValue && !known)
          assert.match(flags, new RegExp(`${FILE_VALUES.source}|${FREE.source}`), command.name());
      }
    assert.deepEqual(
      OPTION_VALUES["--rule"]?.(),
      everyRule.map(({ id }) => id),
    );
  });

  it("prints lines for each shell, and names them where there are none for one", async () => {
    for (const shell of ["bash", "zsh", "fish", "powershell"]) {
      const { code, stdout } = await aiplan(["completions", shell]);
      assert.equal(code, 0);
      assert.match(stdout, /__complete/);
    }
    const { code, stderr } = await aiplan(["completions", "cmd"]);
    assert.equal(code, 2);
    assert.match(stderr, /Allowed choices are bash, zsh, fish, powershell/);
  });

  describe("in bash", () => {
    /** What bash offers for the last of the words: it is asked as it asks itself when Tab is pressed. */
    const offered = (cwd: string, ...words: string[]): string[] => {
      const script = `
        aiplan() { "${process.execPath}" "${join(REPOSITORY, "cli/bin/aiplan.js")}" "$@"; }
        source <(aiplan completions bash)
        complete -p aiplan >/dev/null || exit 3
        COMP_WORDS=(aiplan "$@") COMP_CWORD=$#
        _aiplan 2>/dev/null
        printf '%s\\n' "\${COMPREPLY[@]}"`;
      return execFileSync("bash", ["-c", script, "bash", ...words], { cwd, encoding: "utf8" })
        .split("\n")
        .filter(Boolean);
    };

    it("offers commands, flags, values and rules", () => {
      const cwd = folderWith({});
      assert.deepEqual(offered(cwd, "comp"), ["completions"]);
      assert.deepEqual(offered(cwd, "check", "--fail-on", "=", "w"), ["warning"]);
      assert.deepEqual(offered(cwd, "check", "--rule", "benchmark-m"), ["benchmark-missed"]);
      assert.deepEqual(offered(cwd, "explain", "kill-switch-u"), ["kill-switch-untested"]);
    });

    it("offers plans and folders, whatever their names", () => {
      const cwd = folderWith({
        "plan a.aiplan": "",
        "plan $(touch x).aiplan": "",
        "plan.txt": "",
        "plans/b.aiplan": "",
      });
      assert.deepEqual(offered(cwd, "check", "pl").sort(), ["plan $(touch x).aiplan", "plan a.aiplan", "plans"]);
      assert.deepEqual(offered(cwd, "check", "plans/"), ["plans/b.aiplan"]);
    });
  });

  // Where they are not installed, their lines are only read by people.
  for (const [shell, ...check] of [
    ["zsh", "-n"],
    ["fish", "--no-execute"],
  ] as const)
    if (spawnSync(shell, ["--version"]).status === 0)
      it(`prints lines that ${shell} can read`, async () => {
        const { stdout } = await aiplan(["completions", shell]);
        execFileSync(shell, check, { input: stdout });
      });
});
