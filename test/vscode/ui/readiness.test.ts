import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launchBrowser } from "../../../scripts/vscode/browser.ts";
import { ReportView } from "./report-view.ts";
import { checkOpenPlansOnly, root, Workbench } from "./workbench.ts";

const BROKEN = "broken/invoice-triage.aiplan";
const UNDEFINED = "undefined-escalation-path";
const HOSTILE = "$(zap) <img src=x onerror=alert(1)> [a](command:workbench.action.quit)";
const HOSTILE_PLAN = `aiplan: 1
name: hostile
title: "${HOSTILE}"
stage: pilot
owner: "${HOSTILE}"
milestones: {go-live: "${HOSTILE}"}
`;

describe("Readiness, in the packaged extension:", () => {
  const folder = mkdtempSync(join(tmpdir(), "ai-plan-workspace-"));
  let workbench: Workbench;
  let report: ReportView;

  before(async () => {
    cpSync(join(root, "examples"), folder, { recursive: true });
    writeFileSync(join(folder, "hostile.aiplan"), HOSTILE_PLAN);
    checkOpenPlansOnly(folder);
    workbench = await Workbench.start(folder);
    report = new ReportView(workbench);
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench.screenshot(`failed ${this.currentTest.title}`);
    await workbench.closeAll();
  });
  after(async () => {
    await workbench?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("the report leads to the place of a finding and applies its fix, and the score rises", async () => {
    await workbench.open(BROKEN);
    await report.open();
    const before = await report.score();
    await workbench.screenshot("report");
    await report.blocker(UNDEFINED).locator("button.place").click();
    const line =
      1 +
      readFileSync(join(folder, BROKEN), "utf8")
        .split("\n")
        .findIndex((one) => /wrong-approver:/.test(one));
    const selected = `Ln ${line}, Col 128 (18 selected)`;
    await workbench.until("the place", async () => (await workbench.cursor()) === selected);
    await report.blocker(UNDEFINED).locator("button.apply").click();
    await workbench.fillIn(["business", "ap-lead", "phone", "15 min"]);
    await workbench.until("a higher score", async () => (await report.score()) > before);
    await report.blocker(UNDEFINED).waitFor({ state: "detached" });
    await workbench.screenshot("report after a fix");
  });

  it("of a catalog there is no report, and it says so", async () => {
    const { page } = workbench;
    await workbench.open("ticket-routing/org.aiplan");
    await workbench.command("AI Plan: Show Readiness");
    const said = page.locator(".notification-toast", { hasText: "A catalog is not judged by itself" });
    await said.waitFor();
    assert.equal(await page.locator(".tab", { hasText: "Readiness" }).count(), 0);
    await workbench.command("Notifications: Clear All Notifications");
  });

  it("the tree has the principles with what stands against them, and a fix", async () => {
    await workbench.open(BROKEN);
    await workbench.command("View: Show AI Plan");
    const rows = workbench.page.locator(".part.sidebar .monaco-list-row");
    await workbench.until("the principles", async () => (await rows.count()) === 18);
    const principle = rows.filter({ hasText: "Partly met: Escalation paths" });
    await principle.locator(".monaco-tl-twistie").click();
    const finding = rows.filter({ hasText: "There is no escalation path" });
    await finding.click();
    await workbench.until("the place", async () => (await workbench.cursor()).includes("18 selected"));
    await finding.hover();
    await workbench.screenshot("readiness view");
    await finding.locator(".actions .action-label").click();
    await workbench.fillIn(["business", "ap-lead", "phone", "15 min"]);
    await principle.waitFor({ state: "detached" });
    await rows.filter({ hasText: "Met: Escalation paths" }).waitFor();
    await workbench.command("View: Toggle Primary Side Bar Visibility");
  });

  it("the exported file opens offline, asks for nothing, and says the same", async () => {
    await workbench.open(BROKEN);
    await report.open();
    const score = await report.score();
    await workbench.command("AI Plan: Export Report…");
    await workbench.pick("HTML", "HTML");
    const input = workbench.page.locator(".quick-input-widget input[type=text]");
    await workbench.until("a place to save it", async () => (await input.inputValue()).endsWith("-readiness.html"));
    await workbench.press("Enter");
    const file = join(folder, "broken/invoice-triage-readiness.html");
    await workbench.until("the file", async () => existsSync(file) && readFileSync(file, "utf8").endsWith("</html>\n"));
    assert.ok(!readFileSync(file, "utf8").includes(folder), "it names folders of this computer");
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1000, height: 1200 } });
    const asked: string[] = [];
    const said: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    await page.context().setOffline(true);
    await page.goto(pathToFileURL(file).toString());
    assert.equal(Number(await page.locator(".headline .score strong").innerText()), score);
    await page.screenshot({ path: join(root, ".vscode-test/screenshots/exported report.png") });
    await browser.close();
    assert.deepEqual(asked, [pathToFileURL(file).toString()]);
    assert.deepEqual(said, []);
  });

  it("whatever a plan holds is text in report, tree, status bar and their tooltips", async () => {
    const { page } = workbench;
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await workbench.open("hostile.aiplan");
    await report.open();
    assert.equal(await report.frame.locator("h1").innerText(), HOSTILE);
    await report.frame.locator("#blockers", { hasText: HOSTILE }).waitFor();
    assert.equal(await report.frame.locator("img").count(), 0);
    await workbench.command("View: Show AI Plan");
    const bar = page.locator(".part.sidebar");
    // Only this one is opened: the tree draws no rows but those in sight.
    const principle = bar.locator(".monaco-list-row", { hasText: "Data and decisions can be traced" });
    await principle.locator(".monaco-tl-twistie").click();
    const row = bar.locator(".monaco-list-row", { hasText: HOSTILE }).first();
    await row.hover();
    const hover = page.locator(".monaco-hover:visible, .workbench-hover:visible");
    await hover.filter({ hasText: HOSTILE }).first().waitFor();
    await workbench.screenshot("hostile plan");
    await report.statusBar.hover();
    await hover.filter({ hasText: "Click to see the report." }).first().waitFor();
    await workbench.screenshot("hostile plan in the status bar");
    for (const part of [bar, report.statusBar, hover]) {
      assert.equal(await part.locator(".codicon-zap, img[src=x], a[href^=command]").count(), 0);
    }
    assert.deepEqual(dialogs, []);
    await workbench.command("View: Toggle Primary Side Bar Visibility");
  });
});
