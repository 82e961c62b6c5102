import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { checkOpenPlansOnly, root, Workbench } from "./workbench.ts";

const { contributes } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const texts: Record<string, string> = JSON.parse(readFileSync(join(root, "package.nls.json"), "utf8"));
const shown = (key: string) => texts[key.slice(1, -1)] ?? "";

describe("The page Get Started", () => {
  const folder = mkdtempSync(join(tmpdir(), "ai-plan-workspace-"));
  let workbench: Workbench;
  before(async () => {
    checkOpenPlansOnly(folder);
    workbench = await Workbench.start(folder);
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench.screenshot(`failed ${this.currentTest.title}`);
  });
  after(async () => {
    await workbench?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("opens by its command, and shows each step with its picture", async () => {
    const { page } = workbench;
    await workbench.command("AI Plan: Get Started");
    const [walkthrough] = contributes.walkthroughs;
    await page.locator(".gettingStartedContainer", { hasText: shown(walkthrough.title) }).waitFor();
    for (const { id, title, media } of walkthrough.steps) {
      await page.locator(".getting-started-step .step-title", { hasText: shown(title) }).click();
      const svg = readFileSync(join(root, media.svg), "utf8");
      const [, words = ""] = /<title>(.*?)<\/title>/.exec(svg) ?? [];
      const picture = async () => (await pictureIn(page.frames(), words)) !== undefined;
      await workbench.until(`the picture of ${id}`, picture);
      await workbench.screenshot(`get started ${id}`);
    }
  });

  it("begins a plan by its button, and ticks that step off", async () => {
    const { page } = workbench;
    const [{ steps }] = contributes.walkthroughs;
    await page.locator(".getting-started-step .step-title", { hasText: shown(steps[0].title) }).click();
    await page.locator(".getting-started-step.expanded .monaco-button", { hasText: "New Plan" }).click();
    await page.locator(".quick-input-widget", { hasText: "New AI Plan (1/6)" }).waitFor();
    await workbench.press("Escape");
    await page.locator(".getting-started-step.expanded .complete").first().waitFor();
  });
});

/** The frame that shows a picture with this title. */
async function pictureIn(frames: readonly Frame[], title: string): Promise<Frame | undefined> {
  for (const frame of frames) {
    const found = await frame
      .locator("svg title")
      .allTextContents()
      .catch((): string[] => []);
    if (found.includes(title)) return frame;
  }
  return undefined;
}
