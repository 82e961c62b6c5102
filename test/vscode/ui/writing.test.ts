import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkOpenPlansOnly, root, Workbench } from "./workbench.ts";

describe("By keyboard alone, in the packaged extension, an author", () => {
  const folder = mkdtempSync(join(tmpdir(), "ai-plan-workspace-"));
  let workbench: Workbench;

  before(async () => {
    cpSync(join(root, "examples"), folder, { recursive: true });
    checkOpenPlansOnly(folder);
    workbench = await Workbench.start(folder);
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench.screenshot(`failed ${this.currentTest.title}`);
    await workbench.closeAll();
  });
  after(async () => {
    await workbench?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("sees what is wrong with a plan", async () => {
    await workbench.open("broken/invoice-triage.aiplan");
    await workbench.expectFindings(
      "missing-success-criteria",
      "pilot-only-data-source",
      "stage-not-earned",
      "undefined-escalation-path",
    );
    await workbench.squiggles.first().waitFor();
    await workbench.screenshot("broken example");
  });

  it("reads what a key is for", async () => {
    await workbench.open("ticket-routing/ticket-routing.aiplan");
    await workbench.goTo(4);
    await workbench.press("Control+K", "Control+I");
    const hover = workbench.page.locator(".monaco-hover:visible", { hasText: "stage" });
    await hover.first().waitFor();
    await workbench.screenshot("hover on stage");
    await workbench.press("Escape");
  });

  it("chooses a value from those that are possible", async () => {
    await workbench.open("ticket-routing/ticket-routing.aiplan");
    await workbench.goTo(4);
    await workbench.press(
      ..."stage: ".split("").map(() => "ArrowRight"),
      "Control+Shift+ArrowRight",
      "Delete",
      "Control+Space",
    );
    await workbench.suggestions.locator(".monaco-list-row", { hasText: "proposal" }).waitFor();
    await workbench.screenshot("stages to choose from");
    await workbench.type("prop");
    await workbench.suggestions.locator(".monaco-list-row.focused", { hasText: "proposal" }).waitFor();
    await workbench.press("Enter", "Control+S");
    const saved = () => readFileSync(join(folder, "ticket-routing/ticket-routing.aiplan"), "utf8");
    await workbench.until("the stage to be saved", async () => /^stage: proposal\b/m.test(saved()));
  });
});
