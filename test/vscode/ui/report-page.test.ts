/// <reference lib="dom" />
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { PlanReport } from "@aiplan/report/data";
import { portfolioHtml, reportBody, reportHtml, reportStyle } from "@aiplan/report/html";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../../scripts/vscode/browser.ts";
import { ATTACKS, hostile } from "../../report/hostile.ts";
import { everyReport, portfolioOf } from "../../report/reports.ts";
import { root } from "./workbench.ts";

/** Of these there are pictures to look at; those of all plans would take longer than all else that is tested here. */
const LOOKED_AT = ["ticket-routing-ticket-routing", "before-document-agent", "portfolio"];
const WIDTHS = [360, 800, 1400];
const screenshots = join(root, ".vscode-test/screenshots/report");

describe("The report in a browser", () => {
  let browser: Browser;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), "aiplan-report-"));
  let reports: ReadonlyMap<string, PlanReport>;
  /** Every page that is made, by its name. */
  const pages = new Map<string, string>();
  const requests: string[] = [];

  before(async () => {
    mkdirSync(screenshots, { recursive: true });
    reports = await everyReport();
    for (const [name, report] of reports)
      pages.set(name.replace(/\.aiplan$/, "").replaceAll("/", "-"), reportHtml(report));
    pages.set("portfolio", portfolioHtml(portfolioOf(reports)));
    pages.set("hostile", reportHtml(hostile(reports.get("before/ticket-routing.aiplan")!)));
    pages.set("hostile-portfolio", portfolioHtml(hostile(portfolioOf(reports))));
    browser = await launchBrowser();
    page = await browser.newPage();
    page.on("request", (request) => requests.push(request.url()));
  });

  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a page from a file, as somebody does who was sent it. */
  async function open(name: string): Promise<string> {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, pages.get(name)!);
    const { href } = pathToFileURL(file);
    await page.goto(href);
    return href;
  }

  const unfold = () =>
    page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });

  /** What axe finds, with the elements. */
  async function violations(): Promise<string[]> {
    await page.evaluate(axe.source);
    return page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    });
  }

  it("opens without a network: nothing but the file itself is asked for", async () => {
    await page.context().setOffline(true);
    for (const name of pages.keys()) {
      requests.length = 0;
      const href = await open(name);
      await unfold();
      assert.deepEqual(requests, [href]);
    }
    await page.context().setOffline(false);
  });

  for (const colorScheme of ["light", "dark"] as const)
    it(`has nothing that axe objects to, ${colorScheme}`, async () => {
      await page.setViewportSize({ width: 1100, height: 900 });
      await page.emulateMedia({ colorScheme });
      for (const name of ["broken-invoice-triage", "document-agent-document-agent", "portfolio", "hostile"]) {
        await open(name);
        await unfold();
        assert.deepEqual(await violations(), [], name);
      }
    });

  for (const width of WIDTHS)
    it(`fits into ${width} pixels, and no label covers another`, async () => {
      await page.emulateMedia({ colorScheme: width === 800 ? "dark" : "light" });
      await page.setViewportSize({ width, height: 900 });
      for (const name of pages.keys()) {
        await open(name);
        if (LOOKED_AT.includes(name))
          await page.screenshot({ path: join(screenshots, `${name} ${width}.png`), fullPage: true });
        await unfold();
        assert.deepEqual(await page.evaluate(misplaced), [], `${name} at ${width}`);
      }
    });

  it("shows what is hostile as text, and does nothing of what it says", async () => {
    for (const name of ["hostile", "hostile-portfolio"]) {
      await open(name);
      await unfold();
      const before = await page.title();
      assert.doesNotMatch(before, /^hit$/);
      for (const element of await page.locator("button, a[href^='#'], summary").all())
        await element.dispatchEvent("mouseover");
      assert.equal(await page.title(), before);
      assert.equal(await page.locator("script, img, iframe, object, [onload], [onerror], [onmouseover]").count(), 0);
      assert.equal(await page.locator("a:not([href^='https://example.com/'], [href^='#'], [href^='./'])").count(), 0);
      const text = await page.evaluate(() => document.body.textContent);
      for (const attack of ATTACKS) assert.ok(text?.includes(attack), attack);
    }
  });

  it("is drawn in a webview by a style with a nonce, and needs nothing that its policy forbids", async () => {
    const troubles: string[] = [];
    const listen = (message: { text(): string }) => troubles.push(message.text());
    page.on("console", listen);
    const policy = "default-src 'none'; style-src 'nonce-abc'";
    for (const kind of ["vscode-light", "vscode-dark"]) {
      await page.setContent(`<!doctype html><html lang="en"><head><title>Readiness</title>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style nonce="abc">:root { --vscode-editor-background: ${kind === "vscode-dark" ? "#1f1f1f" : "#fff"};
--vscode-editor-foreground: ${kind === "vscode-dark" ? "#ccc" : "#3b3b3b"}; --vscode-font-family: sans-serif;
--vscode-textLink-foreground: ${kind === "vscode-dark" ? "#4daafc" : "#005fb8"}; }</style>
<style nonce="abc">${reportStyle}</style></head>
<body class="${kind}">${reportBody(reports.get("before/document-agent.aiplan")!)}</body></html>`);
      await unfold();
      assert.deepEqual(await page.evaluate(misplaced), []);
      assert.deepEqual(await violations(), []);
      await page.screenshot({ path: join(screenshots, `webview ${kind}.png`), fullPage: true });
    }
    page.off("console", listen);
    assert.deepEqual(troubles, []);
  });

  for (const format of ["A4", "Letter"] as const)
    it(`prints on ${format}, light, with no line cut in two`, async () => {
      await page.emulateMedia({ colorScheme: "dark" });
      for (const name of LOOKED_AT) {
        await open(name);
        const path = join(screenshots, `${name} ${format}.pdf`);
        const pdf = (await page.pdf({ format, path })).toString("latin1");
        const printed = pdf.match(/\/Type \/Page\b(?!s)/g)!.length;
        const most = name === "portfolio" ? 5 : 14;
        assert.ok(printed >= 2 && printed <= most, `${name}: ${printed} pages`);
        await page.emulateMedia({ media: "print" });
        const cut = await page.evaluate(() =>
          [...document.querySelectorAll("li, tr, .rung, .aside")]
            .filter(
              (element) => element.matches("h2, svg") === false && getComputedStyle(element).breakInside !== "avoid",
            )
            .map(({ outerHTML }) => outerHTML.slice(0, 80)),
        );
        assert.deepEqual(cut, [], name);
        const { background, hidden } = await page.evaluate(() => ({
          background: getComputedStyle(document.body).backgroundColor,
          hidden: [...document.querySelectorAll(".principle:not(.met) .findings")].filter(
            (list) => list.getBoundingClientRect().height === 0,
          ).length,
        }));
        assert.equal(background, "rgb(255, 255, 255)");
        assert.equal(hidden, 0);
        await page.emulateMedia({ media: null });
      }
    });
});

