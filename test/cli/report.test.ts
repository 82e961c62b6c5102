import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanReport, Portfolio } from "@aiplan/report";
import { aiplan, folderWith, REPOSITORY, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { expectGolden } from "./goldens.ts";
import { CATALOG, filesIn, plan, reportJson } from "./reports.ts";

const ready = join(REPOSITORY, "examples/ticket-routing");
const broken = "examples/broken/invoice-triage.aiplan";

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
});
