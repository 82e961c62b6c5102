import { readdirSync } from "node:fs";
import { join } from "node:path";
import { say } from "./say.ts";

/** What VS Code calls in its extension host. Rejects where a test has failed, or where there was none. */
export async function run(): Promise<void> {
  // Mocha is not bundled: it finds the test files' describe() and it() through its own module.
  const { default: Mocha } = await import("mocha");
  Mocha.reporters.Base.useColors = false;
  Mocha.reporters.Base.consoleLog = say;
  const mocha = new Mocha({ ui: "bdd", timeout: 30_000, reporter: "spec", forbidOnly: true, forbidPending: true });
  for (const name of readdirSync(__dirname).sort())
    if (name.endsWith(".test.cjs")) mocha.addFile(join(__dirname, name));
  const { passed, failed } = await new Promise<{ passed: number; failed: number }>((done) => {
    let passed = 0;
    mocha.run((failed) => done({ passed, failed })).on("pass", () => passed++);
  });
  const summary = `suite finished: ${passed} passed, ${failed} failed`;
  say(summary);
  if (failed > 0 || passed === 0) throw new Error(summary);
}
