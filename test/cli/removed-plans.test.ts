import assert from "node:assert/strict";
import { aiplan, checkJson, findingsOf, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { commit, git, repositoryWith, write } from "./repository.ts";

const PLAN = (name: string, stage: string, monthSix = "93%") =>
  `aiplan: 1
name: ${name}
stage: ${stage}
metrics: {accuracy: {kind: quality, unit: percent, direction: higher}}
success-criteria: {targets: {accuracy: {month-1: 80%, month-6: ${monthSix}}}}
`;
const ORG = "aiplan: 1\nkind: catalog\nname: org\n";

describe("plans that are deleted or moved", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  const FILES = {
    "plans/live.aiplan": PLAN("live", "production"),
    "plans/draft.aiplan": PLAN("draft", "build"),
    "plans/stays.aiplan": PLAN("stays", "pilot"),
    "org.aiplan": ORG,
  };
  const DELETED = { "plans/live.aiplan": undefined, "plans/draft.aiplan": undefined, "org.aiplan": undefined };
  const WORDS = /^The plan, which claimed `production`, was removed: nobody can look up any more/;

  it("diff tells of each, and judges that of a live plan", async () => {
    const cwd = repositoryWith(FILES);
    write(cwd, DELETED);
    const { code, stdout } = await aiplan(["diff", "main"], { cwd });
    assert.match(
      stdout,
      /^main:plans\/live\.aiplan {2}was deleted\n\nwarning plan-removed {2}plans\/live\.aiplan:1:1\n/m,
    );
    assert.match(stdout, /^main:plans\/draft\.aiplan {2}was deleted\n\nmain:plans\/live/m);
    assert.ok(stdout.endsWith("\n3 plans and 1 catalog compared: 1 warning, 3 deleted.\n"), stdout);
    assert.equal(code, 0);
    const strict = await aiplan(["diff", "--fail-on", "warning", "main"], { cwd });
    assert.equal(strict.code, 1);
    commit(cwd, {});
    const committed = await aiplan(["diff", "HEAD~1", "HEAD"], { cwd });
    assert.match(committed.stdout, /^warning plan-removed {2}HEAD:plans\/live\.aiplan:1:1$/m);
  });

  it("check --against judges that of a live plan, among the files and by its own path", async () => {
    const cwd = repositoryWith(FILES);
    write(cwd, { ...DELETED, "plans/new.aiplan": PLAN("new", "proposal") });
    const args = ["--fail-on", "never", "--against", "main"];
    const report = await checkJson(args, { cwd });
    assert.equal(report.stderr, "");
    assert.deepEqual(
      report.files.map(({ path, stage }) => [path, stage]),
      [
        ["plans/live.aiplan", "production"],
        ["plans/new.aiplan", "proposal"],
        ["plans/stays.aiplan", "pilot"],
      ],
    );
    const [live] = report.files;
    assert.deepEqual(
      live?.findings.map(({ rule }) => rule),
      ["plan-removed"],
    );
    assert.match(String(live?.findings[0]?.message), WORDS);
    assert.equal(findingsOf(await checkJson([...args, "plans/live.aiplan"], { cwd }), "plan-removed").length, 1);
    assert.equal(findingsOf(await checkJson([...args, "plans/stays.aiplan"], { cwd }), "plan-removed").length, 0);
    for (const format of ["pretty", "sarif", "junit", "gitlab", "github", "markdown"]) {
      const { code, stdout } = await aiplan(["check", ...args, "--format", format], { cwd });
      assert.ok(code === 0 && stdout.includes("plan-removed"), format);
    }
  });

  it("check --against leaves it alone where its rule is off, or the configuration ignores the plan", async () => {
    for (const config of ["rules: {plan-removed: off}\n", "ignore: [plans/live.aiplan]\n"]) {
      const cwd = repositoryWith({ ...FILES, "aiplan.config.yaml": config });
      write(cwd, DELETED);
      const report = await checkJson(["--fail-on", "never", "--against", "main"], { cwd });
      assert.deepEqual(
        report.files.map(({ path }) => path),
        ["plans/stays.aiplan"],
      );
    }
  });

  it("check --changed-since says it on standard error", async () => {
    const cwd = repositoryWith(FILES);
    write(cwd, DELETED);
    const { code, stdout, stderr } = await aiplan(["check", "--changed-since", "main", "plans"], { cwd });
    const words = "plans/live.aiplan: This plan claimed `production` at main, and is deleted.\n";
    assert.deepEqual([code, stdout, stderr], [0, "No plans checked; 1 left alone (not changed).\n", words]);
  });

  it("takes a plan that was emptied for one that was deleted, and says nothing of its parts", async () => {
    const cwd = repositoryWith(FILES);
    write(cwd, { "plans/live.aiplan": "# Retired.\n" });
    const { files } = await checkJson(["--fail-on", "never", "--against", "main", "plans/live.aiplan"], { cwd });
    const changes = files[0]?.findings.filter(({ rule }) => /removed|moved|weakened/.test(rule));
    assert.deepEqual(
      changes?.map(({ rule }) => rule),
      ["plan-removed"],
    );
  });

  describe("follow a plan that was moved by its name", () => {
    const MOVED = { "plans/live.aiplan": undefined, "archive/other.aiplan": PLAN("live", "production", "88%") };

    it("also out of the folder that is looked at, or into it", async () => {
      const cwd = repositoryWith(FILES);
      write(cwd, MOVED);
      for (const folder of [".", "plans", "archive"]) {
        const { stdout } = await aiplan(["diff", "main", folder], { cwd });
        assert.match(stdout, /^archive\/other\.aiplan {2}compared with main:plans\/live\.aiplan\n/m, folder);
        assert.match(stdout, /lowered from 93% to 88%/, folder);
        assert.doesNotMatch(stdout, /deleted|is new/, folder);
      }
      commit(cwd, {});
      const { stdout } = await aiplan(["diff", "HEAD~1", "HEAD", "plans"], { cwd });
      assert.match(stdout, /^HEAD:archive\/other\.aiplan {2}compared with HEAD~1:plans\/live\.aiplan, changed/m);
    });

    it("and call it deleted nowhere", async () => {
      const cwd = repositoryWith(FILES);
      write(cwd, MOVED);
      for (const folder of [".", "plans", "archive"]) {
        const report = await checkJson(["--fail-on", "never", "--against", "main", folder], { cwd });
        assert.deepEqual([report.stderr, findingsOf(report, "plan-removed")], ["", []], folder);
        assert.equal(findingsOf(report, "goalposts-moved").length, folder === "plans" ? 0 : 1, folder);
      }
      const { stderr } = await aiplan(["check", "--changed-since", "main", "plans"], { cwd });
      assert.equal(stderr, "");
    });

    it("once: of two plans of one name that are gone, one was deleted", async () => {
      const cwd = repositoryWith({ "a.aiplan": PLAN("live", "pilot"), "b.aiplan": PLAN("live", "pilot") });
      git(cwd, "rm", "-q", "a.aiplan", "b.aiplan");
      write(cwd, { "c.aiplan": PLAN("live", "pilot") });
      const { stdout } = await aiplan(["diff", "main"], { cwd });
      assert.ok(stdout.endsWith("\n2 plans compared: 1 warning, 1 deleted.\n"), stdout);
    });
  });
});
