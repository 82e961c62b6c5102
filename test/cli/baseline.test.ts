import assert from "node:assert/strict";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { aiplan, checkJson, findingsOf, folderWith, REPOSITORY, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { expectGolden } from "./goldens.ts";
import { checkSarif, placeOf } from "./sarif.ts";

const FILE = "known.json";
const BEFORE = join(REPOSITORY, "examples/before/fraud-review.aiplan");

/** A catalog with an unknown key for each name: a warning each. */
function withKeys(...names: readonly string[]): string {
  return `aiplan: 1\nkind: catalog\nname: org\nroles:\n${names.map((name) => `  ${name}: {contact: x, key: 1}\n`).join("")}`;
}

function write(cwd: string, ...args: readonly string[]) {
  return aiplan(["check", "--write-baseline", FILE, "--fail-on", "hint", ...args], { cwd });
}

function check(cwd: string, ...args: readonly string[]) {
  return aiplan(["check", "--baseline", FILE, "--fail-on", "hint", ...args], { cwd });
}

function textIn(cwd: string, name = FILE): string {
  return readFileSync(join(cwd, name), "utf8");
}

describe("a baseline", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  it("takes what is found as known: it is neither shown nor counted, then and later", async () => {
    const cwd = folderWith({ "a.aiplan": withKeys("ops", "dev") });
    assert.equal((await aiplan(["check", "--fail-on", "hint"], { cwd })).code, 1);
    const written = await write(cwd);
    assert.deepEqual(written, {
      code: 0,
      stdout: "1 catalog checked: nothing found; 2 known from the baseline.\n",
      stderr: "known.json: 2 findings are known from now on.\n",
    });
    const later = await check(cwd);
    assert.deepEqual(later, { code: 0, stdout: written.stdout, stderr: "" });
  });

  it("is a file that is sorted, with a line for each finding", async () => {
    const cwd = folderWith({ "b/b.aiplan": withKeys("ops", "dev"), "a.aiplan": withKeys("dev") });
    await write(cwd);
    const line = (name: string) => `      { "at": "roles.${name}.key", "rule": "unknown-key", "severity": "warning" }`;
    assert.equal(
      textIn(cwd),
      `{\n  "aiplan-baseline": 1,\n  "plans": {\n    "a.aiplan": [\n${line("dev")}\n    ],\n    "b/b.aiplan": [\n${line("dev")},\n${line("ops")}\n    ]\n  },\n  "names": {\n    "a.aiplan": "org",\n    "b/b.aiplan": "org"\n  }\n}\n`,
    );
  });

  it("of a whole plan is as in the golden, and the same when written again", async () => {
    const cwd = folderWith({ "plan.aiplan": readFileSync(BEFORE) });
    await write(cwd);
    expectGolden("before.baseline", textIn(cwd));
    await write(cwd, "--baseline", FILE);
    expectGolden("before.baseline", textIn(cwd));
  });

  it("lets through what is new, and says what is gone", async () => {
    const cwd = folderWith({ "a.aiplan": withKeys("ops", "dev") });
    await write(cwd);
    writeFileSync(join(cwd, "a.aiplan"), withKeys("ops", "sre"));
    const { code, stdout } = await check(cwd);
    assert.equal(code, 1);
    assert.match(stdout, /\nwarning unknown-key {2}a\.aiplan:6:/);
    assert.match(
      stdout,
      /\n1 catalog checked: 1 warning; 1 known from the baseline; 1 of the baseline is gone and can be taken out of it\.\n$/,
    );
    assert.equal(findingsOf(await checkJson(["--baseline", FILE], { cwd }), "unknown-key").length, 1);
    const { summary } = await checkJson(["--baseline", FILE], { cwd });
    assert.deepEqual([summary.warnings, summary.known, summary.gone], [1, 1, 1]);
  });

  it("holds whatever is edited elsewhere in the plan, and wherever in the repository the command is started", async () => {
    const text = readFileSync(BEFORE, "utf8");
    const cwd = folderWith({ ".git/HEAD": "", "plans/plan.aiplan": text });
    await write(cwd);
    const all = (await checkJson(["."], { cwd })).files[0]!.findings.length;
    writeFileSync(join(cwd, "plans/plan.aiplan"), `# a comment\r\n\r\n${text.replaceAll("\n", "\r\n")}`);
    const { files, summary } = await checkJson(["--baseline", "../known.json"], { cwd: join(cwd, "plans") });
    // An error at every stage, which no baseline takes.
    assert.deepEqual(
      files[0]!.findings.map(({ rule }) => rule),
      ["action-allowed-and-forbidden"],
    );
    assert.deepEqual([summary.known, summary.gone], [all - 1, 0]);
  });

  it("counts equal findings: one more is new", async () => {
    const steps = (...steps: readonly string[]) =>
      `aiplan: 1\nkind: catalog\nname: org\nescalation-paths: {night: {hours: 24x7, steps: [${steps.join(", ")}]}}\nroles: {ops: {contact: x}}\n`;
    const step = "{notify: ops, via: phone, within: 5 min, key: 1}";
    const unknown = async () => {
      const report = await checkJson(["--baseline", FILE, "--rule", "unknown-key"], { cwd });
      return [report.summary.warnings, report.summary.known, report.summary.gone];
    };
    const cwd = folderWith({ "a.aiplan": steps(step, step) });
    await write(cwd);
    assert.match(textIn(cwd), /"rule": "unknown-key", "severity": "warning", "count": 2 }/);
    assert.deepEqual(await unknown(), [0, 2, 0]);
    writeFileSync(join(cwd, "a.aiplan"), steps(step, step, step));
    assert.deepEqual(await unknown(), [1, 2, 0]);
    writeFileSync(join(cwd, "a.aiplan"), steps(step));
    assert.deepEqual(await unknown(), [0, 1, 1]);
  });

  it("does not cover what weighs more than when it was written", async () => {
    const plan = (stage: string) => `aiplan: 1\nname: a\nstage: ${stage}\n`;
    const cwd = folderWith({ "a.aiplan": plan("proposal") });
    await write(cwd);
    assert.equal((await check(cwd)).code, 0);
    writeFileSync(join(cwd, "a.aiplan"), plan("production"));
    const { files } = await checkJson(["--baseline", FILE], { cwd });
    assert.ok(files[0]!.findings.some(({ rule, severity }) => rule === "missing-outcome" && severity === "error"));
    // The other way round it weighs less, and is known.
    await write(cwd);
    writeFileSync(join(cwd, "a.aiplan"), plan("build"));
    const later = await checkJson(["--baseline", FILE], { cwd });
    assert.deepEqual(findingsOf(later, "missing-outcome"), []);
  });

  it("does not cover more keys that are missing than when it was written, but fewer", async () => {
    const plan = (keys: string) => `aiplan: 1\nstage: build\nmetrics:\n  time: {${keys}}\n`;
    const missing = async () =>
      findingsOf(await checkJson(["--baseline", FILE], { cwd }), "missing-key").filter(
        ({ range }) => range.start.line === 3,
      );
    const cwd = folderWith({ "a.aiplan": plan("unit: h") });
    await write(cwd);
    assert.match(textIn(cwd), /"at": "metrics.time", "rule": "missing-key", .*"missing": \["direction", "kind"/);
    assert.deepEqual(await missing(), []);
    writeFileSync(join(cwd, "a.aiplan"), plan("unit: h, kind: cost"));
    assert.deepEqual(await missing(), []);
    writeFileSync(join(cwd, "a.aiplan"), plan("kind: cost"));
    assert.equal((await missing()).length, 1);
  });

  it("covers the rest of what was missing as a whole, once somebody begins to write it", async () => {
    const plan = (outcome: string) => `aiplan: 1\nname: a\nstage: build\n${outcome}`;
    const cwd = folderWith({ "a.aiplan": plan("") });
    await write(cwd);
    writeFileSync(join(cwd, "a.aiplan"), plan("outcome: {statement: Less waiting}\n"));
    assert.equal(findingsOf(await checkJson(["."], { cwd }), "missing-outcome").length, 1);
    const { files, summary } = await checkJson(["--baseline", FILE, "--rule", "missing-outcome"], { cwd });
    assert.deepEqual([files[0]!.findings, summary.known, summary.gone], [[], 1, 0]);
    // What was there and is taken away is new.
    await write(cwd);
    writeFileSync(join(cwd, "a.aiplan"), plan("outcome: {}\n"));
    assert.equal(findingsOf(await checkJson(["--baseline", FILE], { cwd }), "missing-outcome").length, 1);
  });

  it("takes no error that a plan has at every stage: a broken plan is to be put right", async () => {
    const cwd = folderWith({
      "a.aiplan": "aiplan: 1\nkind: catalog\nname: org\nroles: {ops: {contact: x, key: 1}}\nmetrics: none\n",
    });
    const { code, stdout, stderr } = await write(cwd);
    assert.equal(code, 1);
    assert.match(stdout, /\nerror wrong-type/);
    assert.equal(
      stderr,
      "known.json: 1 finding is known from now on.\n1 finding is left: a baseline takes no errors that stand at every stage. Put it right.\n",
    );
    assert.equal((await check(cwd)).code, 1);
  });

  it("does not hide that a waiver has expired", async () => {
    const text = `${withKeys("ops").replace("kind: catalog\n", "")}waivers:\n  unknown-key: {reason: Known, approved-by: ops, expires: 2026-08-31}\n`;
    const cwd = folderWith({ "a.aiplan": text });
    await write(cwd, "--as-of", "2026-08-31");
    const found = async (day: string) =>
      findingsOf(await checkJson(["--baseline", FILE, "--as-of", day], { cwd }), "unknown-key").map(
        (one) => one.severity,
      );
    assert.deepEqual(await found("2026-08-31"), []);
    assert.deepEqual(await found("2026-09-01"), ["warning"]);
  });
});

