import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanReport } from "@aiplan/report";
import type { Browser, CDPSession, Page } from "playwright-core";
import { launchBrowser } from "../../../scripts/vscode/browser.ts";
import { LspClient } from "../../harness/lsp-client.ts";
import { root } from "./workbench.ts";

const PLAN = readFileSync(join(root, "examples/invoice-extraction/invoice-extraction.aiplan"), "utf8");

/** What VS Code gives to the page, and what this test asks it. */
const AROUND = `
function acquireVsCodeApi() {
  return { postMessage() {}, getState() {}, setState() {} };
}
async function tell(times, [first, second]) {
  for (let count = times; count > 0; count--) {
    const heard = new Promise((done) => window.addEventListener("message", done, { once: true }));
    window.postMessage({ type: "report", report: count % 2 === 0 ? second : first }, "*");
    await heard;
  }
}
function reading() {
  const open = [...document.querySelectorAll("details[open]")].map(({ id }) => id);
  return [document.activeElement.closest("[id]").id, open.join()];
}`;

describe("The page of the report, by itself,", () => {
  let client: LspClient;
  let browser: Browser;
  let page: Page;
  let devTools: CDPSession;
  const reports: PlanReport[] = [];

  before(async () => {
    client = await LspClient.start();
    const uri = await client.open("plan.aiplan", PLAN);
    const target = /(month-1: )(\d+)/;
    for (const text of [PLAN, PLAN.replace(target, "$11$2")]) {
      await client.change(uri, { text });
      reports.push(await client.request<PlanReport>("aiplan/report", { textDocument: { uri } }));
    }
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 500, height: 900 } });
    devTools = await page.context().newCDPSession(page);
    await page.setContent(
      '<!DOCTYPE html><html lang="en"><body class="vscode-light"><div id="report"></div></body></html>',
    );
    await page.addScriptTag({ content: AROUND });
    await page.addScriptTag({ path: join(root, "dist/report-view.js") });
  });
  after(async () => {
    await browser?.close();
    await client?.stop();
  });

  /** Tells it so many reports, one after the other, the last of them the first of ours. */
  const tell = (times: number) => page.evaluate(`tell(${times}, ${JSON.stringify(reports)})`);

  const counted = async () => {
    await devTools.send("HeapProfiler.collectGarbage");
    return devTools.send("Memory.getDOMCounters");
  };

  it("holds as many elements and listeners after 500 reports as after one", async function () {
    this.timeout(180_000);
    assert.notEqual(JSON.stringify(reports[0]), JSON.stringify(reports[1]));
    await tell(3);
    const before = await counted();
    await tell(500);
    assert.deepEqual(await counted(), before);
  });

  it("keeps focus, selection and what is open in a report that changes", async () => {
    await page.locator("#principle-3 > summary").click();
    const reading = () => page.evaluate<string[]>("reading()");
    const before = await reading();
    assert.deepEqual(before, ["principle-3", "principle-3"]);
    await tell(2);
    assert.deepEqual(await reading(), before);
    await tell(1);
    assert.deepEqual(await reading(), before);
  });
});
