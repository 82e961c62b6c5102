import { join } from "node:path";
import { root, Workbench } from "./workbench.ts";

describe("The id of a rule in the Problems view", () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.start(join(root, "examples/broken"));
  });
  after(() => workbench?.stop());

  it("opens the rule's page, which came with the extension, as a reader wants it", async () => {
    await workbench.open("invoice-triage.aiplan");
    const { page } = workbench;
    await page.locator(".markers-panel a", { hasText: "pilot-only-data-source" }).first().click();
    const shown = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await shown.locator("h1", { hasText: "pilot-only-data-source" }).waitFor();
    await workbench.screenshot("page of a rule");
    await shown.locator("a", { hasText: "Pilot conditions are not production" }).click();
    await shown.locator("h1", { hasText: "Pilot conditions are not production" }).waitFor();
    await workbench.screenshot("page of its principle");
  });
});
