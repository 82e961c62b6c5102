import { Argument, type Command } from "commander";
import { SCRIPTS, type Shell } from "../completions/scripts.ts";
import { EXIT } from "../exit-code.ts";
import { command } from "../options.ts";
import type { Terminal } from "../terminal.ts";

const HELP = `
Examples:
  $ source <(aiplan completions bash)             in ~/.bashrc
  $ source <(aiplan completions zsh)              in ~/.zshrc, after compinit
  $ aiplan completions fish > ~/.config/fish/completions/aiplan.fish
  $ aiplan completions powershell | Out-String | Invoke-Expression        in $PROFILE`;

export function completionsCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  return command("completions")
    .summary("print what lets a shell complete commands, flags, rules and plans")
    .description("Print the lines by which a shell completes commands, flags, ids of rules and paths of plans.")
    .addArgument(new Argument("<shell>", "the shell that is to complete").choices(Object.keys(SCRIPTS)))
    .addHelpText("after", HELP)
    .action(async (shell: Shell) => {
      await terminal.write(SCRIPTS[shell]);
      done(EXIT.clean);
    });
}

/** What those lines call: a candidate in each line, and `:files` where paths fit as well. */
export function completeCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  return command("__complete")
    .argument("[words...]")
    .option("--next", "the word to complete is one that nothing is typed of yet")
    .action(async (words: string[], { next }: { next?: true }, self: Command) => {
      // Loaded only here: all rules and keys are in it.
      const { complete } = await import("../completions/complete.ts");
      const { candidates, files } = complete(self.parent ?? self, next ? [...words, ""] : words);
      const lines = candidates.map(({ value, about }) => (about === "" ? value : `${value}\t${about}`));
      await terminal.write([...lines, ...(files ? [":files"] : [])].map((line) => `${line}\n`).join(""));
      done(EXIT.clean);
    });
}
