// Runs the suite in the web worker extension host of a real VS Code that has no server behind it, as on vscode.dev.
import { join, resolve } from "node:path";
import { launchBrowser, openWorkbench } from "../../../scripts/vscode/browser.ts";
import { ensureServer } from "../../../scripts/vscode/server-assembly.ts";
import { SuiteRun } from "../suite-run.ts";
import { servePage } from "./page.ts";

const LIMIT = 120_000; // ms
const root = resolve(import.meta.dirname, "../../..");

const { main } = await ensureServer();
const run = new SuiteRun(LIMIT);
const { address, server } = await servePage({
  vscode: resolve(main, "../.."),
  extension: root,
  workspace: join(root, "examples"),
});
const browser = await launchBrowser();
console.log("In the web worker extension host, in Restricted Mode, with a workspace that is on no disk:");
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
let troubles = "\n--- page\n";
page.on("pageerror", ({ stack }) => {
  troubles += `${stack}\n`;
});
page.on("response", (response) => {
  if (!response.ok()) troubles += `${response.status()} ${response.url()}\n`;
});
await run.listenTo(page);
openWorkbench(page, address).catch((error) => run.settle(`${error}`));
const failure = await run.verdict;
if (failure !== undefined) await run.keepEvidence("web", failure, page, troubles);
await browser.close();
server.close();
server.closeAllConnections();
process.exitCode = failure === undefined ? 0 : 1;
