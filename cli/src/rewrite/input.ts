import type { Command } from "commander";

/** How a command is told what to read. */
export interface InputFlags {
  readonly stdin?: true;
  readonly stdinPath?: string;
}

/** Lets a command take files and folders, or a plan on standard input. */
export function addInput(command: Command): Command {
  return command
    .argument("[paths...]", "files, or folders with plans in them (default: the current folder)")
    .option("--stdin", "read one plan from standard input, and print it as it is then")
    .option("--stdin-path <path>", "with --stdin: where that plan belongs; there need not be such a file");
}

/** Ends the command where the flags do not go together. */
export function inputOf(
  paths: readonly string[],
  { stdin, stdinPath }: InputFlags,
  self: Command,
): { readonly paths: readonly string[]; readonly stdinPath?: string } {
  if (stdin !== (stdinPath === undefined ? undefined : true))
    self.error("error: --stdin and --stdin-path go together: the path says where the plan belongs.");
  if (stdin && paths.length > 0)
    self.error("error: with --stdin no other paths can be read: the plan is read from standard input.");
  return { paths: paths.length > 0 ? paths : ["."], ...(stdinPath === undefined ? {} : { stdinPath }) };
}
