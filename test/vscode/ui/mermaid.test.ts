import assert from "node:assert/strict";
import { createRequire } from "node:module";
import type { PlanReport } from "@aiplan/report/data";
import { reportMarkdown } from "@aiplan/report/markdown";
import { clipped, visible } from "@aiplan/report/text";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../../scripts/vscode/browser.ts";
import { hostile, MARKDOWN_ATTACKS } from "../../report/hostile.ts";
import { everyReport } from "../../report/reports.ts";

/** What a diagram came to in the page: its text, its elements, and whether anything in it was run. */
interface Drawn {
  readonly text: string;
  readonly elements: readonly string[];
  readonly title: string;
}

describe("The diagrams in the Markdown of a report", () => {
  let browser: Browser;
  let page: Page;
  let reports: readonly PlanReport[];
  before(async () => {
    reports = [...(await everyReport()).values()].filter(({ pictures }) => pictures.timeline && pictures.escalation);
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.setContent("<title>untouched</title><main></main>");
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve("@mermaid-js/tiny") });
  });
  after(() => browser?.close());

  const draw = (diagram: string): Promise<Drawn> => page.evaluate(`(${DRAW})(${JSON.stringify(diagram)})`);

  it("are drawn for every plan, with its words in them", async () => {
    for (const report of reports) {
      const [timeline, escalation] = diagramsIn(report);
      expectLabels(await draw(timeline!), datesOf(report));
      expectLabels(await draw(escalation!), [...alarmsOf(report), ...pathsOf(report)]);
    }
  });

  it("show what is hostile as text, and make no element of it", async () => {
    const plain = await Promise.all(reports.slice(0, 1).map((report) => diagramsIn(report)));
    const known = new Set<string>();
    for (const diagram of plain.flat()) for (const element of (await draw(diagram)).elements) known.add(element);
    for (const report of reports.slice(0, 4)) {
      const attacked = hostile(report, MARKDOWN_ATTACKS);
      const [timeline, escalation] = diagramsIn(attacked);
      const drawn = [await draw(timeline!), await draw(escalation!)];
      for (const { elements, title } of drawn) {
        assert.deepEqual(
          elements.filter((element) => !known.has(element)),
          [],
        );
        assert.equal(title, "untouched");
      }
      expectLabels(drawn[0]!, datesOf(attacked));
      expectLabels(drawn[1]!, alarmsOf(attacked));
    }
  });
});

/** Draws in the page, at the level at which mermaid itself takes away the least. */
const DRAW = `async (diagram) => {
  mermaid.initialize({ startOnLoad: false, securityLevel: "loose" });
  const main = document.querySelector("main");
  main.innerHTML = (await mermaid.render("drawn", diagram)).svg;
  main.querySelector("style").remove();
  const elements = [...main.querySelectorAll("*")].map(({ tagName }) => tagName.toLowerCase());
  return { text: main.textContent, elements: [...new Set(elements)], title: document.title };
}`;

function diagramsIn(report: PlanReport): string[] {
  return [...reportMarkdown(report).matchAll(/^```mermaid\n(.*?)\n```$/gms)].map(([, text]) => text!);
}

const datesOf = ({ pictures }: PlanReport) => pictures.timeline!.events.slice(0, 60).map(({ label }) => label);
const alarmsOf = ({ pictures }: PlanReport) => pictures.escalation!.alarms.map(({ id }) => id);
const pathsOf = ({ pictures }: PlanReport) => pictures.escalation!.paths.map(({ id }) => id);

/** Lines are broken where there is room, so spaces do not count. */
function expectLabels({ text }: Drawn, labels: readonly string[]): void {
  const bare = (words: string) => words.replace(/[\s\u200b]+/g, "");
  for (const label of labels) {
    const shown = clipped(visible(label.replace(/\s+/g, " ").trim()), 80);
    assert.ok(bare(text).includes(bare(shown)), `${JSON.stringify(shown)} is not in ${JSON.stringify(text)}`);
  }
}
