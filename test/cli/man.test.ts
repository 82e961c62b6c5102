import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { program } from "../../cli/src/program.ts";
import { processTerminal } from "../../cli/src/terminal.ts";
import { REPOSITORY } from "./aiplan.ts";

const MAN = join(REPOSITORY, "cli/man");

describe("the pages of the manual", () => {
  const root = program(processTerminal(), () => {});
  const commands = root
    .createHelp()
    .visibleCommands(root)
    .filter((command) => command.name() !== "help");

  it("are one for the whole, and one for each command that is shown", () => {
    const names = ["aiplan.1", ...commands.map((command) => `aiplan-${command.name()}.1`)];
    assert.deepEqual(readdirSync(MAN).sort(), names.sort());
  });

  for (const command of commands)
    it(`say all that \`aiplan ${command.name()} --help\` says`, () => {
      const source = readFileSync(join(MAN, `aiplan-${command.name()}.1`), "utf8");
      const said = source
        .replace(/\\f[BIR]/g, "")
        .replaceAll("\\-", "-")
        .replaceAll("\\&", "")
        .replaceAll("\\e", "\\");
      const words = (text: string) => text.replace(/\s+/g, " ");
      let help = "";
      command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
      const shown = command.createHelp().visibleOptions(command);
      for (const part of [
        command.summary(),
        command.description(),
        ...shown.flatMap(({ flags, description }) => [flags, description]),
      ])
        assert.ok(words(said).includes(words(part)), part);
      for (const line of help.split("\n").filter((line) => /^ {2}\$ /.test(line)))
        assert.ok(said.includes(line.trim()), line);
    });

  if (spawnSync("groff", ["--version"]).status === 0)
    it("are set by groff without a word, with nothing of them taken for a command", () => {
      for (const name of readdirSync(MAN)) {
        const { stdout, stderr } = spawnSync("groff", ["-man", "-Tutf8", "-ww", join(MAN, name)], { encoding: "utf8" });
        assert.equal(stderr, "", name);
        assert.match(stdout.replace(/\u001b\[[\d;]*m|.\u0008/g, ""), /SEE ALSO/, name);
      }
    });
});
