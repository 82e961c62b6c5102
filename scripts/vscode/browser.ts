import { type Browser, chromium, type Page } from "playwright-core";
import { ensureChromium } from "./chromium-assembly.ts";

/** Starts a headless browser. CHROMIUM_PATH names another Chromium than the one that is made from npm packages. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH;
  const { executablePath, env } = own ? { executablePath: own, env: {} } : await ensureChromium();
  return chromium.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    // Whoever started the browser closes it, also at a signal.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"],
  });
}

/** Opens VS Code's page and waits until its workbench is there. */
export async function openWorkbench(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector(".monaco-workbench", { timeout: 60_000 });
}
