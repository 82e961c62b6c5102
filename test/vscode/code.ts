// Stands in for desktop VS Code where that cannot be had: takes the arguments that @vscode/test-electron's runTests passes,
// runs the tests in the embedded VS Code, and exits with 0 only if they have come to their end and passed.
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, openWorkbench } from "../../scripts/vscode/browser.ts";
import { EmbeddedServer } from "../../scripts/vscode/embedded-server.ts";
import { SuiteRun } from "./suite-run.ts";

const LIMIT = 180_000; // ms
const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { extensionDevelopmentPath: { type: "string" }, extensionTestsPath: { type: "string" } },
});

const run = new SuiteRun(LIMIT);
const server = new EmbeddedServer({ driver: true });
let browser: Browser | undefined;
let page: Page | undefined;

server.on("died", () => run.settle("The server died."));
server.on("hostExit", (well, how) => {
  if (!well) run.settle(how);
  else setTimeout(() => run.settle("The extension host ended without a result."), 5000).unref();
});
open().catch((error: Error) => run.settle(error.stack ?? error.message));
const failure = await run.verdict;
if (failure !== undefined) await run.keepEvidence("page", failure, page, `\n--- server\n${server.log}`);
await browser?.close();
await server.stop();
process.exitCode = failure === undefined ? 0 : 1;

async function open(): Promise<void> {
  await server.prepare();
  await server.listen();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await run.listenTo(page);
  const address = server.address(positionals[0]!, [
    ["skipWelcome", "true"],
    ["extensionDevelopmentPath", server.remoteUri(values.extensionDevelopmentPath as string)],
    ["extensionTestsPath", server.remoteUri(values.extensionTestsPath as string)],
  ]);
  await openWorkbench(page, address);
}
