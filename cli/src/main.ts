import { CommanderError } from "commander";
import { EXIT } from "./exit-code.ts";
import { program } from "./program.ts";
import { processTerminal } from "./terminal.ts";

/** A defect of the program: one line, and more only for those who look for it. */
function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const details = process.env.DEBUG === "aiplan" && error instanceof Error ? `\n${error.stack}` : "";
  const [line] = message.split("\n");
  process.stderr.write(
    `aiplan failed: ${line}. This is a defect of aiplan: please report it, with what DEBUG=aiplan adds.${details}\n`,
  );
  process.exit(EXIT.unusable);
}

process.on("uncaughtException", fail);
try {
  await program(processTerminal(), (exitCode) => {
    process.exitCode = exitCode;
  }).parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) fail(error);
  else process.exitCode = error.exitCode === 0 ? EXIT.clean : EXIT.unusable;
}
