import assert from "node:assert/strict";
import { join } from "node:path";
import { aiplan, folderWith, type RunOptions, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { commit, git, repositoryWith, write } from "./repository.ts";

const PLAN = (title: string, name = "plan") => `aiplan: 1\nname: ${name}\ntitle: ${title}\n`;
const CATALOG = (contact: string) => `aiplan: 1\nkind: catalog\nname: org\nroles:\n  sre: {contact: ${contact}}\n`;

/** What `diff --format json` prints, as far as these tests look at it. */
interface DiffReport {
  readonly files: readonly {
    readonly path: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly changedOn: string | null;
    readonly findings: readonly { readonly rule: string; readonly message: string }[];
    readonly changes: readonly { readonly words: string; readonly finding: number | null }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

describe("aiplan diff", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  async function diffJson(args: readonly string[], options: RunOptions) {
    const { code, stdout, stderr } = await aiplan(["diff", "--format", "json", ...args], options);
    return { code, stderr, ...(JSON.parse(stdout) as DiffReport) };
  }

  /** The titles before and after, of each plan that has changed. */
  async function titles(args: readonly string[], options: RunOptions) {
    const { stderr, files } = await diffJson(args, options);
    assert.equal(stderr, "");
    return files.map(({ before, after, changes }) => [before, after, ...changes.map(({ words }) => words)]);
  }

  it("takes for silenced only what a comment silences, and not what was changed while it was a proposal", async () => {
    const plan = (month6: string, title: string) =>
      `aiplan: 1\nstage: proposal\ntitle: ${title}\nmilestones: {build-start: 2026-03-02}\nmetrics: {m: {unit: percent, direction: higher}}\nsuccess-criteria: {targets: {m: {month-6: ${month6}}}}\n`;
    const cwd = repositoryWith({ "a.aiplan": plan("90%", "One") }, "2026-01-10");
    commit(cwd, { "a.aiplan": plan("80%", "One") }, "2026-02-20");
    commit(cwd, { "a.aiplan": plan("80%", "Two") }, "2026-04-06");
    assert.deepEqual(await titles(["HEAD~2", "HEAD"], { cwd }), [
      ["HEAD~2:a.aiplan", "HEAD:a.aiplan", CHANGED, "Month-6 target of `m` lowered from 90% to 80%."],
    ]);
  });

  it("tells of what a comment silences, and does not say that nothing was weakened", async () => {
    const plan = (month6: string, comment = "") =>
      `aiplan: 1\nstage: pilot\nmetrics: {m: {unit: percent, direction: higher}}\n${comment}success-criteria: {targets: {m: {month-6: ${month6}}}}\n`;
    const ignored = plan("80%", "# aiplan-ignore goalposts-moved: agreed by mail\n");
    const cwd = folderWith({ "a.aiplan": plan("90%"), "b.aiplan": ignored });
    const { code, stdout } = await aiplan(["diff", "a.aiplan", "b.aiplan"], { cwd });
    assert.equal(code, 0);
    assert.match(stdout, /lowered from 90% to 80%\. A comment silences `goalposts-moved`\.\n/);
    assert.match(stdout, /: nothing weakened but what is silenced \(1\), 1 change\.\n$/);
  });

  const CHANGED = "Title changed from `One` to `Two`.";

  describe("compares", () => {
    it("two files", async () => {
      const cwd = folderWith({ "a.aiplan": PLAN("One"), "b.aiplan": PLAN("Two") });
      assert.deepEqual(await titles(["a.aiplan", "b.aiplan"], { cwd }), [["a.aiplan", "b.aiplan", CHANGED]]);
    });

    it("a plan at a commit with what it is now, or with what it was at another", async () => {
      const cwd = repositoryWith({ "p/a b.aiplan": PLAN("One") });
      git(cwd, "tag", "v1");
      commit(cwd, { "p/a b.aiplan": PLAN("Two") });
      write(cwd, { "p/a b.aiplan": PLAN("Three") });
      const path = "p/a b.aiplan";
      const now = "Title changed from `One` to `Three`.";
      assert.deepEqual(await titles([`v1:${path}`, path], { cwd }), [[`v1:${path}`, path, now]]);
      assert.deepEqual(await titles([`v1:${path}`], { cwd }), [[`v1:${path}`, path, now]]);
      assert.deepEqual(await titles([`v1:${path}`, `HEAD:${path}`], { cwd }), [
        [`v1:${path}`, `HEAD:${path}`, CHANGED],
      ]);
      const below = { cwd: join(cwd, "p") };
      assert.deepEqual(await titles(["v1:./a b.aiplan", "a b.aiplan"], below), [[`v1:${path}`, "a b.aiplan", now]]);
      assert.deepEqual(await titles([`v1:${path}`, "a b.aiplan"], below), [[`v1:${path}`, "a b.aiplan", now]]);
    });

    it("all plans since a commit: what has changed, what is new and what is gone", async () => {
      const cwd = repositoryWith({
        "p/a.aiplan": PLAN("One"),
        "p/same.aiplan": PLAN("One"),
        "gone.aiplan": PLAN("One", "gone"),
        "node_modules/x.aiplan": PLAN("One"),
      });
      write(cwd, { "p/a.aiplan": PLAN("Two"), "new.aiplan": PLAN("One", "new"), "gone.aiplan": undefined });
      const all = [
        ["HEAD:gone.aiplan", null],
        [null, "new.aiplan"],
        ["HEAD:p/a.aiplan", "p/a.aiplan", CHANGED],
      ];
      assert.deepEqual(await titles(["HEAD"], { cwd }), all);
      assert.deepEqual(await titles(["HEAD", "p"], { cwd }), all.slice(2));
      assert.deepEqual(await titles(["HEAD", "gone.aiplan", "new.aiplan"], { cwd }), all.slice(0, 2));
      assert.deepEqual(await titles(["HEAD"], { cwd: join(cwd, "p") }), [["HEAD:p/a.aiplan", "a.aiplan", CHANGED]]);
    });

    it("all plans at two commits, also in a bare repository", async () => {
      const origin = repositoryWith({ "p/a.aiplan": PLAN("One"), "b.aiplan": PLAN("One", "b") });
      commit(origin, { "p/a.aiplan": PLAN("Two"), "b.aiplan": undefined, "p/c.aiplan": PLAN("One", "c") });
      write(origin, { "p/a.aiplan": PLAN("Not yet") });
      const bare = folderWith({});
      git(bare, "clone", "-q", "--bare", origin, ".");
      for (const cwd of [origin, bare]) {
        assert.deepEqual(await titles(["HEAD~1", "HEAD"], { cwd }), [
          ["HEAD~1:b.aiplan", null],
          ["HEAD~1:p/a.aiplan", "HEAD:p/a.aiplan", CHANGED],
          [null, "HEAD:p/c.aiplan"],
        ]);
        assert.deepEqual(await titles(["HEAD~1:p/a.aiplan", "HEAD:p/a.aiplan"], { cwd }), [
          ["HEAD~1:p/a.aiplan", "HEAD:p/a.aiplan", CHANGED],
        ]);
      }
    });

    it("a plan that was moved with what it was, by its name", async () => {
      const cwd = repositoryWith({ "old.aiplan": PLAN("One"), "other.aiplan": PLAN("One", "other") });
      write(cwd, { "old.aiplan": undefined, "p/moved.aiplan": PLAN("Two"), "other.aiplan": undefined });
      assert.deepEqual(await titles(["HEAD"], { cwd }), [
        ["HEAD:other.aiplan", null],
        ["HEAD:old.aiplan", "p/moved.aiplan", CHANGED],
      ]);
    });

    it("what catalogs lend, as it was at the commit", async () => {
      const plan = "aiplan: 1\nname: plan\nimports: [../org.aiplan]\nowner: sre\n";
      const cwd = repositoryWith({ "p/a.aiplan": plan, "org.aiplan": CATALOG("sre@example.com") });
      write(cwd, { "org.aiplan": CATALOG("me@example.com") });
      const words = "Contact of role `sre` changed from `sre@example.com` to `me@example.com`.";
      assert.deepEqual(await titles(["HEAD"], { cwd }), [["HEAD:org.aiplan", "org.aiplan", words]]);
      assert.deepEqual(await titles(["HEAD", "p"], { cwd }), [["HEAD:p/a.aiplan", "p/a.aiplan", words]]);
    });

    it("what catalogs lend once, at its place, as heavily as it weighs for a plan", async () => {
      const metric = (direction: string) => `metrics: {m: {kind: quality, unit: percent, direction: ${direction}}}\n`;
      const org = (direction: string) => `aiplan: 1\nkind: catalog\nname: org\n${metric(direction)}`;
      const plan = (stage: string) =>
        `aiplan: 1\nname: ${stage}\nstage: ${stage}\nimports: [./org.aiplan]\nsuccess-criteria: {targets: {m: {month-6: 90%}}}\n`;
      const cwd = repositoryWith({
        "a.aiplan": plan("build"),
        "b.aiplan": plan("production"),
        "org.aiplan": org("higher"),
      });
      write(cwd, { "org.aiplan": org("lower"), "b.aiplan": `${plan("production")}title: Routing\n` });
      const { code, stdout } = await aiplan(["diff", "HEAD"], { cwd });
      assert.equal(stdout.match(/goalposts-moved/g)?.length, 1, stdout);
      assert.match(
        stdout,
        /^org\.aiplan {2}compared with HEAD:org\.aiplan\n\nerror goalposts-moved {2}org\.aiplan:4:/m,
      );
      assert.match(stdout, /^b\.aiplan {2}compared with HEAD:b\.aiplan\n\nChanged\n {2}- Title set to/m);
      assert.ok(stdout.endsWith("\n2 plans and 1 catalog compared: 1 error, 1 other change.\n"), stdout);
      assert.equal(code, 1);
    });
  });

  it("finds no difference where only the spelling is another", async () => {
    const cwd = folderWith({
      "a.aiplan": "aiplan: 1\nname: plan\nmetrics:\n  m: {kind: quality, unit: percent, direction: higher}\n",
      "b.aiplan":
        "# A comment\r\nmetrics:\r\n    m:\r\n        direction: 'higher'\r\n        unit: percent\r\n        kind: quality\r\n\r\nname: \"plan\"\r\naiplan: 1\r\n",
    });
    const { code, stdout, stderr } = await aiplan(["diff", "a.aiplan", "b.aiplan"], { cwd });
    assert.deepEqual([code, stdout, stderr], [0, "1 plan compared: no difference.\n", ""]);
    const same = await aiplan(["diff", "--fail-on", "hint", "a.aiplan", "a.aiplan"], { cwd });
    assert.deepEqual([same.code, same.stdout], [0, "1 plan compared: no difference.\n"]);
  });

  describe("refuses, with one line and exit code 2,", () => {
    async function expectRefused(cwd: string, args: readonly string[], message: RegExp) {
      const { code, stdout, stderr } = await aiplan(["diff", ...args], { cwd });
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(stderr, message);
    }

    it("what is neither a file nor a commit", async () => {
      const cwd = repositoryWith({ "a.aiplan": PLAN("One"), "p/b.aiplan": PLAN("One") });
      await expectRefused(cwd, ["mian"], /^There is no commit `mian` in this repository\.\n$/);
      await expectRefused(
        cwd,
        ["odl.aiplan", "a.aiplan"],
        /^odl\.aiplan: There is no such file, and no such commit\.\n$/,
      );
      await expectRefused(cwd, ["a.aiplan", "nwe.aiplan"], /^nwe\.aiplan: There is no such file\.\n$/);
      await expectRefused(cwd, ["mian:a.aiplan"], /^There is no commit `mian` in this repository\.\n$/);
      await expectRefused(cwd, ["HEAD:c.aiplan"], /^HEAD:c\.aiplan: There is no such file at HEAD\.\n$/);
      await expectRefused(
        join(cwd, "p"),
        ["HEAD:b.aiplan"],
        /There is no such file at HEAD\. Did you mean HEAD:\.\/b\.aiplan\?/,
      );
      await expectRefused(cwd, ["HEAD", "typo"], /^typo: There are no plans here, now or at HEAD\.\n$/);
    });

    it("what cannot be a REF, and would be an option of git", async () => {
      const cwd = repositoryWith({ "a.aiplan": PLAN("One") });
      await expectRefused(cwd, ["--", "--output=marked"], /`--output=marked` cannot be a REF/);
      await expectRefused(cwd, ["--", "--output=marked:a.aiplan"], /`--output=marked` cannot be a REF/);
    });

    it("a commit where there is no repository, and one version alone", async () => {
      const cwd = folderWith({ "a.aiplan": PLAN("One") });
      await expectRefused(cwd, ["main"], /^This is in no git repository, so there is no REF to compare with\.\n$/);
      await expectRefused(cwd, ["a.aiplan"], /compared with: another file, or REF:path, such as main:a\.aiplan\./);
      await expectRefused(cwd, ["a.aiplan", "a.aiplan", "a.aiplan"], /Two versions can be compared, not more\./);
    });

    it("what is no text", async () => {
      const cwd = repositoryWith({ "a.aiplan": Buffer.of(0), "b.aiplan": PLAN("One") });
      await expectRefused(cwd, ["HEAD:a.aiplan", "b.aiplan"], /^HEAD:a\.aiplan: This is not text/);
    });
  });

  it("compares what can be read of a plan with broken YAML, and says that it is not all", async () => {
    const cwd = folderWith({ "a.aiplan": PLAN("One"), "b.aiplan": `${PLAN("Two")}outcome:\n  - a\n  b: c\n` });
    const { code, stderr, files } = await diffJson(["a.aiplan", "b.aiplan"], { cwd });
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^b\.aiplan: `outcome` was not compared: its YAML cannot be read in the version after \(b\.aiplan:6:3\)\.\n$/,
    );
    assert.deepEqual(
      files.flatMap(({ changes }) => changes.map(({ words }) => words)),
      [CHANGED],
    );
  });

  describe("takes YAML that was mended to be read for a guess", () => {
    const METRICS = "metrics: {m: {unit: percent, direction: higher}}\n";
    const plan = (metrics: string) =>
      `${PLAN("One")}stage: pilot\n${metrics}success-criteria: {targets: {m: {month-6: 90%}}}\n`;

    for (const [name, metrics, place] of [
      ["a list that is never closed", "metrics: [\n", "5:10"],
      ["a map that is never closed", METRICS.replace("}}", "}"), "5:10"],
      ["a key without its colon", METRICS.replace("metrics:", "metrics"), "5:47"],
    ] as const)
      it(`in either version: ${name}`, async () => {
        const cwd = repositoryWith({ "a.aiplan": plan(METRICS), "broken.aiplan": plan(metrics) });
        for (const [before, after, side] of [
          ["a.aiplan", "broken.aiplan", "after"],
          ["broken.aiplan", "a.aiplan", "before"],
        ] as const) {
          const { code, stdout } = await aiplan(["diff", before, after], { cwd });
          const words = `\`metrics\` was not compared: its YAML cannot be read in the version ${side} (broken.aiplan:${place}).`;
          assert.ok(stdout.includes(words), stdout);
          assert.match(stdout, /\n1 plan compared, not whole: nothing weakened in the rest/);
          assert.equal(code, 2);
        }
      });

    it("in a catalog of it, and not where nothing was changed", async () => {
      const org = (metrics: string) => `aiplan: 1\nkind: catalog\nname: org\n${metrics}`;
      const lent = `${plan("")}imports: [./org.aiplan]\n`;
      const cwd = repositoryWith({
        "a.aiplan": lent,
        "org.aiplan": org(METRICS),
        "broken.aiplan": plan("metrics: [\n"),
      });
      write(cwd, { "org.aiplan": org("metrics: [\n") });
      const { code, stderr } = await diffJson(["HEAD:a.aiplan"], { cwd });
      assert.match(
        stderr,
        /its YAML cannot be read in the catalog `org\.aiplan` of the version after \(org\.aiplan:4:10\)\.\n$/,
      );
      assert.equal(code, 2);
      const same = await aiplan(["diff", "HEAD", "broken.aiplan"], { cwd });
      assert.deepEqual(same, { code: 0, stdout: "1 plan compared: no difference.\n", stderr: "" });
    });
  });

  it("lets no terminal, Markdown or CI server obey what a plan says", async () => {
    const evil = '"\\e[2J `` <b> @ada ##[error] ::x"';
    const cwd = folderWith({ "a.aiplan": PLAN("One"), "b.aiplan": PLAN(evil) });
    const { stdout: pretty } = await aiplan(["diff", "a.aiplan", "b.aiplan"], { cwd });
    assert.doesNotMatch(pretty, /\u001b|##\[|^::/m);
    const { stdout: markdown } = await aiplan(["diff", "--format", "markdown", "a.aiplan", "b.aiplan"], { cwd });
    assert.doesNotMatch(markdown, /\u001b/);
    // Whatever is not in a code span is escaped.
    assert.doesNotMatch(markdown.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, ""), /<b>|@a|\u001b/);
  });
});
