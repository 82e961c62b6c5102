import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { aiplan, checkJson, folderWith, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { commit, git, repositoryWith, write } from "./repository.ts";

const CATALOG = (contact = "sre@example.com") =>
  `aiplan: 1\nkind: catalog\nname: org\nroles:\n  sre: {contact: ${contact}}\n`;
const PLAN = (rest = "") => `aiplan: 1\nname: plan\n${rest}`;

describe("aiplan check --changed-since", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  async function checkedIn(cwd: string, ...args: string[]) {
    const { code, stderr, files, summary } = await checkJson(["--fail-on", "never", "--changed-since", ...args], {
      cwd,
    });
    return { code, stderr, files: files.map(({ path }) => path), unchanged: summary.unchanged };
  }

  it("checks what has changed, is not committed or is new, and no plan that is as it was", async () => {
    const cwd = repositoryWith({ "a.aiplan": PLAN(), "b.aiplan": PLAN(), "c.aiplan": PLAN(), "d.aiplan": PLAN() });
    commit(cwd, { "a.aiplan": PLAN("title: A\n") });
    write(cwd, { "b.aiplan": PLAN("title: B\n"), "new.aiplan": PLAN(), "c.aiplan": undefined });
    assert.deepEqual(await checkedIn(cwd, "HEAD~1"), {
      code: 0,
      stderr: "",
      files: ["a.aiplan", "b.aiplan", "new.aiplan"],
      unchanged: 1,
    });
    assert.deepEqual((await checkedIn(cwd, "HEAD")).files, ["b.aiplan", "new.aiplan"]);
  });

  it("has nothing to check where nothing has changed, and says so", async () => {
    const cwd = repositoryWith({ "a.aiplan": PLAN(), "b.aiplan": PLAN() });
    const { code, stdout, stderr } = await aiplan(["check", "--changed-since", "main"], { cwd });
    assert.deepEqual([code, stdout, stderr], [0, "No plans checked; 2 left alone (not changed).\n", ""]);
  });

  const depends: [string, Record<string, string>, Record<string, string | undefined>][] = [
    ["a catalog", { "org.aiplan": CATALOG() }, { "org.aiplan": CATALOG("me@example.com") }],
    ["a catalog that was deleted", { "org.aiplan": CATALOG() }, { "org.aiplan": undefined }],
    ["a catalog that was not there", {}, { "org.aiplan": CATALOG() }],
    ["a linked file", { "process.md": "# One\n" }, { "process.md": "# Two\n" }],
    ["a linked file that is no text", { "process.md": "\0one" }, { "process.md": "\0two" }],
    ["a configuration", { "aiplan.config.yaml": "rules: {}\n" }, { "aiplan.config.yaml": "profiles: []\n" }],
    ["a nearer configuration that is new", {}, { "plans/aiplan.config.yaml": "rules: {}\n" }],
    [
      "a catalog that a catalog imports",
      { "org.aiplan": `imports: [./deep.aiplan]\n${CATALOG()}`, "deep.aiplan": CATALOG() },
      { "deep.aiplan": CATALOG("me@example.com") },
    ],
  ];
  for (const [what, before, after] of depends)
    it(`checks the plans that depend on ${what}`, async () => {
      const plan = PLAN("imports: [../org.aiplan]\nworkflow: {current: ../process.md}\n");
      const cwd = repositoryWith({ ...before, "plans/a.aiplan": plan, "other/b.aiplan": PLAN(), "note.txt": "" });
      assert.deepEqual((await checkedIn(cwd, "HEAD", "plans")).files, []);
      write(cwd, after);
      assert.deepEqual((await checkedIn(cwd, "HEAD", "plans")).files, ["plans/a.aiplan"]);
      const hasRootConfig = "aiplan.config.yaml" in after;
      assert.deepEqual((await checkedIn(cwd, "HEAD", "other")).files, hasRootConfig ? ["other/b.aiplan"] : []);
    });

  it("does not take line ends for a change: git may have made them", async () => {
    const files = { "a.aiplan": PLAN("imports: [./org.aiplan]\n"), "org.aiplan": CATALOG() };
    const cwd = repositoryWith(files);
    for (const [name, text] of Object.entries(files)) write(cwd, { [name]: text.replaceAll("\n", "\r\n") });
    assert.deepEqual((await checkedIn(cwd, "HEAD")).files, []);
  });

  it("takes a deleted plan that is named, or a folder of them, for no error", async () => {
    const cwd = repositoryWith({ "a.aiplan": PLAN(), "plans/b.aiplan": PLAN(), "docs/readme.md": "" });
    write(cwd, { "a.aiplan": undefined, "plans/b.aiplan": undefined });
    assert.deepEqual(await checkedIn(cwd, "HEAD", "a.aiplan", "plans"), {
      code: 0,
      stderr: "",
      files: [],
      unchanged: 0,
    });
    const { code, stderr } = await checkedIn(cwd, "HEAD", "typo.aiplan", "docs");
    assert.equal(code, 2);
    assert.match(stderr, /^docs: There are no plans .*\ntypo\.aiplan: There is no such file or folder\.\n$/);
  });

  it("reads paths with blanks, quotes, and letters of any language", async () => {
    const names = [
      "a b.aiplan",
      "\"quoted\" 'so'.aiplan",
      "größe/计划 🚀.aiplan",
      "-n.aiplan",
      ":(glob)*.aiplan",
      "*.aiplan",
    ];
    const cwd = repositoryWith(Object.fromEntries(names.map((name) => [name, PLAN()])));
    assert.deepEqual(await checkedIn(cwd, "HEAD"), { code: 0, stderr: "", files: [], unchanged: names.length });
    write(cwd, Object.fromEntries(names.map((name) => [name, PLAN("title: T\n")])));
    assert.equal((await checkedIn(cwd, "HEAD")).files.length, names.length);
  });

  it("works from a folder of the repository, through a symbolic link to it, and in another working tree", async () => {
    const cwd = repositoryWith({ "plans/a.aiplan": PLAN(), "plans/b.aiplan": PLAN() });
    const beside = folderWith({});
    symlinkSync(cwd, join(beside, "link"));
    git(cwd, "worktree", "add", "-q", join(beside, "tree"));
    for (const folder of [cwd, join(beside, "link"), join(beside, "tree")]) {
      write(folder, { "plans/a.aiplan": PLAN("title: A\n") });
      assert.deepEqual((await checkedIn(join(folder, "plans"), "main")).files, ["a.aiplan"]);
    }
  });

  it("reads standard input against the file it stands for", async () => {
    const cwd = repositoryWith({ "a.aiplan": PLAN() });
    const run = (input: string) =>
      checkJson(["--changed-since", "HEAD", "--stdin", "--stdin-path", "a.aiplan"], { cwd, input });
    assert.equal((await run(PLAN())).summary.unchanged, 1);
    assert.equal((await run(PLAN("title: A\n"))).files.length, 1);
  });
});
