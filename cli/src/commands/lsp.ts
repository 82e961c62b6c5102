import { type Command, Option } from "commander";
import { command } from "../options.ts";

export function lspCommand(): Command {
  return (
    command("lsp")
      // Editors pass on what they like.
      .allowExcessArguments(true)
      .summary("start the language server, for editors")
      .description("Start the language server, for any editor that speaks the Language Server Protocol.")
      .option("--stdio", "talk over standard input and output (the default, and all there is)")
      .addOption(
        new Option("--clientProcessId <id>", "what some editors pass on; the server reads it itself").hideHelp(),
      )
      .action(async () => {
        // Loaded only here, for it is as large as all the rest.
        const { serveStdio } = await import("@aiplan/server");
        serveStdio();
      })
  );
}
