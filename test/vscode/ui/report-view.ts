import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { FrameLocator, Locator } from "playwright-core";
import type { Workbench } from "./workbench.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
interface Results {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** The report beside the plan, as its reader sees it. */
export class ReportView {
  readonly frame: FrameLocator;

  constructor(private readonly workbench: Workbench) {
    this.frame = workbench.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  }

  /** Opens it for the plan in the active editor, by a click on the status bar. */
  async open(): Promise<void> {
    await this.statusBar.click();
    await this.frame.locator("h1").waitFor();
  }

  get statusBar(): Locator {
    return this.workbench.page.locator("#ai-plan\\.ai-plan\\.aiplan\\.readiness");
  }

  /** The score of 0 to 100. */
  async score(): Promise<number> {
    return Number(await this.frame.locator(".headline .score strong").innerText());
  }

  /** What is said of a rule's finding among what stands in the way. */
  blocker(rule: string): Locator {
    return this.frame.locator("#blockers li", { hasText: rule });
  }

  /** What axe finds: each rule with the elements that break it. */
  async violations(): Promise<string[][]> {
    const body = await this.frame.locator("body").elementHandle();
    const frame = (await body!.ownerFrame())!;
    await frame.evaluate(axe);
    const results = await frame.evaluate<Results>("axe.run()");
    return results.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  }

  /** Where the reader is: how far down, what has the focus, and which details are open. */
  reading(): Promise<{ scroll: number; focus: string; open: string[] }> {
    return this.frame.locator("body").evaluate(({ ownerDocument }) => ({
      scroll: ownerDocument.defaultView!.scrollY,
      focus: ownerDocument.activeElement?.textContent ?? "",
      open: [...ownerDocument.querySelectorAll("details[open]")].map(({ id }) => id),
    }));
  }
}
