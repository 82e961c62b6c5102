import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ReportView } from "./report-view.ts";
import { checkOpenPlansOnly, root, Workbench } from "./workbench.ts";

const PLAN = "ticket-routing/ticket-routing.aiplan";

describe("The report beside the plan", () => {
  const folder = mkdtempSync(join(tmpdir(), "ai-plan-workspace-"));
  const text = readFileSync(join(root, "examples", PLAN), "utf8");
  const lineOf = (start: string) => 1 + text.split("\n").findIndex((line) => line.includes(start));
  let workbench: Workbench;
  let report: ReportView;

  before(async () => {
    cpSync(join(root, "examples"), folder, { recursive: true });
    checkOpenPlansOnly(folder);
    workbench = await Workbench.start(folder);
    report = new ReportView(workbench);
  });
  beforeEach(async () => {
    await workbench.open(PLAN);
    await report.open();
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench.screenshot(`failed ${this.currentTest.title}`);
    // From the report, which would take the focus back.
    await workbench.page.locator(".editor-instance .view-lines").first().click();
    await workbench.closeAll();
  });
  after(async () => {
    await workbench?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Puts the cursor behind a text of the plan that stands once in a line. */
  const goBehind = async (line: string, before: string) => {
    const number = lineOf(line);
    await workbench.toEditor();
    await workbench.goTo(number);
    const column = text.split("\n")[number - 1]!.indexOf(before) + before.length;
    await workbench.press(...Array<string>(column).fill("ArrowRight"));
  };

  it("shows what is typed, and stays where its reader is", async () => {
    const { frame } = report;
    const table = frame.locator("#targets table");
    await frame.locator("#targets .table > summary").click();
    await frame.locator("#principle-3 > summary").click();
    const { open, focus } = await report.reading();
    assert.match(focus, /Numeric criteria/);
    await frame.locator("#principles").evaluate((section) => section.scrollIntoView());
    const place = async () => Math.round((await frame.locator("#principle-3").boundingBox())?.y ?? 0);
    const top = await place();
    await goBehind("time-to-right-team: {baseline", "month-1: 3");
    await workbench.type("1");
    // Two findings come above, and what is read does not move away below them.
    await table.filter({ hasText: "31 h" }).waitFor();
    assert.deepEqual((await report.reading()).open, open);
    assert.ok(Math.abs((await place()) - top) <= 1, `${await place()} is not ${top}`);
    await workbench.screenshot("report while typing");
    await workbench.press("Backspace");
    await table.filter({ hasNotText: /31 h|2.7 h/ }).waitFor();
    await workbench.press("Control+S");
    // What another program writes is shown as well, and takes the focus from nobody.
    await frame.locator("#principle-3 > summary").press("Shift+Tab");
    const before = await report.reading();
    assert.notEqual(before.focus, focus);
    writeFileSync(join(folder, PLAN), text.replace("month-1: 3 h", "month-1: 2.7 h"));
    await table.filter({ hasText: "2.7 h" }).waitFor();
    assert.deepEqual(await report.reading(), before);
    writeFileSync(join(folder, PLAN), text);
    await table.filter({ hasNotText: /31 h|2.7 h/ }).waitFor();
  });

  it("is where its reader left it when it has been hidden, and when the window has been loaded anew", async function () {
    this.timeout(120_000);
    const { frame } = report;
    const { page } = workbench;
    await frame.locator("#principle-5 > summary").click();
    const before = await report.reading();
    assert.ok(before.scroll > 100);
    const isAsBefore = async () => {
      const now = await report.reading().catch(() => undefined);
      return now?.scroll === before.scroll && now.open.join() === before.open.join();
    };
    await workbench.toEditor();
    await workbench.open("ticket-routing/org.aiplan");
    await workbench.command("View: Move Editor into Next Group");
    await page.locator("iframe.webview.ready").waitFor({ state: "detached" });
    await page.locator(".tab", { hasText: "Readiness ticket-routing" }).click();
    await workbench.until("the view as it was", isAsBefore);
    // Unlike a reload by the browser this one lets VS Code write down first where everything is.
    await workbench.command("Developer: Reload Window");
    await workbench.until("the view as it was, after the window was loaded", isAsBefore, 30_000);
    await workbench.screenshot("report after a reload");
  });

  it("has nothing that axe finds, in light, in dark and in high contrast", async function () {
    this.timeout(120_000);
    const kinds = {
      "Default Light Modern": "vscode-light",
      "Default Dark Modern": "vscode-dark",
      "Default High Contrast": "vscode-high-contrast",
      "Default High Contrast Light": "vscode-high-contrast-light",
    };
    for (const [theme, kind] of Object.entries(kinds)) {
      const settings = { "aiplan.checkClosedPlans": false, "workbench.colorTheme": theme };
      writeFileSync(join(folder, ".vscode/settings.json"), JSON.stringify(settings));
      const body = report.frame.locator("body");
      await workbench.until(theme, async () => (await body.getAttribute("data-vscode-theme-kind")) === kind);
      const violations = await report.violations();
      assert.deepEqual(violations, [], theme);
      await workbench.screenshot(`report, ${theme}`);
    }
  });
});