describe("--baseline with --write-baseline", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  const knownIn = (cwd: string): Record<string, string[]> =>
    Object.fromEntries(
      Object.entries(JSON.parse(textIn(cwd)).plans as Record<string, { rule: string; at: string }[]>).map(
        ([plan, entries]) => [plan, entries.map(({ rule, at }) => `${rule} ${at}`)],
      ),
    );

  it("takes out what is gone, takes in what is new, and keeps what was not looked at", async () => {
    const cwd = folderWith({
      "a.aiplan": withKeys("ops"),
      "b.aiplan": withKeys("ops"),
      "c.aiplan": withKeys("ops"),
    });
    await write(cwd);
    writeFileSync(join(cwd, "a.aiplan"), withKeys("dev"));
    writeFileSync(join(cwd, "b.aiplan"), withKeys("dev"));
    rmSync(join(cwd, "c.aiplan"));
    const { code, stdout } = await write(cwd, "--baseline", FILE, "a.aiplan");
    assert.equal(code, 0);
    assert.match(stdout, /2 of the baseline are gone/);
    assert.deepEqual(knownIn(cwd), {
      "a.aiplan": ["unknown-key roles.dev.key"],
      "b.aiplan": ["unknown-key roles.ops.key"],
    });
  });

  it("goes with a plan that is moved, which its name tells, and with no copy of it", async () => {
    const cwd = folderWith({ "a.aiplan": withKeys("ops"), "b.aiplan": withKeys("dev").replace("org", "other") });
    await write(cwd);
    renameSync(join(cwd, "a.aiplan"), join(cwd, "moved.aiplan"));
    copyFileSync(join(cwd, "b.aiplan"), join(cwd, "copy.aiplan"));
    const { files, summary } = await checkJson(["--baseline", FILE], { cwd });
    assert.deepEqual(
      files.map(({ path, findings }) => [path, findings.length]),
      [
        ["b.aiplan", 0],
        ["copy.aiplan", 1],
        ["moved.aiplan", 0],
      ],
    );
    assert.deepEqual([summary.known, summary.gone], [2, 0]);
    await write(cwd, "--baseline", FILE, "--rule", "missing-key", "moved.aiplan");
    assert.deepEqual(knownIn(cwd), {
      "b.aiplan": ["unknown-key roles.dev.key"],
      "moved.aiplan": ["unknown-key roles.ops.key"],
    });
  });

  it("keeps what is known of other rules than those that are asked for", async () => {
    const cwd = folderWith({ "a.aiplan": withKeys("ops").replace("kind: catalog", "stage: proposal") });
    await write(cwd);
    const before = knownIn(cwd);
    assert.ok(before["a.aiplan"]!.length > 2);
    await write(cwd, "--baseline", FILE, "--rule", "unknown-key");
    assert.deepEqual(knownIn(cwd), before);
    const { summary } = await checkJson(["--baseline", FILE, "--rule", "unknown-key"], { cwd });
    assert.deepEqual([summary.known, summary.gone], [1, 0]);
  });
});

