import assert from "node:assert/strict";
import { aiplan, checkJson, findingsOf, folderWith, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { commit, git, repositoryWith, write } from "./repository.ts";

/** A plan whose build starts on 2026-03-02. */
const PLAN = (monthSix: string, more = "") =>
  `aiplan: 1
name: routing
stage: build
milestones: {build-start: 2026-03-02}
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    accuracy: {month-1: 80%, month-6: ${monthSix}}
${more}`;
const STRONG = PLAN("93%");
const WEAK = PLAN("88%");

describe("aiplan check --against", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  /** What `goalposts-moved` says. */
  async function moved(cwd: string, ref: string, ...args: readonly string[]) {
    const report = await checkJson(["--fail-on", "never", "--against", ref, ...args], { cwd });
    assert.equal(report.stderr, "");
    return findingsOf(report, "goalposts-moved").map(({ severity, message }) => `${severity}: ${message}`);
  }

  it("reports what was weakened among all other findings, at its place in the plan as it is", async () => {
    const cwd = repositoryWith({ "a.aiplan": STRONG });
    write(cwd, { "a.aiplan": WEAK });
    const report = await checkJson(["--against", "HEAD"], { cwd });
    const [finding] = findingsOf(report, "goalposts-moved");
    assert.match(String(finding?.message), /^The month-6 target of `accuracy` was lowered from 93% to 88%/);
    assert.deepEqual(finding?.range.start, { line: 8, character: 38 });
    const rules = new Set(report.files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    assert.ok(rules.size > 1);
    const lines = report.files.flatMap(({ findings }) => findings.map(({ range }) => range.start.line));
    assert.deepEqual(
      lines,
      lines.toSorted((a, b) => a - b),
    );
  });

  it("shows no place in the file that a plan was moved from", async () => {
    const cwd = repositoryWith({ "a.aiplan": STRONG });
    write(cwd, { "a.aiplan": undefined, "b.aiplan": WEAK });
    const [finding] = findingsOf(await checkJson(["--against", "HEAD"], { cwd }), "goalposts-moved");
    assert.match(String(finding?.message), /lowered from 93% to 88%/);
    assert.deepEqual(finding?.related, []);
  });

  it("says nothing where nothing was weakened, and without --against", async () => {
    const cwd = repositoryWith({ "a.aiplan": STRONG });
    write(cwd, { "a.aiplan": PLAN("95%") });
    assert.deepEqual(await moved(cwd, "HEAD"), []);
    write(cwd, { "a.aiplan": WEAK, "new.aiplan": WEAK });
    assert.deepEqual(findingsOf(await checkJson([], { cwd }), "goalposts-moved"), []);
    assert.deepEqual(await moved(cwd, "HEAD", "new.aiplan"), []);
  });

  it("is gated, configured, ignored and waived as other findings are", async () => {
    const cwd = repositoryWith({ "a.aiplan": STRONG });
    const code = async (plan: string, level: string, ...args: readonly string[]) => {
      write(cwd, { "a.aiplan": plan, "aiplan.config.yaml": `rules: {goalposts-moved: ${level}}\n` });
      return (await aiplan(["check", "--rule", "goalposts-moved", "--against", "HEAD", ...args], { cwd })).code;
    };
    assert.equal(await code(WEAK, "error"), 1);
    assert.equal(await code(WEAK, "warning"), 0);
    assert.equal(await code(WEAK, "warning", "--fail-on", "warning"), 1);
    const comment = "# aiplan-ignore goalposts-moved: agreed by mail\n";
    assert.equal(
      await code(WEAK.replace("    accuracy: {month-1", `    ${comment}    accuracy: {month-1`), "error"),
      0,
    );
  });

  describe("takes for the day of the change", () => {
    const AFTER = /12 weeks and 1 day after the build started/;

    it("--as-of, else as-of in the configuration", async () => {
      const cwd = repositoryWith({ "a.aiplan": STRONG });
      write(cwd, { "a.aiplan": WEAK });
      assert.match(String(await moved(cwd, "HEAD", "--as-of", "2026-05-26")), AFTER);
      assert.match(String(await moved(cwd, "HEAD", "--as-of", "2026-02-20")), /^info: /);
      write(cwd, { "aiplan.config.yaml": "as-of: 2026-05-26\n" });
      assert.match(String(await moved(cwd, "HEAD")), AFTER);
    });

    it("that of the last commit that changed the plan", async () => {
      const cwd = repositoryWith({ "a.aiplan": STRONG }, "2026-02-01");
      commit(cwd, { "a.aiplan": WEAK }, "2026-05-26");
      commit(cwd, { "other.txt": "" }, "2026-08-01");
      assert.match(String(await moved(cwd, "HEAD~2")), AFTER);
    });

    it("that of the last commit that changed a catalog of it", async () => {
      const [metrics, plan] = ["metrics:\n  accuracy: {kind: quality, unit: percent, direction: ", "higher}\n"];
      const [catalog, importer] = [
        `aiplan: 1\nkind: catalog\nname: org\n${metrics}`,
        STRONG.replace(`${metrics}${plan}`, "imports: [./org.aiplan]\n"),
      ];
      const cwd = repositoryWith({ "a.aiplan": importer, "org.aiplan": `${catalog}higher}\n` }, "2026-02-01");
      commit(cwd, { "org.aiplan": `${catalog}lower}\n` }, "2026-05-26");
      assert.match(String(await moved(cwd, "HEAD~1", "a.aiplan")), AFTER);
    });

    it("the start of the build from which on it is another: not that of an edit long afterwards", async () => {
      const cwd = repositoryWith({ "a.aiplan": STRONG, "b.aiplan": STRONG.replace("routing", "b") }, "2026-01-05");
      commit(cwd, { "a.aiplan": WEAK }, "2026-02-20");
      commit(cwd, { "b.aiplan": `${STRONG.replace("routing", "b")}title: B\n` }, "2026-02-20");
      commit(cwd, { "a.aiplan": `${WEAK}title: A\n`, "b.aiplan": WEAK.replace("routing", "b") }, "2026-05-26");
      assert.match(String(await moved(cwd, "HEAD~3", "a.aiplan")), /^info: .*, 10 days before the build started/);
      assert.match(String(await moved(cwd, "HEAD~3", "b.aiplan")), AFTER);
    });

    it("none where it is not committed: it is after the build only if the earlier version is", async () => {
      const cwd = repositoryWith({ "a.aiplan": STRONG }, "2026-02-01");
      write(cwd, { "a.aiplan": WEAK });
      assert.match(String(await moved(cwd, "HEAD")), /^warning: [^.]* lowered from 93% to 88%: /);
      commit(cwd, { "a.aiplan": STRONG, "other.txt": "" }, "2026-05-26");
      write(cwd, { "a.aiplan": WEAK });
      assert.match(
        String(await moved(cwd, "HEAD")),
        /lowered from 93% to 88%, at least 12 weeks and 1 day after the build/,
      );
    });
  });

  it("goes back to where the branches parted: what others have strengthened since was not weakened here", async () => {
    const cwd = repositoryWith({ "a.aiplan": WEAK });
    git(cwd, "branch", "feature");
    commit(cwd, { "a.aiplan": STRONG });
    git(cwd, "checkout", "-q", "feature");
    commit(cwd, { "other.txt": "" });
    assert.deepEqual(await moved(cwd, "main"), []);
    git(cwd, "merge", "-q", "main");
    write(cwd, { "a.aiplan": WEAK });
    assert.equal((await moved(cwd, "main")).length, 1);
  });

  it("finds a plan that was moved by its name", async () => {
    const cwd = repositoryWith({ "old.aiplan": STRONG, "other.aiplan": "aiplan: 1\nname: other\n" });
    write(cwd, { "old.aiplan": undefined, "other.aiplan": undefined, "plans/new.aiplan": WEAK });
    assert.equal((await moved(cwd, "HEAD")).length, 1);
  });

  it("reads the plan on standard input against the one at its path", async () => {
    const cwd = repositoryWith({ "a.aiplan": STRONG });
    const args = ["--against", "HEAD", "--stdin", "--stdin-path", "a.aiplan"];
    assert.equal(findingsOf(await checkJson(args, { cwd, input: WEAK }), "goalposts-moved").length, 1);
  });

  it("says on standard error what cannot be compared, and checks the rest", async () => {
    const cwd = repositoryWith({ "a.aiplan": Buffer.of(0), "b.aiplan": `${STRONG}outcome:\n  - a\n  b: c\n` });
    write(cwd, { "a.aiplan": STRONG, "b.aiplan": WEAK });
    const report = await checkJson(["--fail-on", "never", "--against", "HEAD"], { cwd });
    assert.equal(
      report.stderr,
      "a.aiplan: This was not compared with HEAD: This is not text: it has binary content.\n" +
        "b.aiplan: `outcome` was not compared: its YAML cannot be read in the version before (HEAD:b.aiplan:12:3).\n",
    );
    assert.deepEqual([report.code, report.files.length], [0, 2]);
    assert.equal(findingsOf(report, "goalposts-moved").length, 1);
  });

  it("says so, too, where an earlier version could be mended to be read", async () => {
    const cwd = repositoryWith({ "a.aiplan": STRONG.replace(/^success-criteria:/m, "success-criteria: {") });
    write(cwd, { "a.aiplan": WEAK });
    const report = await checkJson(["--fail-on", "never", "--against", "HEAD"], { cwd });
    assert.match(report.stderr, /^a\.aiplan: `success-criteria` was not compared: .* in the version before \(HEAD:a/);
    assert.equal(report.code, 0);
  });

  it("refuses a REF that is none", async () => {
    const cwd = repositoryWith({ "a.aiplan": STRONG });
    const { code, stdout, stderr } = await aiplan(["check", "--against", "mian"], { cwd });
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, /There is no commit `mian` in this repository\.\n$/);
    const none = await aiplan(["check", "--against", "main"], { cwd: folderWith({ "a.aiplan": STRONG }) });
    assert.equal(none.code, 2);
  });
});
