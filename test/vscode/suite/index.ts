import { readdirSync } from "node:fs";
import { join } from "node:path";
import { options, report } from "./report.ts";
import { say } from "./say.ts";

/** What VS Code calls in its extension host. */
export async function run(): Promise<void> {
  // Mocha is not bundled: it finds the test files' describe() and it() through its own module.
  const { default: Mocha } = await import("mocha");
  Mocha.reporters.Base.useColors = false;
  Mocha.reporters.Base.consoleLog = say;
  const mocha = new Mocha(options);
  for (const name of readdirSync(__dirname).sort())
    if (name.endsWith(".test.cjs")) mocha.addFile(join(__dirname, name));
  await report(mocha);
}