describe("a baseline that cannot be used", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  const bad: Readonly<Record<string, readonly [content: string, said: string]>> = {
    "is no JSON": ["<<<<<<< HEAD\n", "This is not a baseline: it is no JSON."],
    "is something else": ['{"files": []}', 'This is not a baseline: it has no "aiplan-baseline".'],
    "is of another version": [
      '{"aiplan-baseline": 2, "plans": {}}',
      "This baseline is of version 2, and this aiplan reads version 1 only.",
    ],
    "has no plans": ['{"aiplan-baseline": 1}', 'Its "plans" are missing.'],
    "has no list": ['{"aiplan-baseline": 1, "plans": {"a.aiplan": {}}}', "What it knows of a.aiplan is no list."],
    "has a bad entry": [
      '{"aiplan-baseline": 1, "plans": {"a.aiplan": [{"at": "", "rule": "x", "severity": "info", "count": 0}]}}',
      "Number 1 of what it knows of a.aiplan cannot be read.",
    ],
  };
  for (const [what, [content, said]] of Object.entries(bad))
    it(`because it ${what} ends with 2 and says what to do, and is not written over`, async () => {
      const cwd = folderWith({ "a.aiplan": withKeys("ops"), [FILE]: content });
      const anew = "Restore it, or delete it and write it anew with `aiplan check --write-baseline known.json`.";
      assert.deepEqual(await check(cwd), { code: 2, stdout: "", stderr: `known.json: ${said} ${anew}\n` });
      const stderr = `known.json: ${said} It is not written over: name another file, or delete this one.\n`;
      assert.deepEqual(await write(cwd), { code: 2, stdout: "", stderr });
      assert.equal(textIn(cwd), content);
    });

  it("because there is none says how to write one", async () => {
    const cwd = folderWith({ "a.aiplan": withKeys("ops") });
    const stderr =
      "known.json: There is no such baseline. Write one first with `aiplan check --write-baseline known.json`.\n";
    assert.deepEqual(await check(cwd), { code: 2, stdout: "", stderr });
    assert.equal((await aiplan(["check", "--baseline", "."], { cwd })).code, 2);
  });

  it("because it is a plan leaves that as it is", async () => {
    const cwd = folderWith({ "a.aiplan": withKeys("ops") });
    const { code, stderr } = await aiplan(["check", "--write-baseline", "a.aiplan"], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /^a\.aiplan: This is not a baseline: it is no JSON\. It is not written over/);
    assert.equal(textIn(cwd, "a.aiplan"), withKeys("ops"));
  });

  it("because it cannot be written ends with 2, the report all the same", async () => {
    const cwd = folderWith({ "a.aiplan": withKeys("ops"), taken: "" });
    const { code, stdout, stderr } = await aiplan(["check", "--write-baseline", "taken/known.json"], { cwd });
    assert.equal(code, 2);
    assert.match(stdout, /1 known from the baseline\.\n$/);
    assert.match(stderr, /^taken\/known\.json: The baseline was not written\. /);
  });

  it("keeps its permissions and its folder is made", async () => {
    const cwd = folderWith({ "a.aiplan": withKeys("ops") });
    await aiplan(["check", "--write-baseline", "ci/known.json"], { cwd });
    assert.ok(existsSync(join(cwd, "ci/known.json")));
    chmodSync(join(cwd, "ci/known.json"), 0o640);
    await aiplan(["check", "--write-baseline", "ci/known.json"], { cwd });
    assert.equal(statSync(join(cwd, "ci/known.json")).mode & 0o777, 0o640);
  });
});

