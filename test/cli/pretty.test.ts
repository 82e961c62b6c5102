import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { principleById, rules } from "@aiplan/core";
import { aiplan, checkJson, findingsOf, folderWith, removeFolders, textAt } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { expectGolden } from "./goldens.ts";
import { nastyFolder } from "./nasty.ts";

const CATALOG = "aiplan: 1\nkind: catalog\nname: org\nroles:\n";

/** The report on a catalog whose roles are these lines. */
async function reportOn(roles: string): Promise<string> {
  const cwd = folderWith({ "org.aiplan": CATALOG + roles });
  return (await aiplan(["check"], { cwd })).stdout;
}

/** The line with carets and the one above it. */
function frameIn(report: string): string[] {
  const lines = report.split("\n");
  const carets = lines.findIndex((line) => /│ +\^+/.test(line));
  return lines.slice(carets - 1, carets + 1);
}

describe("aiplan check --format pretty", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  it("reports examples/broken as in the golden", async () => {
    expectGolden("broken.txt", (await aiplan(["check", "examples/broken"])).stdout);
  });

  it("reports what is nasty as in the golden", async () => {
    expectGolden("nasty.txt", (await aiplan(["check"], { cwd: nastyFolder() })).stdout);
  });

  it("lists what is to be filled in a line each, but for the first, and other formats have all of it", async () => {
    const cwd = folderWith({});
    await aiplan(["init", "--yes"], { cwd });
    const { stdout } = await aiplan(["check"], { cwd });
    assert.equal(stdout.match(/^warning placeholder-left/gm)?.length, 1);
    const found = findingsOf(await checkJson([], { cwd }), "placeholder-left");
    assert.ok(found.length > 20);
    const [, list = ""] = stdout.split(`\n  and ${found.length - 1} more:\n`);
    const lines = list.slice(0, list.indexOf("\n\n")).split("\n");
    const text = readFileSync(join(cwd, "new-plan.aiplan"), "utf8");
    assert.deepEqual(
      lines,
      found.slice(1).map(({ range }) => {
        const place = `new-plan.aiplan:${range.start.line + 1}:${range.start.character + 1}`;
        return `  ${place.padEnd("new-plan.aiplan:28:108".length)}  ${textAt(text, range)}`;
      }),
    );
  });

  it("puts first how a file is written, then groups by principle in the order of the catalogue, and in a group by place", async () => {
    const { stdout } = await aiplan(["check", "examples/broken", "examples/before/ticket-routing.aiplan"]);
    const files = stdout.split(/^(?=\S+\.aiplan {2}\d)/m);
    assert.equal(files.length, 2);
    for (const file of files) {
      const groups = file.split(/^── /m).slice(1);
      const numbers = groups.map((group) => {
        const [, title, count] = /^(.*) \((\d+)\)\n/.exec(group)!;
        const found = [...group.matchAll(/^(?:error|warning|information|hint) (\S+) {2}\S+?:(\d+):\d+$/gm)];
        assert.equal(found.length, Number(count), title);
        const lines = found.map(([, , line]) => Number(line));
        assert.deepEqual(
          lines,
          lines.toSorted((a, b) => a - b),
        );
        const headings = found.map(([, id]) => {
          const { category, principle } = rules.find((rule) => rule.id === id)!;
          return category === "hygiene" ? { number: 0, title: "The plan as it is written" } : principleById(principle);
        });
        for (const heading of headings) assert.equal(heading.title, title);
        return headings[0]!.number;
      });
      assert.ok(numbers.length > 1);
      assert.deepEqual(
        numbers,
        [...new Set(numbers)].sort((a, b) => a - b),
      );
    }
  });

  it("says where, what and how, shows related places and fixes, and closes with a summary", async () => {
    const cwd = folderWith({
      "org.aiplan": `${CATALOG}  sre: {contact: a@example.com}\n  dev: {contact: b@example.com, deptuy: sre}\n`,
      "other.aiplan": `${CATALOG.replace("org", "other")}  sre: {contact: a@example.com}\nimports: [./org.aiplan]\n`,
    });
    const report = (await aiplan(["check"], { cwd })).stdout;
    assert.match(report, /^org\.aiplan {2}1 warning\n\n── .* \(1\)\n\nwarning unknown-key {2}org\.aiplan:6:33\n {2}\S/);
    assert.match(report, /\n {2}6 │ {3}dev: \{contact: b@example\.com, deptuy: sre\}\n {4}│ {33}\^{6}\n/);
    assert.match(report, /\n {2}fix: .*`?deputy`?/);
    assert.match(report, /\nerror duplicate-definition {2}other\.aiplan:5:3\n/);
    assert.match(report, /\n {2}see: org\.aiplan:5:3 {2}\S/);
    assert.match(report, /\n2 catalogs checked: 1 error, 1 warning\.\n/);
  });

  describe("carets", () => {
    const lines: [string, string, string][] = [
      ["emoji and wide characters, two columns each", '  sre: {contact: "🚀 日本", deptuy: sre}', "🚀 日本"],
      ["joined emoji, two columns in all", '  sre: {contact: "👩‍👩‍👧 x", deptuy: sre}', "👩‍👩‍👧 x"],
      ["marks that take no room", '  sre: {contact: "e\u0301 n\u0303", deptuy: sre}', "e\u0301 n\u0303"],
    ];
    const widths = [7, 4, 3];
    lines.forEach(([what, line, contact], index) => {
      it(`stand under the word after ${what}`, async () => {
        const [shown, carets] = frameIn(await reportOn(`${line}\n`));
        assert.equal(shown, `  5 │   sre: {contact: "${contact}", deptuy: sre}`);
        assert.equal(
          carets,
          `    │ ${" ".repeat('  sre: {contact: "'.length + widths[index]! + '", '.length)}${"^".repeat(6)}`,
        );
      });
    });

    it("stand under the word after tabs, which show as spaces", async () => {
      const [shown, carets] = frameIn(await reportOn("  sre:\t{contact: x, deptuy: sre}\n"));
      assert.equal(shown, "  5 │   sre:  {contact: x, deptuy: sre}");
      assert.equal(carets, `    │ ${" ".repeat(21)}^^^^^^`);
    });

    for (const length of [200, 100_000])
      it(`stand under the word in the middle of a line of ${2 * length} characters, which is cut`, async () => {
        const report = await reportOn(
          `  sre: {contact: "${"x".repeat(length)}", deptuy: sre} # ${"y".repeat(length)}\n`,
        );
        const [shown, carets] = frameIn(report);
        assert.ok(shown!.length <= 100, `${shown!.length} columns`);
        assert.match(shown!, /│ …x+", deptuy: sre\} # y+…$/);
        assert.equal(shown!.indexOf("deptuy"), carets!.indexOf("^"));
        assert.match(carets!, /[^^]\^{6}$/);
      });
  });

  it("keeps messages within the width of the report", async () => {
    const { stdout } = await aiplan(["check", "examples/broken"]);
    for (const line of stdout.split("\n")) assert.ok(line.length <= 100, line);
  });

  describe("colours", () => {
    const check = async (env: Record<string, string>) => (await aiplan(["check", "examples/broken"], { env })).stdout;

    it("are not used where the output is no terminal", async () => {
      const plain = await check({});
      assert.equal(plain, stripVTControlCharacters(plain));
      assert.equal(await check({ CI: "true", TERM: "xterm-256color" }), plain);
    });

    it("are used with FORCE_COLOR and change nothing else", async () => {
      const plain = await check({});
      const coloured = await check({ FORCE_COLOR: "1" });
      assert.notEqual(coloured, plain);
      assert.equal(stripVTControlCharacters(coloured), plain);
      assert.equal(await check({ FORCE_COLOR: "0" }), plain);
    });

    it("are not used with NO_COLOR, whatever else is set", async () => {
      assert.equal(await check({ NO_COLOR: "1", FORCE_COLOR: "1" }), await check({}));
    });
  });

  describe("links", () => {
    const check = async (env: Record<string, string>, ...args: readonly string[]) =>
      (await aiplan(["check", "examples/broken", ...args], { env })).stdout;

    it("lead from the id of a rule to its page, which comes with the command, and change nothing else", async () => {
      const linked = await check({ FORCE_HYPERLINK: "1" });
      const links = [...linked.matchAll(/\u001b\]8;;(file:[^\u0007]+\/([^/]+)\.md)\u0007\2\u001b\]8;;\u0007 {2}/g)];
      assert.equal(links.length, 6);
      for (const [, page] of links) assert.ok(existsSync(fileURLToPath(page!)), page);
      assert.equal(stripVTControlCharacters(linked), await check({}));
    });

    it("are only for terminals: neither for files nor for the log of a CI server", async () => {
      const plain = await check({});
      assert.equal(await check({ NETLIFY: "true", TERM_PROGRAM: "ghostty" }), plain);
      const cwd = folderWith({});
      await check({ FORCE_HYPERLINK: "1" }, "--format", `pretty=${cwd}/report.txt`);
      assert.equal(readFileSync(join(cwd, "report.txt"), "utf8"), plain);
    });
  });
});
