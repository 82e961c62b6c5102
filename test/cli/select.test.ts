import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { aiplan, checkJson, folderWith, REPOSITORY, type Report, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { repositoryWith, write } from "./repository.ts";
import { runScript } from "./wiring.ts";

const BROKEN = "examples/broken/invoice-triage.aiplan";

function rulesIn(report: Report): string[] {
  return [...new Set(report.files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();
}

describe("aiplan check on a part of what there is to find", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  describe("--rule", () => {
    it("reports only these rules, repeated or parted by commas, with the findings that they have otherwise", async () => {
      const wanted = ["missing-success-criteria", "undefined-escalation-path"];
      const all = await checkJson([BROKEN]);
      const repeated = await checkJson([BROKEN, ...wanted.flatMap((id) => ["--rule", id])]);
      const parted = await checkJson([BROKEN, "--rule", wanted.join(", ")]);
      const expected = all.files.map((file) => ({
        ...file,
        findings: file.findings.filter(({ rule }) => wanted.includes(rule)),
      }));
      assert.deepEqual(rulesIn(repeated), wanted);
      assert.deepEqual(repeated.files, expected);
      assert.deepEqual(parted.files, expected);
      assert.equal(repeated.summary.errors, 2);
    });

    it("decides the exit code by them alone", async () => {
      assert.equal((await checkJson([BROKEN, "--rule", "unmonitored-criterion"])).code, 0);
      assert.equal((await checkJson([BROKEN, "--rule", "undefined-escalation-path"])).code, 1);
    });

    it("leaves a rule that sums up others its whole sum", async () => {
      const find = ({ files }: Report) => files[0]?.findings.filter(({ rule }) => rule === "stage-not-earned");
      const plan = "examples/before/ticket-routing.aiplan";
      const alone = find(await checkJson([plan, "--rule", "stage-not-earned"]));
      assert.equal(alone?.length, 1);
      assert.deepEqual(alone, find(await checkJson([plan])));
    });

    it("does not take an ignore comment for unused because its rule is not reported", async () => {
      const used = "outcome:\n  # aiplan-ignore unknown-key: another tool reads it\n  sponsor: Maria\n";
      const unused = "workflow:\n  # aiplan-ignore unknown-key: another tool reads it\n  current: ./a.md\n";
      const cwd = folderWith({ "a.aiplan": used, "b.aiplan": unused });
      const { files } = await checkJson(["--rule", "unused-ignore"], { cwd });
      assert.deepEqual(
        files.map(({ findings }) => findings.map(({ rule, range }) => [rule, range.start.line])),
        [[], [["unused-ignore", 1]]],
      );
    });

    it("switches a rule on that is off, by itself, by the configuration or with its profile", async () => {
      const plan = "aiplan: 1\nstage: production\nmonitoring: {log-retention: 90 d}\noutcome: {sponsor: Maria}\n";
      const cwd = folderWith({ "a.aiplan": plan, "aiplan.config.yaml": "rules: {unknown-key: off}\n" });
      const wanted = ["eu-ai-act-log-retention", "unknown-key"];
      assert.deepEqual(
        rulesIn(await checkJson([], { cwd })).filter((id) => wanted.includes(id)),
        [],
      );
      assert.deepEqual(rulesIn(await checkJson(["--rule", wanted.join()], { cwd })), wanted);
      assert.deepEqual(rulesIn(await checkJson(["--rule", "undeclared-join", BROKEN])), ["undeclared-join"]);
    });
  });

  it("reaches every thread and every version that is compared", async () => {
    const args = ["examples/before", "--rule", "stage-not-earned,missing-baseline", "--stage", "production"];
    const { files } = await checkJson([...args, "--jobs", "1"]);
    assert.ok(files.every((file) => file.findings.some(({ rule }) => rule === "stage-not-earned")));
    assert.deepEqual((await checkJson([...args, "--jobs", "2"])).files, files);

    const plan = (target: string) =>
      `aiplan: 1\nname: a\nstage: pilot\nmetrics:\n  time: {kind: business, unit: h, direction: lower}\nsuccess-criteria:\n  targets:\n    time: {month-1: 3 h, month-6: ${target}}\n`;
    const cwd = repositoryWith({ "a.aiplan": plan("1 h"), "aiplan.config.yaml": "rules: {goalposts-moved: off}\n" });
    write(cwd, { "a.aiplan": plan("2 h") });
    const against = (...more: string[]) => checkJson(["--against", "HEAD", ...more], { cwd }).then(rulesIn);
    assert.deepEqual(await against("--rule", "goalposts-moved"), ["goalposts-moved"]);
    assert.deepEqual(await against("--rule", "missing-baseline"), ["missing-baseline"]);
    assert.ok(!(await against()).includes("goalposts-moved"));
  });

  describe("--profile", () => {
    it("switches its rules on as the configuration does", async () => {
      const plan = "aiplan: 1\nstage: production\nmonitoring: {log-retention: 90 d}\n";
      const config = "profiles: [eu-ai-act-high-risk]\n";
      const cwd = folderWith({ "flag/a.aiplan": plan, "file/a.aiplan": plan, "file/aiplan.config.yaml": config });
      const flag = await checkJson(["--profile", "eu-ai-act-high-risk"], { cwd: join(cwd, "flag") });
      const file = await checkJson([], { cwd: join(cwd, "file") });
      assert.ok(rulesIn(flag).includes("eu-ai-act-log-retention"));
      assert.deepEqual(flag.files, file.files);
      assert.ok(!rulesIn(await checkJson([], { cwd: join(cwd, "flag") })).includes("eu-ai-act-log-retention"));
    });
  });

  describe("--stage", () => {
    const plan = "examples/staff-assistant/staff-assistant.aiplan";

    it("says what stands between plans and a stage, where they claim theirs, and exits with 1", async () => {
      const { code, stdout } = await aiplan(["check", plan, "--stage", "pilot", "--rule", "stage-not-earned"]);
      assert.equal(code, 1);
      assert.match(stdout, /^warning stage-not-earned {2}examples\/staff-assistant\/staff-assistant\.aiplan:\d+:8\n/m);
      assert.match(stdout, /This plan does not earn `pilot` yet, for 6 things stand in the way: this plan lacks/);
      assert.match(stdout, /│ stage: build\n/);
      assert.match(stdout, /\n1 plan \(as if at pilot\) checked: 1 warning\.\n$/);
    });

    it("exits with 0 where a plan has earned it, and names it in the report", async () => {
      const { code, stdout } = await aiplan(["check", plan, "--stage", "build"]);
      assert.deepEqual([code, stdout.split("\n").at(-2)], [0, "1 plan (as if at build) checked: 6 hints."]);
      const { files } = await checkJson([plan, "--stage", "build"]);
      assert.equal(files[0]?.stage, "build");
    });

    it("fails on warnings, unless --fail-on says otherwise", async () => {
      assert.equal((await aiplan(["check", plan, "--stage", "pilot"])).code, 1);
      assert.equal((await aiplan(["check", plan, "--stage", "pilot", "--fail-on", "error"])).code, 0);
    });

    it("leaves catalogs as they are", async () => {
      const cwd = folderWith({ "org.aiplan": "aiplan: 1\nkind: catalog\nname: org\nroles: {ops: {}}\n" });
      const { files, code } = await checkJson(["--stage", "production"], { cwd });
      assert.deepEqual([code, files], [0, [{ path: "org.aiplan", stage: null, findings: [] }]]);
    });
  });

  describe("--max-findings", () => {
    const dangling = "aiplan: 1\ntriggers:\n  down: {metric: uptime, below: 98%, do: rollback, escalate: nobody}\n";

    it("shows the heaviest, each at its place, and says how many more there are", async () => {
      const all = await checkJson(["examples/before"]);
      const some = await checkJson(["examples/before", "--max-findings", "9"]);
      const total = all.files.flatMap(({ findings }) => findings).length;
      const errors = all.files.flatMap(({ path, findings }) =>
        findings.filter(({ severity }) => severity === "error").map((finding) => ({ path, finding })),
      );
      assert.ok(errors.length > 9, "there are more errors than are shown");
      assert.deepEqual(
        some.files.flatMap(({ path, findings }) => findings.map((finding) => ({ path, finding }))),
        errors.slice(0, 9),
      );
      assert.deepEqual(
        some.files.map(({ path }) => path),
        all.files.map(({ path }) => path),
      );
      assert.deepEqual(some.summary, { ...all.summary, hidden: total - 9 });
      assert.equal(
        some.stderr,
        `${total - 9} more findings are not shown, none of them heavier: see them all without --max-findings.\n`,
      );
    });

    it("leaves the exit code and the counts to all of them", async () => {
      const cwd = folderWith({ "a.aiplan": dangling });
      const { code, stdout, stderr } = await aiplan(["check", "--max-findings", "0"], { cwd });
      assert.equal(code, 1);
      assert.match(stdout, /^1 plan checked: 2 errors, /);
      assert.match(stderr, /^\d+ more findings are not shown/);
    });

    it("says below the report how many are not shown, where both go to one place", () => {
      const bin = join(REPOSITORY, "cli/bin/aiplan.js");
      const script = `"${process.execPath}" "${bin}" check a.aiplan --max-findings 1 2>&1`;
      const { stdout } = runScript(script, folderWith({ "a.aiplan": dangling }), {});
      assert.match(stdout, /\n1 plan checked: .*\n\d+ more findings are not shown, .*\n$/);
    });

    it("says nothing where all are shown", async () => {
      const { stdout, stderr } = await aiplan(["check", BROKEN, "--max-findings", "500"]);
      assert.deepEqual([stdout, stderr], [(await aiplan(["check", BROKEN])).stdout, ""]);
    });

    it("does not shorten a report that is written to a file", async () => {
      const cwd = folderWith({ "a.aiplan": dangling });
      await aiplan(["check", "--format", "pretty", "--format", "json=all.json", "--max-findings", "1"], { cwd });
      const { files } = JSON.parse(readFileSync(join(cwd, "all.json"), "utf8"));
      assert.deepEqual(files, (await checkJson([], { cwd })).files);
    });
  });
});
