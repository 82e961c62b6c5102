import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanReport, Portfolio } from "@aiplan/report";
import MarkdownIt from "markdown-it";
import { makePlan } from "../bench/make-plans.ts";
import { HOSTILE, hostile } from "../harness/hostile.ts";
import { aiplan, BIN, folderWith, REPOSITORY, type RunOptions, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { expectGolden } from "./goldens.ts";

const CATALOG = "aiplan: 1\nkind: catalog\nname: org\nroles:\n  sre: {contact: sre@example.com}\n";
const plan = (name: string, more = "") => `aiplan: 1\nname: ${name}\nstage: proposal\n${more}`;

/** As GitHub does: HTML is let through, and what is an address by its `://` becomes a link. */
const renderer = new MarkdownIt({ html: true, linkify: true });
renderer.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

const ready = join(REPOSITORY, "examples/ticket-routing");
const broken = "examples/broken/invoice-triage.aiplan";

async function reportJson<Kind extends PlanReport | Portfolio>(args: readonly string[], options: RunOptions = {}) {
  const outcome = await aiplan(["report", "--format", "json", ...args], options);
  return { ...outcome, report: JSON.parse(outcome.stdout) as Kind };
}

/** The files below a folder, by their paths from there. */
function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe("aiplan report", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  describe("of one plan", () => {
    it("says where it stands as in the golden, with places that editors know", async () => {
      const { code, stderr, report } = await reportJson<PlanReport>(["--as-of", "2026-07-06", broken]);
      assert.deepEqual([code, stderr], [0, ""]);
      // What pictures hold has tests of its own; places are on one line here, for those who read the golden.
      const { pictures, ...rest } = report;
      const shown = { ...rest, pictures: Object.keys(pictures) };
      const text = JSON.stringify(shown, (key, value) => (key === "range" ? JSON.stringify(value) : value), 1);
      expectGolden("report.broken.json", `${text}\n`);
    });

    it("is the same by itself as beside the page of several plans, which has the same figures, for every example", async () => {
      const cwd = folderWith({});
      const args = ["report", "--format", "json", "--output", cwd, "examples", "test/plans"];
      assert.equal((await aiplan(args)).code, 0);
      const read = (name: string) => JSON.parse(readFileSync(join(cwd, name), "utf8"));
      const { plans } = read("index.json") as Portfolio;
      assert.equal(plans.length, 20);
      for (const row of plans) {
        const { readiness } = read(row.report!) as PlanReport;
        const { stage, claimed, earned, isReady, score, blockers, next } = readiness;
        assert.deepEqual(
          [row.stage, row.claimed, row.earned, row.isReady, row.score, row.blockers, row.firstBlocker, row.next],
          [stage, claimed, earned, isReady, score, blockers.length, blockers[0], next[0]],
          row.path,
        );
      }
      const [first] = plans;
      assert.deepEqual((await reportJson<PlanReport>([first!.path])).report, read(first!.report!));
    });

    it("judges it at another stage, and by a day", async () => {
      const { report } = await reportJson<PlanReport>(["--stage", "production", "--as-of", "2026-07-06", broken]);
      const { stage, claimed, isReady } = report.readiness;
      assert.deepEqual([stage, claimed, isReady, report.asOf], ["production", "pilot", false, "2026-07-06"]);
    });

    it("takes no risk for accepted any more when its waiver has ended, be it today", async () => {
      const plan = "examples/before/fraud-review.aiplan";
      const accepted = async (...args: readonly string[]) => {
        const { report } = await reportJson<PlanReport>([...args, plan]);
        const found = report.readiness.principles.flatMap((one) => one.accepted.map(({ rule }) => rule));
        return [report.asOf, found.includes("pilot-only-data-source")];
      };
      assert.deepEqual(await accepted("--as-of", "2026-07-31"), ["2026-07-31", true]);
      assert.deepEqual(await accepted("--as-of", "2026-08-01"), ["2026-08-01", false]);
      const [day, isAccepted] = await accepted();
      assert.deepEqual([/^\d{4}-\d\d-\d\d$/.test(`${day}`), isAccepted], [true, false]);
    });

    it("is the whole report also where a folder has but one plan, and not where another cannot be read", async () => {
      const cwd = folderWith({ "a.aiplan": plan("a"), "org.aiplan": CATALOG });
      const { report } = await reportJson<PlanReport>([], { cwd });
      assert.deepEqual([report.kind, report.path], ["plan", "a.aiplan"]);
      writeFileSync(join(cwd, "b.aiplan"), Buffer.from([0, 255]));
      const { code, report: both } = await reportJson<Portfolio>([], { cwd });
      assert.deepEqual([code, both.kind], [2, "portfolio"]);
    });
  });

  describe("of several plans", () => {
    it("is one page, what needs attention first, as in the golden", async () => {
      const { code, stdout, stderr } = await aiplan(["report", "--as-of", "2026-07-06", "examples", "test/plans"]);
      assert.deepEqual([code, stderr], [0, ""]);
      expectGolden("report.portfolio.md", stdout);
    });

    it("counts what is left out, and lists what cannot be read", async () => {
      const cwd = folderWith({
        "aiplan.config.yaml": "ignore: [old]\n",
        "a.aiplan": plan("a"),
        "b.aiplan": plan("b"),
        "old/c.aiplan": plan("c"),
        "org.aiplan": CATALOG,
        "bytes.aiplan": Buffer.from([0, 255]),
        "future.aiplan": "aiplan: 99\nname: x\n",
        "twice.aiplan": "aiplan: 1\n---\naiplan: 1\n",
      });
      const { code, stderr, report } = await reportJson<Portfolio>([], { cwd });
      assert.equal(code, 2);
      assert.deepEqual(report.leftOut, { catalogs: 1, ignored: 1 });
      assert.deepEqual(
        report.plans.map(({ path }) => path),
        ["a.aiplan", "b.aiplan"],
      );
      assert.deepEqual(
        report.unreadable.map(({ path }) => path),
        ["bytes.aiplan", "future.aiplan", "twice.aiplan"],
      );
      for (const { path, message } of report.unreadable) assert.ok(stderr.includes(`${path}: ${message}\n`), stderr);
    });

    it("keeps plans that are garbled: they are not ready", async () => {
      const cwd = folderWith({
        "empty.aiplan": "",
        "garbled.aiplan": `${plan("x")}\tmetrics: [\n  : {\n"`,
        "dates.aiplan": plan("y", "milestones: {go-live: 31.12.2026}\r\n\ufeff"),
      });
      const { code, report } = await reportJson<Portfolio>([], { cwd });
      assert.equal(code, 0);
      assert.deepEqual(
        report.plans.map(({ path, isReady, earned }) => [path, isReady, earned]).sort(),
        ["dates", "empty", "garbled"].map((name) => [`${name}.aiplan`, false, undefined]),
      );
    });
  });

  describe("where there is nothing to report", () => {
    const cases: [what: string, files: Record<string, string>, args: string[], said: string][] = [
      [
        "an empty folder",
        {},
        ["."],
        ".: There are no plans (files that end in .aiplan) in this folder or below it. `aiplan init` writes one to begin with.\n",
      ],
      [
        "a folder of catalogs",
        { "org.aiplan": CATALOG },
        ["."],
        "There are no plans to report on: only catalogs, or files that are ignored.\n",
      ],
      [
        "a catalog that is named",
        { "org.aiplan": CATALOG },
        ["org.aiplan"],
        "org.aiplan: This is a catalog, which has no readiness of its own.\nThere are no plans to report on: only catalogs, or files that are ignored.\n",
      ],
      ["no such file", {}, ["a.aiplan"], "a.aiplan: There is no such file or folder.\n"],
    ];
    for (const [what, files, args, said] of cases)
      it(`says so and writes nothing: ${what}`, async () => {
        const cwd = folderWith(files);
        const outcome = await aiplan(["report", "--output", "report.html", ...args], { cwd });
        assert.deepEqual(outcome, { code: 2, stdout: "", stderr: said });
        assert.deepEqual(filesIn(cwd), Object.keys(files));
      });
  });

  describe("--output", () => {
    const files = { "plans/a.aiplan": plan("a"), "plans/b/A (1).aiplan": plan("b"), "plans/org.aiplan": CATALOG };

    it("takes the format from the ending of the file, and makes its folder", async () => {
      const cwd = folderWith(files);
      for (const [name, begin] of [
        ["out/all.html", "<!doctype html>"],
        ["out/all.md", "# "],
        ["out/ALL.JSON", '{"kind":"portfolio"'],
      ] as const) {
        const outcome = await aiplan(["report", "--output", name, "plans"], { cwd });
        assert.deepEqual(outcome, { code: 0, stdout: "", stderr: `The report is in ${name}.\n` });
        assert.ok(readFileSync(join(cwd, name), "utf8").toLowerCase().startsWith(begin), name);
      }
    });

    it("writes the same as goes to standard output, and several reports in one run", async () => {
      const cwd = folderWith(files);
      const { stdout } = await aiplan(["report", "plans"], { cwd });
      const both = ["--format", "markdown=all.md", "--format", "html", "--output", "page"];
      assert.equal((await aiplan(["report", ...both, "plans"], { cwd })).code, 0);
      assert.equal(readFileSync(join(cwd, "all.md"), "utf8"), stdout);
      assert.ok(existsSync(join(cwd, "page/index.html")));
    });

    it("gives a folder a page of all plans that leads to the report of each", async () => {
      const cwd = folderWith({ ...files, "plans/b/a (1).AIPLAN": plan("c") });
      assert.equal((await aiplan(["report", "--output", "reports", "--format", "json", "plans"], { cwd })).code, 0);
      const reports = join(cwd, "reports");
      const { plans } = JSON.parse(readFileSync(join(reports, "index.json"), "utf8")) as Portfolio;
      assert.deepEqual(filesIn(reports), ["index.json", "plans/a.json", "plans/b/A (1).json", "plans/b/a (1)-2.json"]);
      for (const { path, name, report = "" } of plans) {
        const own = JSON.parse(readFileSync(join(reports, report), "utf8")) as PlanReport;
        assert.deepEqual([own.kind, own.path, own.name], ["plan", path, name]);
      }
    });

    it("keeps all reports in the folder, wherever the plans are", async () => {
      const cwd = folderWith({ "x/a.aiplan": plan("a"), "y/z/b.aiplan": plan("b"), "here/c.aiplan": plan("c") });
      const outcome = await aiplan(["report", "--output", "out", "../x", "../y/z/b.aiplan", "."], {
        cwd: join(cwd, "here"),
      });
      assert.equal(outcome.code, 0, outcome.stderr);
      assert.deepEqual(filesIn(join(cwd, "here/out")), [
        "index.html",
        "plans/here/c.html",
        "plans/x/a.html",
        "plans/y/z/b.html",
      ]);
    });

    it("has links in its pages that lead to files", async () => {
      const cwd = folderWith(files);
      for (const [format, link] of [
        ["html", /href="(\.\/plans\/[^"]*)"/g],
        ["markdown", /\]\(<(\.\/plans\/[^>]*)>\)/g],
      ] as const) {
        await aiplan(["report", "--output", format, "--format", format, "plans"], { cwd });
        const index = readFileSync(join(cwd, format, format === "html" ? "index.html" : "index.md"), "utf8");
        const links = [...index.matchAll(link)].map(([, url]) => url!);
        assert.equal(links.length, 2);
        const isThere = (url: string | undefined, from: URL) => existsSync(new URL(url ?? "nowhere", from));
        for (const url of links) {
          const own = new URL(url, `file://${cwd}/${format}/`);
          assert.ok(existsSync(own), url);
          const back = /href="([^"]*)">All plans</.exec(readFileSync(own, "utf8"))?.[1];
          assert.equal(isThere(back, own), format === "html", back);
        }
      }
    });

    it("has links in Markdown that lead to the lines of plans, and none on standard output, which may be a comment", async () => {
      const cwd = folderWith(files);
      const linksIn = (text: string) => [...text.matchAll(/\]\(<([^>#]*)#L\d+>\)/g)].map(([, url]) => url!);
      await aiplan(["report", "--format", "markdown", "--output", "out/sub", "plans"], { cwd });
      await aiplan(["report", "--output", "a.md", "plans/a.aiplan"], { cwd });
      for (const name of ["out/sub/plans/a.md", "out/sub/plans/b/A (1).md", "a.md"]) {
        const links = linksIn(readFileSync(join(cwd, name), "utf8"));
        assert.ok(links.length > 0);
        for (const url of links) assert.ok(existsSync(new URL(url, `file://${cwd}/${name}`)), `${name}: ${url}`);
      }
      const { stdout } = await aiplan(["report", "plans/a.aiplan"], { cwd });
      assert.deepEqual(linksIn(stdout), []);
    });

    const refused: [args: readonly string[], said: RegExp][] = [
      [["--output", "a.aiplan"], /A report would take the place of a plan\./],
      [["--output", "report.txt"], /Say how report\.txt is to look with --format, or end its name in \.html/],
      [["--output", ""], /Name a file or a folder after --output\./],
      [["--format", "html=a.html", "--output", "a.html"], /The report in html goes to that file, too\./],
      [["--format", "htm"], /Did you mean html\? The formats are html, markdown, json\./],
      [["--fail-under", "101"], /Write a score from 1 to 100\./],
      [["--output", "plans/notes.md", "plans/notes.md"], /would take the place of a file that is named, too/],
    ];
    for (const [args, said] of refused)
      it(`is refused: ${args.join(" ")}`, async () => {
        const cwd = folderWith({ ...files, "plans/notes.md": plan("notes") });
        const before = filesIn(cwd);
        const { code, stdout, stderr } = await aiplan(["report", ...args], { cwd });
        assert.deepEqual([code, stdout], [2, ""]);
        assert.match(stderr, said);
        assert.match(stderr, /Run `aiplan report --help` to see how\./);
        assert.deepEqual(filesIn(cwd), before);
      });

    it("leaves what was there as it was where nothing can be written, and says why", async () => {
      const cwd = folderWith({ ...files, "out.html/keep": "", part: "" });
      const outcome = await aiplan(["report", "--format", "html=part/a.html", "--format", "json=b.json", "plans"], {
        cwd,
      });
      assert.deepEqual(
        [outcome.code, outcome.stderr],
        [
          2,
          "part/a.html: The report was not written. Its folder cannot be made: a part of the path is a file.\nThe report is in b.json.\n",
        ],
      );
    });
  });

  if (spawnSync("script", ["--version"]).stdout?.includes("util-linux"))
    describe("on a terminal", () => {
      const run = (cwd: string, args: string) => {
        const command = `stty cols 100 rows 40; exec ${process.execPath} ${BIN} report ${args}`;
        const env = { ...process.env, TERM: "xterm" };
        return spawnSync("script", ["-qec", command, "/dev/null"], { cwd, env, encoding: "utf8" });
      };

      it("prints Markdown, and no HTML", () => {
        const cwd = folderWith({ "a.aiplan": plan("a") });
        assert.match(run(cwd, "").stdout, /^# a\r\n/);
        const { status, stdout } = run(cwd, "--format html");
        assert.equal(status, 2);
        assert.match(stdout, /^error: HTML is for a browser: name a file for it, as in --output report\.html\.\r\n/);
        assert.equal(run(cwd, "--format html --output a.html").status, 0);
      });
    });

  describe("as a gate", () => {
    it("passes plans that are ready, and fails others after it has written", async () => {
      const gates = ["--fail-on", "not-ready", "--fail-under", "90"];
      assert.equal((await aiplan(["report", ...gates, ready])).code, 0);
      const { code, stdout, stderr } = await aiplan(["report", ...gates, ready, broken]);
      assert.equal(code, 1);
      assert.match(stdout, /^# /);
      assert.match(stderr, /^1 plan is below a score of 90: examples\/broken\/invoice-triage\.aiplan \(\d+\)\.$/m);
      assert.match(
        stderr,
        /^1 plan is not ready for the stage: examples\/broken\/invoice-triage\.aiplan \(pilot\)\.$/m,
      );
    });

    it("names some of many plans", async () => {
      const cwd = folderWith(Object.fromEntries([..."abcdefg"].map((name) => [`${name}.aiplan`, plan(name)])));
      const { code, stderr } = await aiplan(["report", "--fail-on", "not-ready"], { cwd });
      assert.equal(code, 1);
      assert.match(stderr, /^7 plans are not ready for the stage: a\.aiplan \(proposal\), .* and 2 more\.\n$/);
    });
  });

  describe("of a plan that is hostile wherever its author may write", () => {
    let cwd: string;
    beforeEach(() => {
      cwd = folderWith({ "plan.aiplan": hostile(readFileSync(join(ready, "ticket-routing.aiplan"), "utf8")) });
    });

    it("is text in JSON, with nothing that a log obeys", async () => {
      const { stdout, report } = await reportJson<PlanReport>([], { cwd });
      assert.ok(HOSTILE.some((text) => report.title?.startsWith(text)));
      assert.doesNotMatch(stdout, /##|\u001b/);
    });

    for (const [what, file] of [
      ["of one plan", "plan.md"],
      ["of several", "reports/index.md"],
    ] as const)
      it(`is text in Markdown ${what}`, async () => {
        await aiplan(["report", "--format", "markdown", "--output", file.replace(/\/.*/, ""), "."], { cwd });
        const text = readFileSync(join(cwd, file), "utf8");
        assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u202e]|##vso\[|^\s*::/m);
        const tokens = renderer.parse(text, {});
        const inline = tokens.flatMap(({ children }) => children ?? []);
        for (const { type, content, info } of [...tokens, ...inline]) {
          if (type === "html_inline" || type === "html_block")
            assert.match(content, /^(?:\s*<\/?(?:br|details|summary|sub|strong)>)+/);
          if (type === "fence") assert.equal(info, "mermaid");
          assert.notEqual(type, "image");
        }
        const headings = tokens.flatMap(({ type }, at) => (type === "heading_open" ? [tokens[at + 1]!.content] : []));
        assert.ok(!headings.includes("heading"), "a heading of the plan's own");
        for (const { type, attrs } of inline)
          if (type === "link_open") assert.match(attrs?.[0]?.[1] ?? "", /^(?:#|\.\/plans\/|\.\/plan\.aiplan#L\d+$)/);
      });

    it("is text in HTML, which asks for nothing from anywhere", async () => {
      await aiplan(["report", "--output", "site", "."], { cwd });
      for (const name of ["site/index.html", "site/plans/plan.html"]) {
        const page = readFileSync(join(cwd, name), "utf8");
        assert.doesNotMatch(
          page,
          /<img|<script>alert|" onmouseover|(?:href|src)="(?!#|\.\/plans\/|\.\/\.\.\/index\.html"|data:)/,
        );
      }
    });
  });

  describe("of many plans", () => {
    const MANY = 250;
    const many = () =>
      Object.fromEntries(
        Array.from({ length: MANY }, (_, seed) => [`${seed}.aiplan`, makePlan({ lines: 40, seed, slips: seed % 3 })]),
      );

    it("ends quietly when nobody reads on", async () => {
      const { code, stderr } = await aiplan(["report", "--format", "json"], {
        cwd: folderWith(many()),
        closeEarly: true,
      });
      assert.deepEqual([code, stderr], [141, ""]);
    });

    it("leaves whole files, and no page of all plans, when it is stopped", async () => {
      const cwd = folderWith({ ...many(), "reports/plans/kept": "" });
      const child = spawn(process.execPath, [BIN, "report", "--output", "reports", "--format", "json"], { cwd });
      let stderr = "";
      child.stderr.setEncoding("utf8").on("data", (text) => {
        stderr += text;
      });
      const watcher = watch(join(cwd, "reports/plans"), (_, name) => {
        // Asked twice, it would end at once.
        if (!child.killed && name?.endsWith(".json")) child.kill("SIGINT");
      });
      const [code] = await once(child, "close");
      watcher.close();
      assert.equal(code, 130);
      assert.match(stderr, /^Stopped\. \d+ of 250 files not looked at; no report of all is written\.\n$/);
      const written = filesIn(join(cwd, "reports")).filter((name) => name !== "plans/kept");
      assert.ok(written.length > 0 && written.length < MANY);
      for (const name of written)
        assert.equal(JSON.parse(readFileSync(join(cwd, "reports", name), "utf8")).kind, "plan");
    });

    it("fits into a comment as Markdown, and says how many are left out", async () => {
      const { stdout } = await aiplan(["report"], { cwd: folderWith(many()) });
      assert.ok(stdout.length <= 65_536);
      const rows = stdout.match(/\.aiplan`/g)!.length;
      assert.match(
        stdout,
        new RegExp(`^${MANY - rows} more plans are left out here, none of them more urgent\\.$`, "m"),
      );
    });
  });
});
