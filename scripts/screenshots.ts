// npm run screenshots: makes the pictures of the README, in the browser and with the packaged extension of the UI tests.
// Names of pictures as arguments make only those: npm run screenshots -- report
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ReportView } from "../test/vscode/ui/report-view.ts";
import { checkOpenPlansOnly, root, Workbench } from "../test/vscode/ui/workbench.ts";
import { launchBrowser } from "./vscode/browser.ts";

const BROKEN = "broken/invoice-triage.aiplan";
/** The day that reports are of: else the pictures would be others each day. */
const AS_OF = "2026-07-06";

/** A picture by its name in docs/images. */
const pictures: Readonly<Record<string, (path: string) => Promise<void>>> = {
  editor: inWorkbench({ width: 1200, height: 860 }, async (workbench) => {
    await workbench.open(BROKEN);
    await workbench.expectFindings(
      ...["missing-success-criteria", "pilot-only-data-source", "stage-not-earned", "undefined-escalation-path"],
    );
    await workbench.goToFinding("missing-success-criteria");
    await workbench.press("Control+.");
    await workbench.page.locator(".action-widget .monaco-list-row", { hasText: "success-criteria" }).first().waitFor();
    return undefined;
  }),

  "new-plan": inWorkbench({ width: 1200, height: 760 }, async (workbench) => {
    await workbench.command("View: Toggle Panel Visibility");
    await workbench.command("AI Plan: New Plan");
    await workbench.page.locator(".quick-input-widget", { hasText: "(1/6)" }).waitFor();
    await workbench.type("returns-desk");
    await workbench.press("Enter");
    await workbench.page.locator(".quick-input-widget", { hasText: "Acting agent" }).waitFor();
    return { x: 280, y: 0, width: 640, height: 350 };
  }),

  readiness: inWorkbench({ width: 1400, height: 800 }, async (workbench) => {
    await workbench.open(BROKEN);
    await workbench.command("View: Toggle Panel Visibility");
    const report = new ReportView(workbench);
    await report.open();
    await workbench.command("View: Focus First Editor Group");
    await workbench.goTo(134);
    return undefined;
  }),

  report: (path) => drawReport(path, "examples/ticket-routing", ["#rollout", "#rollout"]),
};

const wanted = process.argv.slice(2);
for (const [name, draw] of Object.entries(pictures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await draw(join(root, "docs/images", `${name}.png`));
  console.log(`docs/images/${name}.png`);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

type Part = Size & { readonly x: number; readonly y: number };

/** Takes a picture of VS Code with the examples as what is done leaves it, or of the part that this says. */
function inWorkbench(
  size: Size,
  act: (workbench: Workbench) => Promise<Part | undefined>,
): (path: string) => Promise<void> {
  return async (path) => {
    const folder = mkdtempSync(join(tmpdir(), "ai-plan-pictures-"));
    const examples = join(folder, "examples");
    cpSync(join(root, "examples"), examples, { recursive: true });
    writeFileSync(join(examples, "aiplan.config.yaml"), `as-of: ${AS_OF}\n`);
    checkOpenPlansOnly(examples);
    const workbench = await Workbench.start(examples);
    try {
      await workbench.page.setViewportSize(size);
      const clip = await act(workbench);
      await workbench.page.screenshot({ path, ...(clip ? { clip } : {}) });
    } catch (error) {
      await workbench.screenshot("failed picture");
      throw error;
    } finally {
      await workbench.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** Takes a picture of the page that `aiplan report` writes, from one of its sections to another. */
async function drawReport(path: string, plans: string, [first, last]: readonly [string, string]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ai-plan-pictures-"));
  const file = join(folder, "report.html");
  const browser = await launchBrowser();
  try {
    const args = ["cli/bin/aiplan.js", "report", "--as-of", AS_OF, "--format", `html=${file}`, plans];
    execFileSync(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    await page.goto(pathToFileURL(file).toString());
    const [from, to] = await Promise.all([first, last].map((section) => page.locator(section).boundingBox()));
    if (!from || !to) throw new Error(`There is no ${first} or ${last} in the report.`);
    const clip = { x: 0, y: from.y, width: 1000, height: to.y + to.height - from.y };
    await page.screenshot({ path, fullPage: true, clip });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
