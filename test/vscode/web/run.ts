// Runs the suite in the web worker extension host of a real VS Code that has no server behind it, as on vscode.dev.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { launchBrowser, openWorkbench } from "../../../scripts/vscode/browser.ts";
import { ensureServer } from "../../../scripts/vscode/server-assembly.ts";
import { servePage } from "./page.ts";

const LIMIT = 120_000; // ms
const root = resolve(import.meta.dirname, "../../..");

const { main } = await ensureServer();
const { address, server } = await servePage({
  vscode: resolve(main, "../.."),
  extension: root,
  workspace: join(root, "examples"),
});
const browser = await launchBrowser();
console.log("In the web worker extension host, in Restricted Mode, with a workspace that is on no disk:");
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const log: string[] = [];
const verdict = new Promise<string | undefined>((settle) => {
  let failed = false;
  setTimeout(() => settle(`The tests were not done within ${LIMIT / 1000} s.`), LIMIT).unref();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => settle(signal));
  page.on("pageerror", (error) => log.push(`${error.stack}`));
  page.on("response", (response) => response.ok() || log.push(`${response.status()} ${response.url()}`));
  page.on("console", (message) => {
    const line = message.text().replace(/^%c *[A-Z]+ color: #\w+ /, ""); // what colours the log of the extension host
    log.push(line);
    if (!line.startsWith("| ")) return;
    console.log(line.slice(2));
    // Mocha sums up at its end. What comes after that is not heard of from this host, so its sums are the verdict.
    failed ||= /^\| +\d+ failing$/.test(line);
    const [, passed] = /^\| +(\d+) passing \(/.exec(line) ?? [];
    if (passed !== undefined) setTimeout(() => settle(failed || passed === "0" ? "A test failed." : undefined), 1000);
  });
  openWorkbench(page, address).catch((error) => settle(`${error}`));
});
const failure = await verdict;
if (failure !== undefined) {
  const folder = join(root, ".vscode-test/failure");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, "web.png"), timeout: 5000 }).catch(() => {});
  console.error(log.filter((line) => !line.startsWith("| ")).join("\n"));
  console.error(`VS Code: ${failure} (see ${folder})`);
  process.exitCode = 1;
}
await browser.close();
server.close();
server.closeAllConnections();
