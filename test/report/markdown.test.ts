import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import type { PlanReport, ReportFinding, ReportPrinciple, ReportReadiness } from "@aiplan/report/data";
import { portfolioMarkdown, reportMarkdown } from "@aiplan/report/markdown";
import MarkdownIt from "markdown-it";
import { hostile, MARKDOWN_ATTACKS } from "./hostile.ts";
import { everyReport, portfolioOf } from "./reports.ts";

/** As GitHub does: HTML is let through, and what is an address by its `://` becomes a link. */
const renderer = new MarkdownIt({ html: true, linkify: true });
renderer.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

describe("The report as Markdown", () => {
  let reports: ReadonlyMap<string, PlanReport>;
  before(async () => {
    reports = await everyReport();
  });

  it("is that of its golden", () => {
    const report = reports.get("ticket-routing/ticket-routing.aiplan")!;
    expectGolden("report.md", reportMarkdown({ ...report, readiness: READINESS }, ""));
  });

  it("says of every plan where it stands, and on which principles", () => {
    for (const [name, report] of reports) {
      const { text } = rendered(reportMarkdown(report));
      const { isReady, stage, score, principles, blockers } = report.readiness;
      assert.ok(text.includes(`${isReady ? "Ready" : "Not ready"} for ${stage}. Score: ${score} of 100.`), name);
      for (const { title } of principles) assert.ok(text.includes(title), `${name}: ${title}`);
      for (const { headline } of blockers)
        assert.ok(text.includes(headline.replaceAll("`", "")), `${name}: ${headline}`);
    }
  });

  it("links to the lines of the plan, as forges number them", () => {
    const report = reports.get("broken/invoice-triage.aiplan")!;
    const [first] = report.readiness.blockers;
    const links = linksIn(rendered(reportMarkdown(report, "")).html);
    assert.ok(links.includes(`./broken/invoice-triage.aiplan#L${first!.range.start.line + 1}`));
    const places = (base?: string) =>
      linksIn(rendered(reportMarkdown(report, base)).html).filter((link) => link[0] === ".");
    assert.deepEqual(
      places("../"),
      places("").map((link) => link.replace("./", "./../")),
    );
    assert.deepEqual(places(), [], "where nobody knows where it is read");
  });

  it("shows what is hostile as text, and lets it make no element and no link", () => {
    for (const [name, report] of reports) {
      const markdown = reportMarkdown(hostile(report, MARKDOWN_ATTACKS), "");
      expectHarmless(markdown, name);
      // Each attack is in some text that is shown.
      const { text } = rendered(markdown);
      for (const attack of MARKDOWN_ATTACKS)
        assert.ok(text.includes(shown(attack)), `${name}: ${JSON.stringify(attack)} is not shown as it is`);
    }
    const portfolio = portfolioMarkdown(hostile(portfolioOf(reports), MARKDOWN_ATTACKS));
    expectHarmless(portfolio, "portfolio");
    assert.ok(rendered(portfolio).text.includes(shown(MARKDOWN_ATTACKS[0]!)));
  });

  it("gives no diagram a line that is not its own", () => {
    for (const report of reports.values())
      for (const diagram of diagramsIn(reportMarkdown(hostile(report, MARKDOWN_ATTACKS))))
        for (const line of diagram.split("\n")) assert.match(line, DIAGRAM_LINES, line);
  });

  it("stays as short as forges take it, whatever is in a plan, and says what it leaves out", () => {
    const report = reports.get("broken/invoice-triage.aiplan")!;
    const [blocker] = report.readiness.blockers;
    const many = Array.from({ length: 1000 }, () => ({ ...blocker!, message: "x".repeat(5000) }));
    const text = reportMarkdown({ ...report, readiness: { ...report.readiness, blockers: many } });
    assert.ok(text.length <= 65_536, `${text.length}`);
    assert.match(text, /\nToo long to be shown here: What stands in the way\.\n$/);
    assert.match(text, /## Data sources/);
  });
});

const PLACE = {
  path: "ticket-routing/ticket-routing.aiplan",
  range: { start: { line: 51, character: 2 }, end: { line: 51, character: 9 } },
};
const FINDING: ReportFinding = {
  ...PLACE,
  rule: "cost-exceeds-ceiling",
  severity: "warning",
  message: "In month six this costs `A | B`, above the ceiling: it is stopped for its price. Make it cheaper.",
  headline: "In month six this costs `A | B`, above the ceiling",
  fixes: ["Leave a placeholder for `ceiling`"],
  page: "https://example.com/rules/cost-exceeds-ceiling.md",
};
const ELSEWHERE: ReportFinding = { ...FINDING, path: "org/catalog.aiplan", severity: "error" };
const PRINCIPLE: ReportPrinciple = {
  id: "economics-at-scale",
  number: 4,
  title: "Return and the cost at scale before code",
  what: "",
  status: "partly",
  dueFrom: "proposal",
  share: 0.5,
  findings: [FINDING, ELSEWHERE],
  silenced: [{ ...FINDING, by: { kind: "comment", reason: "The ceiling is old" } }],
  accepted: [{ ...FINDING, accepted: { approver: "cfo", reason: "Until the new contract", expires: "2026-12-31" } }],
  unjudged: [{ rule: "payback-exceeds-horizon", lacks: "economics.payback" }],
  page: "https://example.com/principles/economics-at-scale.md",
};
/** One of everything that a report can say. */
const READINESS: ReportReadiness = {
  stage: "pilot",
  claimed: "pilot",
  earned: "build",
  isReady: false,
  score: 61,
  blockers: [FINDING, ELSEWHERE],
  principles: [
    PRINCIPLE,
    // What counts for two principles is told once.
    {
      ...PRINCIPLE,
      number: 5,
      title: "Monitored from day one",
      status: "missing",
      findings: [],
      unjudged: [],
      silenced: [...PRINCIPLE.silenced, { ...ELSEWHERE, by: { kind: "configuration", path: "aiplan.config.yaml" } }],
    },
    {
      ...PRINCIPLE,
      number: 6,
      status: "not-yet-due",
      dueFrom: "production",
      findings: [],
      unjudged: [],
      silenced: [],
      accepted: [],
    },
  ],
  next: [
    { title: "Leave a placeholder for `ceiling`", gain: 4.5, blocks: true, finding: FINDING, others: 2 },
    { title: "Make it cheaper", gain: 0, blocks: false, finding: ELSEWHERE, others: 0 },
  ],
};

/** Nothing in it is obeyed: no element, no link and no sign of the attacks, and nothing that is not printed. */
function expectHarmless(markdown: string, name: string): void {
  const { html, tags } = rendered(markdown);
  assert.deepEqual(
    [...tags].filter((tag) => !KNOWN.has(tag)),
    [],
    name,
  );
  for (const link of linksIn(html)) assert.match(link, ADDRESS, `${name}: ${link}`);
  const outsideCode = html.replace(/<(code|pre)[^>]*>.*?<\/\1>|<[^>]*>/gs, "");
  assert.equal(OBEYED.exec(outsideCode)?.[0], undefined, name);
  assert.doesNotMatch(markdown, UNPRINTED, name);
}

/** What forges make something of when Markdown is done. */
const OBEYED = /[@#!$]\w|:\/\/|www\.|\w@\w|GH-1|:tada:|~label/;
const UNPRINTED = /[\u0000-\u0009\u000b-\u001f\u202e]|[\ud800-\udbff](?![\udc00-\udfff])/;
/** Lines of files, reports of plans, and pages that explain. */
const ADDRESS = /^\.\/[^:]*(?:#L\d+|\.html)$|^https:\/\/example\.com\//;

/** All elements that a report is made of. */
const KNOWN = new Set("a br code details em h1 h2 li ol p pre strong summary table tbody td th thead tr ul".split(" "));

/** What the lines of diagrams look like; a label holds nothing but letters, digits and codes. */
const LABEL = String.raw`\u200b(?:[\p{L}\p{M}\p{N}\u200b ,-]|(?<=\d)[.%]|#\d+;)*`;
const DIAGRAM_LINES = new RegExp(
  [
    String.raw`gantt|flowchart LR|  accTitle: [\w ]+|  dateFormat YYYY-MM-DD|  axisFormat %b %Y|  todayMarker off|  section [\w ]+`,
    String.raw`  ${LABEL} :(?:milestone, \d{4}-\d\d-\d\d, 0d|\d{4}-\d\d-\d\d, \d{4}-\d\d-\d\d)`,
    String.raw`  (?:\w+ (?:-->|-\.->)(?:\|"${LABEL}"\|)? )?\w+(?:[([{]+"${LABEL}(?:<br/>${LABEL})*"[)\]}]+)?`,
  ]
    .map((line) => `^(?:${line})$`)
    .join("|"),
  "u",
);

function rendered(markdown: string): { html: string; text: string; tags: ReadonlySet<string> } {
  const html = renderer.render(markdown);
  const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name]) => name!.toLowerCase()));
  const text = html
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|amp|quot);/g, (_, name) => ({ lt: "<", gt: ">", amp: "&", quot: '"' })[name as "lt"])
    .replaceAll("\u200b", "");
  return { html, text, tags };
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/<a href="([^"]*)"/g)].map(([, address]) => address!);
}

function diagramsIn(markdown: string): string[] {
  return [...markdown.matchAll(/^```mermaid\n(.*?)\n```$/gms)].map(([, text]) => text!);
}

/** As it stands on the page: on one line, with signs for what cannot be seen. */
function shown(attack: string): string {
  return attack
    .replace(/\s+/g, " ")
    .replace(/[\u0000-\u001f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replace(/\u202e|[\ud800-\udbff](?![\udc00-\udfff])/g, "\ufffd");
}

/** Compares with a golden. UPDATE_GOLDENS=1 writes it anew; read what has changed before it is committed. */
function expectGolden(name: string, text: string): void {
  const path = new URL(`goldens/${name}`, import.meta.url);
  if (process.env.UPDATE_GOLDENS) writeFileSync(path, text);
  assert.equal(text, readFileSync(path, "utf8"));
}
