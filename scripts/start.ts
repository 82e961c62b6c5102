// npm start: shows the examples in VS Code with the packaged extension installed, until Ctrl+C.
// On Linux x64 that is VS Code as a web server, for the browser of your choice; PORT is its port (default: any that is
// free). Elsewhere it is desktop VS Code.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { usesDesktop } from "./vscode/desktop.ts";
import { EmbeddedServer } from "./vscode/embedded-server.ts";

const root = resolve(import.meta.dirname, "..");
const examples = join(root, "examples");
const vsix = join(root, "dist/aiplan.vsix");

if (usesDesktop()) await startDesktop();
else await startEmbedded();

async function startEmbedded(): Promise<void> {
  const server = new EmbeddedServer({ port: Number(process.env.PORT ?? 0) });
  const stopped = new Promise<void>((stop) => {
    // Each may come twice, from the terminal and from npm or tsx, which pass it on: the second must not cut the end short.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop());
    server.once("died", () => {
      console.error(`VS Code has ended.\n${server.log}`);
      process.exitCode = 1;
      stop();
    });
  });
  try {
    await server.prepare();
    await server.install(vsix);
    await server.listen();
    console.log(`\nOpen this address in a browser (Ctrl+C here ends it):\n\n  ${server.address(examples)}\n`);
    await stopped;
  } finally {
    await server.stop();
  }
}

/** Not run yet; see usesDesktop. */
async function startDesktop(): Promise<void> {
  const executable = await downloadAndUnzipVSCode();
  const profile = mkdtempSync(join(tmpdir(), "ai-plan-vscode-"));
  console.log("Opening the examples in VS Code. Close its window, or press Ctrl+C here, to end it.");
  try {
    const extension = [`--extensionDevelopmentPath=${root}`, "--disable-extensions", "--disable-workspace-trust"];
    execFileSync(executable, [examples, `--user-data-dir=${profile}`, ...extension], { stdio: "inherit" });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