describe("a baseline in SARIF", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  it("says what is new, unchanged, updated and absent, with what is silenced, as in the golden", async () => {
    const plan = (stage: string, outcome: string) =>
      `aiplan: 1\nname: triage\nstage: ${stage}\noutcome:\n  # aiplan-ignore unknown-key: another tool reads it\n  sponsor: Maria\n${outcome}waivers:\n  unknown-key: {at: outcome.budget, reason: Gone in May, approved-by: ops, expires: 2026-08-31}\nroles: {ops: {contact: ops@example.com}}\n`;
    const cwd = folderWith({
      ".git/HEAD": "",
      "plans/a b.aiplan": plan("proposal", "  budget: large\n  weather: fine\n  mood: good\n"),
      "plans/gone.aiplan": withKeys("ops"),
      "aiplan.config.yaml": "rules: {missing-key: off}\n",
    });
    const only = ["--rule", "unknown-key,missing-outcome,missing-economics"];
    await write(cwd, ...only);
    writeFileSync(join(cwd, "plans/a b.aiplan"), plan("build", "  budget: large\n  weather: fine\n  advice: none\n"));
    rmSync(join(cwd, "plans/gone.aiplan"));
    const { results, stdout } = await checkSarif(["--baseline", FILE, ...only], { cwd });
    const states = results.map((result) => [result.ruleId, result.baselineState, result.suppressions!.length]);
    assert.deepEqual(states.filter(([rule]) => rule === "unknown-key").sort(), [
      ["unknown-key", "absent", 0],
      ["unknown-key", "absent", 0],
      ["unknown-key", "new", 0],
      ["unknown-key", "new", 1],
      ["unknown-key", "unchanged", 0],
      ["unknown-key", "unchanged", 1],
    ]);
    assert.ok(
      states.some(([, state]) => state === "updated"),
      JSON.stringify(states),
    );
    expectGolden("silenced-and-known.sarif", `${JSON.stringify(JSON.parse(stdout), null, 1)}\n`);
    const open = await checkSarif(["--baseline", FILE, ...only], { cwd }, "github-sarif");
    const shown = open.results.filter(({ ruleId }) => ruleId === "unknown-key");
    assert.deepEqual(shown.map(placeOf), ["plans/a b.aiplan:9:3"]);
    assert.ok(open.results.every(({ baselineState }) => baselineState === undefined));
  });
});
