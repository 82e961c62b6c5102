import { type Command, Option } from "commander";
import { Workspaces } from "../check/workspace-of.ts";
import { count } from "../format/summary-text.ts";
import { command, readFolder } from "../options.ts";
import { addInput, type InputFlags, inputOf } from "../rewrite/input.ts";
import { type Mode, rewriteFiles } from "../rewrite/rewrite-files.ts";
import { tidied } from "../rewrite/tidied.ts";
import type { Terminal } from "../terminal.ts";

const HELP = `
Examples:
  $ aiplan format                        tidy all plans below the current folder
  $ aiplan format --check plans          list what is not tidy, and change nothing
  $ aiplan format --dry-run plans        show what would change, and change nothing
  $ aiplan format --stdin --stdin-path plans/new.aiplan < draft.txt > tidy.txt

Only white space changes: indentation, the spaces around marks, blanks at the ends of lines, the end of the file. Each
plan keeps its own width of indentation and its line ends; what cannot be read stays as it is.

Exit codes: 0 done, 1 something would change (--check, --dry-run), 2 wrong usage or something could not be read or
written.`;

interface Flags extends InputFlags {
  readonly check?: true;
  readonly dryRun?: true;
  readonly root?: string;
}

export function formatCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  return addInput(command("format"))
    .summary("tidy the white space of plans")
    .description("Tidy the white space of plans and catalogs, as an editor does.")
    .option("--check", "list what is not tidy, and write nothing; exit with 1 if there is any")
    .addOption(
      new Option("--dry-run", "print the difference and write nothing; exit with 1 if there is one").conflicts("check"),
    )
    .option("--root <folder>", "the folder outside of which nothing is written", readFolder)
    .addHelpText("after", HELP)
    .action(async (paths: string[], { check, dryRun, ...flags }: Flags, self: Command) => {
      const mode: Mode = check ? "list" : dryRun ? "diff" : "write";
      const rewriter = { workspaces: new Workspaces({ ...flags, cwd: terminal.cwd }), rewrite: tidied };
      const { exitCode, files, changed } = await rewriteFiles(
        { ...inputOf(paths, flags, self), mode },
        rewriter,
        terminal,
      );
      const all = count(files, "file", "files");
      const result = mode === "write" ? "tidied" : `${changed === 1 ? "is" : "are"} not tidy`;
      if (files > 0) terminal.say(changed === 0 ? `Nothing to tidy in ${all}.` : `${changed} of ${all} ${result}.`);
      done(exitCode);
    });
}
