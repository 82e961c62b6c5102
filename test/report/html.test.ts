import assert from "node:assert/strict";
import type { PlanReport } from "@aiplan/report/data";
import { portfolioHtml, reportBody, reportHtml } from "@aiplan/report/html";
import { examples } from "../harness/examples.ts";
import { hostile } from "./hostile.ts";
import { everyReport, portfolioOf, reportOf } from "./reports.ts";

describe("The report as HTML", () => {
  let reports: ReadonlyMap<string, PlanReport>;
  before(async () => {
    reports = await everyReport();
  });

  it("says of every plan which stage it claims and has earned, its score, and all principles", () => {
    for (const [name, report] of reports) {
      const text = textOf(reportHtml(report));
      const { isReady, stage, score, principles } = report.readiness;
      assert.ok(text.includes(`${isReady ? "Ready" : "Not ready"} for ${stage}`), name);
      assert.ok(text.includes(`${score} of 100`), name);
      for (const { title } of principles) assert.ok(text.includes(title), `${name}: ${title}`);
    }
  });

  it("is the same text each time", () => {
    for (const report of reports.values()) assert.equal(reportHtml(report), reportHtml(structuredClone(report)));
  });

  it("gives a webview what a strict content security policy lets through", () => {
    for (const [name, report] of reports) {
      const body = reportBody(hostile(report));
      const tags = body.match(/<[a-z][^>]*>/g)!;
      for (const tag of tags) assert.doesNotMatch(tag.replace(/="[^"]*"/g, '=""'), / (?:style|on\w+)=/i, name);
      assert.doesNotMatch(body, /<(?:style|script|img|link|iframe|base|form|object)\b/i, name);
    }
  });

  it("gives no two elements one id, whatever ids plans have", () => {
    for (const [name, report] of reports) {
      const ids = [...reportBody(report).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length, name);
    }
  });

  it("leads to places in a webview, and names no folder of its author in a file", () => {
    for (const [name, report] of reports) {
      const [first] = report.readiness.blockers;
      assert.doesNotMatch(reportHtml(report), /file:|data-place/, name);
      const places = [...reportBody(report).matchAll(/ data-place="([^"]*)"/g)].map(([, place]) =>
        JSON.parse(place!.replaceAll("&quot;", '"').replaceAll("&amp;", "&")),
      );
      if (first)
        assert.ok(
          places.some((place) => place.uri === first.uri && equal(place.range, first.range)),
          name,
        );
    }
  });

  it("takes nothing for a link that is no web page", () => {
    const [report] = reports.values();
    const [principle, ...others] = report!.readiness.principles;
    for (const page of ["javascript:alert(1)", "data:text/html,x", " javascript:alert(1)", "file:///etc/passwd"]) {
      const principles = [{ ...principle!, page }, ...others];
      const text = reportHtml({ ...report!, readiness: { ...report!.readiness, principles } });
      assert.doesNotMatch(text, /href="[^"#h]/);
    }
  });

  it("draws numbers and dates of any size, and what is not there", async () => {
    const { files, name, text } = examples().find(({ name }) => name === "ticket-routing/ticket-routing.aiplan")!;
    const changes: readonly ((text: string) => string)[] = [
      (text) =>
        text
          .replace("average: 3200 item/d", "average: 0 item/d")
          .replace("month-6: 4000", "month-6: 0")
          .replace("320 item/d", "0 item/d"),
      (text) =>
        text.replace("average: 3200", "average: 9".padEnd(300, "9")).replace("baseline: 4.2 h", "baseline: 1e-300 h"),
      (text) => text.replace("2026-01-30", "0001-01-01").replace("go-live: 2026-07-06", "go-live: 9999-12-31"),
      (text) => text.replace("month-1: 3 h", "month-1: -3 h").replace("traffic: 10%", "traffic: 900%"),
      (text) => text.slice(0, 2500),
      () => "",
    ];
    for (const change of changes) {
      assert.notEqual(change(text), text);
      const drawn = reportHtml(await reportOf({ ...files, [name]: change(text) }, name));
      assert.doesNotMatch(
        drawn.replace(/<(?:p|code|title)[ >].*?<\/(?:p|code|title)>/gs, ""),
        /NaN|Infinity|undefined|null/,
      );
    }
  });

  it("shows many plans on one page, and what most of them lack", () => {
    const text = textOf(portfolioHtml(portfolioOf(reports)));
    for (const { title, name, readiness } of reports.values()) {
      assert.ok(text.includes(title ?? name));
      assert.ok(text.includes(`${readiness.score} of 100`));
    }
    assert.ok(text.includes("plans/lost.aiplan: Cannot be read"));
    assert.ok(text.includes("1 catalog"));
  });
});

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What is to be read, without marks. */
function textOf(html: string): string {
  return html
    .slice(html.indexOf("<body>"))
    .replace(/<[^>]*>/g, "")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}