/** What leaves the page or its picture, and labels that lie over each other; runs in the page. */
function misplaced(): string[] {
  const troubles: string[] = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width)
    troubles.push(`the page is ${document.documentElement.scrollWidth} wide`);
  for (const element of document.querySelectorAll("main *, header *")) {
    const box = element.getBoundingClientRect();
    const isShown = box.width > 0 && box.height > 0;
    if (isShown && (box.right > width + 1 || box.left < -1) && !element.closest(".scroll"))
      troubles.push(`outside: ${element.outerHTML.slice(0, 80)}`);
  }
  for (const picture of document.querySelectorAll("svg")) {
    const frame = picture.getBoundingClientRect();
    const labels = [...picture.querySelectorAll("text")].map((label) => ({
      label,
      box: label.getBoundingClientRect(),
    }));
    for (const { label, box } of labels) {
      if (box.width === 0) continue;
      if (
        box.left < frame.left - 1 ||
        box.right > frame.right + 1 ||
        box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 1
      )
        troubles.push(`outside its picture: ${label.textContent}`);
      for (const other of labels) {
        if (other.label === label) break;
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (wide > 1 && high > 2) troubles.push(`${label.textContent} lies over ${other.label.textContent}`);
      }
    }
  }
  return [...new Set(troubles)];
}
