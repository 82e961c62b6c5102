import { parse } from "node:path";
import type { Command } from "commander";
import { findRoot } from "../check/places.ts";
import { EXIT } from "../exit-code.ts";
import { command, readFolder } from "../options.ts";
import type { Terminal } from "../terminal.ts";

const HELP = `
Examples:
  $ aiplan mcp --root /home/me/plans     serve the plans below a folder
  $ aiplan mcp                           serve those of the repository of the current folder

An assistant starts it and talks over standard input and output. It gets the tools check, fix, readiness, explain and
diff. Nothing is written, and nothing outside of the root is read.

Exit codes: 0 the assistant has closed the input, 2 wrong usage.`;

export function mcpCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  return command("mcp")
    .summary("serve checks to a writing assistant (Model Context Protocol)")
    .description("Serve checks and fixes to a writing assistant that speaks the Model Context Protocol.")
    .option(
      "--root <folder>",
      "the folder outside of which nothing is read (default: that of the repository)",
      readFolder,
    )
    .addHelpText("after", HELP)
    .action(async ({ root = findRoot(terminal.cwd, terminal.cwd) }: { root?: string }, self: Command) => {
      if (parse(root).root === root)
        self.error(
          "error: everything on this disk would be open to the assistant: name the folder of the plans with --root.",
        );
      // Loaded only here, for the protocol is as large as all the rest.
      const { serve } = await import("../mcp/serve.ts");
      await serve(root, process.stdin, process.stdout);
      done(EXIT.clean);
    });
}
