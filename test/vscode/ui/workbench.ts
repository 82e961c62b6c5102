import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { launchBrowser, openWorkbench } from "../../../scripts/vscode/browser.ts";
import { EmbeddedServer } from "../../../scripts/vscode/embedded-server.ts";

/** The root of the repository. */
export const root = resolve(import.meta.dirname, "../../..");
const screenshots = join(root, ".vscode-test/screenshots");

/** The packaged extension, as `npm run package` leaves it. */
export const vsix = join(root, "dist/aiplan.vsix");

/** VS Code with a clean profile and the packaged extension, used as an author uses it: by keyboard, and by looking. */
export class Workbench {
  private constructor(
    private readonly server: EmbeddedServer,
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  /** Opens a folder, with the Problems view below the editor. */
  static async start(folder: string): Promise<Workbench> {
    mkdirSync(screenshots, { recursive: true });
    const server = new EmbeddedServer();
    let browser: Browser | undefined;
    try {
      await server.prepare();
      await server.install(vsix);
      await server.listen();
      browser = await launchBrowser();
      // High enough for the Problems view to show all the placeholders of a section: it renders what is in sight only.
      const page = await browser.newPage({ viewport: { width: 1280, height: 1200 } });
      page.setDefaultTimeout(15_000);
      const workbench = new Workbench(server, browser, page);
      await openWorkbench(page, server.address(folder));
      await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
      await workbench.command("View: Toggle Primary Side Bar Visibility");
      await workbench.command("Problems: Focus on Problems View");
      return workbench;
    } catch (error) {
      await browser?.close();
      await server.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }

  /** Presses keys one after the other: "Control+S", "Tab" ... */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Gives the keys to the first editor, from wherever they go: a webview lets go of them only after a while. */
  async toEditor(): Promise<void> {
    await this.press("Control+1");
    await this.focusedEditor.waitFor();
  }

  /** Types a text as a person does, key by key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 15 });
  }

  /** Runs a command from the palette, by its whole title. */
  async command(title: string): Promise<void> {
    await this.press("F1");
    await this.pick(`>${title}`, title);
  }

  /** Opens a file by the end of its path. */
  async open(path: string): Promise<void> {
    await this.press("Control+P");
    const name = path.slice(path.lastIndexOf("/") + 1);
    await this.pick(path, name);
    await this.page.locator(".tab.active", { hasText: name }).waitFor();
    await this.focusedEditor.waitFor();
  }

  /** Fills the quick input and takes the entry that is shown for it. */
  async pick(text: string, label: string): Promise<void> {
    const widget = this.page.locator(".quick-input-widget");
    await widget.locator("input[type=text]").fill(text);
    await widget.locator(".monaco-list-row.focused", { hasText: label }).waitFor();
    await this.press("Enter");
  }

  /** Closes all editors; what has not been saved is lost. */
  async closeAll(): Promise<void> {
    await this.press("Escape"); // where a test has failed, a menu may still be open
    await this.command("File: Revert File");
    await this.command("View: Close All Editors");
    await this.page.locator(".tab").waitFor({ state: "detached" });
  }

  /** Puts the cursor at the start of a line (from 1). */
  async goTo(line: number): Promise<void> {
    await this.press("Control+G");
    await this.page.locator(".quick-input-widget input[type=text]").fill(`:${line}`);
    await this.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    await this.focusedEditor.waitFor(); // earlier keys would be lost
    await this.press("Home", "Home");
    await this.until(
      `the cursor at line ${line}`,
      async () => /^Ln (\d+), Col 1$/.exec(await this.cursor())?.[1] === `${line}`,
    );
  }

  /** Where the status bar says that the cursor is, for example "Ln 4, Col 8 (5 selected)". */
  async cursor(): Promise<string> {
    return (await this.page.locator("#status\\.editor\\.selection").textContent()) ?? "";
  }

  /** The rules of the findings that the Problems view lists, in its order. */
  async findings(): Promise<string[]> {
    const rows = await this.page.locator(".markers-panel .monaco-list-row .marker-code").allInnerTexts();
    return rows.map((text) => text.replace(/[()]/g, "").trim());
  }

  /** Waits until the Problems view lists exactly these, in any order. */
  async expectFindings(...expected: string[]): Promise<void> {
    const wanted = [...expected].sort().join(", ");
    const found = async () => (await this.findings()).sort().join(", ");
    await this.until("the findings", async () => (await found()) === wanted).catch(() => {});
    assert.equal(await found(), wanted);
  }

  /** Puts the cursor at the next finding of a rule, from one finding to the next. */
  async goToFinding(rule: string): Promise<void> {
    const explanation = this.page.locator(".monaco-editor .marker-widget");
    await this.until(`the explanation of ${rule}`, async () => {
      await this.press("F8");
      return explanation
        .filter({ hasText: `aiplan${rule}` })
        .waitFor({ timeout: 1000 })
        .then(
          () => true,
          () => false,
        );
    });
    await this.until("the explanation to close", async () => {
      await this.press("Escape"); // which it does not hear while it is still opening
      return !(await explanation.isVisible());
    });
  }

  /** Applies the quick fix of this title at the cursor. */
  async quickFix(title: string): Promise<void> {
    const menu = this.page.locator(".action-widget:not(.action-list-submenu-panel)");
    const choice = menu.locator(".monaco-list-row", { hasText: title });
    await this.until(`the fix ${title}`, async () => {
      await this.press("Control+."); // again where a change of focus has closed the menu
      return choice.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    });
    const choices = await menu.locator(".monaco-list-row").count();
    const chosen = menu.locator(".monaco-list-row.focused", { hasText: title });
    for (let moves = 0; moves < choices && (await chosen.count()) === 0; moves++) await this.press("ArrowDown");
    await this.screenshot(`fix ${title}`);
    await this.press("Enter");
    await menu.waitFor({ state: "hidden" });
  }

  /** Types a value at each tab stop in turn, checking that just the stops that are not filled in yet are findings. */
  async fillIn(values: readonly string[]): Promise<void> {
    for (const [index, value] of values.entries()) {
      await this.expectPlaceholders(values.length - index);
      if (index > 0) await this.goToNextStop();
      if (index === values.length - 1) await this.screenshot(`last placeholder of ${values.length}`);
      await this.type(value);
    }
  }

  /** Waits until the Problems view lists so many placeholders. */
  private async expectPlaceholders(expected: number): Promise<void> {
    const left = async () => (await this.findings()).filter((rule) => rule === "placeholder-left").length;
    await this.until("the placeholders", async () => (await left()) === expected).catch(() => {});
    assert.equal(await left(), expected);
  }

  /** Puts the cursor at the next tab stop. */
  private async goToNextStop(): Promise<void> {
    const before = await this.cursor();
    await this.until("the next tab stop", async () => {
      // While suggestions are shown Tab takes one of them; they may also appear between our look and our key.
      if (await this.suggestions.isVisible()) await this.press("Escape");
      await this.press("Tab");
      const moved = async () => (await this.cursor()) !== before && (await this.cursor()).includes("selected");
      return this.until("a move", moved, 1000).then(
        () => true,
        () => false,
      );
    });
  }

  /** Waits for something to become true. */
  async until(what: string, probe: () => Promise<boolean>, limit = 10_000): Promise<void> {
    for (const end = Date.now() + limit; Date.now() < end; await this.page.waitForTimeout(50))
      if (await probe()) return;
    throw new Error(`${what}: not within ${limit} ms`);
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
  }

  private get focusedEditor(): Locator {
    return this.page.locator(".editor-instance .monaco-editor.focused");
  }

  /** What is underlined in the editor as an error or a warning. */
  get squiggles(): Locator {
    return this.page.locator(".editor-instance").locator(".squiggly-error, .squiggly-warning");
  }

  /** What is shown over the text to choose from while writing. */
  get suggestions(): Locator {
    return this.page.locator(".suggest-widget.visible");
  }
}

/** The Problems view is to list the findings of the plan that a test has opened, and of no other. */
export function checkOpenPlansOnly(folder: string): void {
  mkdirSync(join(folder, ".vscode"), { recursive: true });
  writeFileSync(join(folder, ".vscode/settings.json"), JSON.stringify({ "aiplan.checkClosedPlans": false }));
}
