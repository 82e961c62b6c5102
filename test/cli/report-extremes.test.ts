import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, watch } from "node:fs";
import { join } from "node:path";
import type { PlanReport } from "@aiplan/report";
import MarkdownIt from "markdown-it";
import { makePlan } from "../bench/make-plans.ts";
import { HOSTILE, hostile } from "../harness/hostile.ts";
import { aiplan, BIN, folderWith, REPOSITORY, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { filesIn, reportJson } from "./reports.ts";

/** As GitHub does: HTML is let through, and what is an address by its `://` becomes a link. */
const renderer = new MarkdownIt({ html: true, linkify: true });
renderer.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

const ready = join(REPOSITORY, "examples/ticket-routing");

describe("aiplan report at its limits", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  describe("of a plan that is hostile wherever its author may write", () => {
    let cwd: string;
    beforeEach(() => {
      cwd = folderWith({ "plan.aiplan": hostile(readFileSync(join(ready, "ticket-routing.aiplan"), "utf8")) });
    });

    it("is text in JSON, with nothing that a log obeys", async () => {
      const { stdout, report } = await reportJson<PlanReport>([], { cwd });
      assert.ok(HOSTILE.some((text) => report.title?.startsWith(text)));
      assert.doesNotMatch(stdout, /##|[\u001b\u009b\u202e]/);
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
        assert.doesNotMatch(page, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
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
