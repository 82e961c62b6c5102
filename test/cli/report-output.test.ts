import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanReport, Portfolio } from "@aiplan/report";
import { aiplan, BIN, folderWith, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { CATALOG, filesIn, plan } from "./reports.ts";

describe("where aiplan report writes", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

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
});
