import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";

const FOLDER = resolve(import.meta.dirname, "../../.vscode-test/failure");
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The suite in one page of VS Code, whichever extension host it runs in: prints what its tests say, and judges them. */
export class SuiteRun {
  /** What went wrong, or undefined where the tests have come to their end and passed. */
  readonly verdict: Promise<string | undefined>;
  /** Ends the run, if it has not ended yet. */
  settle!: (failure: string | undefined) => void;
  /** What VS Code and the tests have said so far. */
  log = "";
  #finished = false;

  /** @param limit - after how many milliseconds the run has failed */
  constructor(limit: number) {
    this.verdict = new Promise((settle) => {
      this.settle = settle;
    });
    setTimeout(() => this.settle(`The tests were not done within ${limit / 1000} s.`), limit).unref();
    for (const signal of SIGNALS) process.on(signal, () => this.settle(signal));
  }

  /** To be called before the page is opened. VS Code's driver calls these functions. */
  async listenTo(page: Page): Promise<void> {
    await page.exposeFunction("codeAutomationLog", (_level: string, values: unknown[]) => this.#print(values));
    await page.exposeFunction("codeAutomationExit", (code: number) => this.#exit(code));
  }

  /** Keeps a picture of the page and the log for whoever looks for the cause of a failure. */
  async keepEvidence(name: string, failure: string, page: Page | undefined, otherLog = ""): Promise<void> {
    mkdirSync(FOLDER, { recursive: true });
    await page?.screenshot({ path: join(FOLDER, `${name}.png`), timeout: 5000 }).catch(() => {});
    writeFileSync(join(FOLDER, `${name}.txt`), this.log + otherLog);
    console.error(`VS Code: ${failure} (see ${name}.png and ${name}.txt in ${FOLDER})`);
  }

  #print(values: unknown[]): void {
    const line = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" ");
    this.log += `${line}\n`;
    if (!line.startsWith("| ")) return;
    console.log(line.slice(2));
    this.#finished ||= /^\| suite finished: \d+ passed, 0 failed$/.test(line);
  }

  // VS Code says 0 also where a test has called process.exit(): it is a pass only together with the suite's closing line.
  #exit(code: number): void {
    const verdict = code !== 0 ? "A test failed." : this.#finished ? undefined : "The tests did not come to their end.";
    setTimeout(() => this.settle(verdict), 300); // the last lines may still be on their way
  }
}
