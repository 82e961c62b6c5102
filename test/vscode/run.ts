// Runs the suite in the extension host of a real VS Code: one call for the desktop one and the embedded one.
import { resolve } from "node:path";
import { runTests } from "@vscode/test-electron";
import { usesDesktop } from "../../scripts/vscode/desktop.ts";

const root = resolve(import.meta.dirname, "../..");
const desktop = usesDesktop();
console.log(`In the ${desktop ? "desktop" : "embedded"} VS Code:`);
const ran = runTests({
  ...(desktop ? {} : { vscodeExecutablePath: resolve(root, "test/vscode/code.mjs") }),
  extensionDevelopmentPath: root,
  extensionTestsPath: resolve(root, "dist/test/index.cjs"),
  launchArgs: [resolve(root, "examples"), "--disable-extensions"],
});
// The tests have printed what failed; the library's stack adds nothing.
await ran.catch(() => {
  process.exitCode = 1;
});
