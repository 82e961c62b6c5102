// Stands in for desktop VS Code where that cannot be had: takes the arguments that @vscode/test-electron's runTests passes,
// runs the tests in the embedded VS Code, and exits with 0 only if they have come to their end and passed.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, openWorkbench } from "../../scripts/vscode/browser.ts";
import { EmbeddedServer } from "../../scripts/vscode/embedded-server.ts";

const LIMIT = 180_000; // ms
const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { extensionDevelopmentPath: { type: "string" }, extensionTestsPath: { type: "string" } },
});

const server = new EmbeddedServer({ driver: true });
let browser: Browser | undefined;
let page: Page | undefined;
let log = "";

const failure = await run().catch((error: Error) => error.stack ?? error.message);
if (failure !== undefined) await keepEvidence(failure);
await browser?.close();
await server.stop();
process.exitCode = failure === undefined ? 0 : 1;

/** Returns what went wrong, or undefined. */
async function run(): Promise<string | undefined> {
  const { promise, resolve: settle } = withResolvers<string | undefined>();
  let finished = false;
  const timer = setTimeout(() => settle(`The tests were not done within ${LIMIT / 1000} s.`), LIMIT);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => settle(signal));
  server.on("died", () => settle("The server died."));
  server.on("hostExit", (well, how) => {
    if (!well) settle(how);
    else setTimeout(() => settle("The extension host ended without a result."), 5000).unref();
  });
  const print = (_level: string, values: unknown[]) => {
    const line = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" ");
    log += `${line}\n`;
    if (!line.startsWith("| ")) return;
    console.log(line.slice(2));
    finished ||= /^\| suite finished: \d+ passed, 0 failed$/.test(line);
  };
  // VS Code says 0 also where a test has called process.exit(): it is a pass only together with the suite's closing line.
  const exit = (code: number) => {
    const verdict = code !== 0 ? "A test failed." : finished ? undefined : "The tests did not come to their end.";
    setTimeout(() => settle(verdict), 300); // the last lines may still be on their way
  };
  const started = open(print, exit).then(() => promise);
  try {
    return await Promise.race([promise, started]);
  } finally {
    clearTimeout(timer);
  }
}

async function open(print: (level: string, values: unknown[]) => void, exit: (code: number) => void): Promise<void> {
  await server.prepare();
  await server.listen();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.exposeFunction("codeAutomationLog", print);
  await page.exposeFunction("codeAutomationExit", exit);
  const address = server.address(positionals[0]!, [
    ["skipWelcome", "true"],
    ["extensionDevelopmentPath", server.remoteUri(values.extensionDevelopmentPath as string)],
    ["extensionTestsPath", server.remoteUri(values.extensionTestsPath as string)],
  ]);
  await openWorkbench(page, address);
}

async function keepEvidence(failure: string): Promise<void> {
  const folder = resolve(import.meta.dirname, "../../.vscode-test/failure");
  mkdirSync(folder, { recursive: true });
  await page?.screenshot({ path: join(folder, "page.png"), timeout: 5000 }).catch(() => {});
  writeFileSync(join(folder, "log.txt"), `${log}\n--- server\n${server.log}`);
  console.error(`VS Code: ${failure} (see ${folder})`);
}

/** Promise.withResolvers, which Node 20 does not have. */
function withResolvers<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve!: (value: Value) => void;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
