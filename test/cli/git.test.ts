import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { aiplan, checkJson, folderWith, type RunOptions, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { commit, git, repositoryWith, write } from "./repository.ts";

const PLAN = "aiplan: 1\nname: plan\n";

describe("REFs of git", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  /** One line on standard error says it, nothing is checked, and the exit code is 2. */
  async function expectRefused(cwd: string, ref: string, message: string | RegExp, options: RunOptions = {}) {
    const { code, stdout, stderr } = await aiplan(["check", "--changed-since", ref], { cwd, ...options });
    assert.deepEqual([code, stdout], [2, ""]);
    if (typeof message === "string") assert.equal(stderr, `${message}\n`);
    else assert.match(stderr, message);
    assert.equal(stderr.split("\n").length, 2);
  }

  /** The plan that has changed is found, so the REF was read. */
  async function expectRead(cwd: string, ref: string, options: RunOptions = {}) {
    const { code, stderr, files, summary } = await checkJson(["--fail-on", "never", "--changed-since", ref], {
      cwd,
      ...options,
    });
    assert.deepEqual([code, stderr, files.map(({ path }) => path), summary.unchanged], [0, "", ["b.aiplan"], 1]);
  }

  /** Two plans; the second has changed since the only commit. */
  function changedRepository(): string {
    const cwd = repositoryWith({ "a.aiplan": PLAN, "b.aiplan": PLAN });
    write(cwd, { "b.aiplan": `${PLAN}title: B\n` });
    return cwd;
  }

  describe("are refused in one sentence", () => {
    it("where there is no such commit", async () => {
      const cwd = changedRepository();
      await expectRefused(cwd, "mian", `.: There is no commit \`mian\` in this repository.`);
      await expectRefused(cwd, "1".repeat(40), /There is no commit `1{40}`/);
      await expectRefused(cwd, "HEAD:a.aiplan", /There is no commit `HEAD:a\.aiplan`/);
      await expectRefused(cwd, "HEAD..HEAD", /There is no commit `HEAD\.\.HEAD`/);
    });

    it("where only the remote has such a branch, which is then named", async () => {
      const cwd = changedRepository();
      git(cwd, "update-ref", "refs/remotes/origin/release", "HEAD");
      await expectRefused(
        cwd,
        "release",
        `.: There is no commit \`release\` in this repository. Did you mean \`origin/release\`?`,
      );
    });

    it("where it would be an option", async () => {
      const cwd = changedRepository();
      for (const ref of ["--output=marked", "--all"])
        await expectRefused(
          cwd,
          ref,
          `.: \`${ref}\` cannot be a REF: name a branch, a tag or a commit, such as main or v1.2.`,
        );
      assert.ok(!existsSync(join(cwd, "marked")));
    });

    it("where it is empty, or has what no REF has", async () => {
      const cwd = changedRepository();
      for (const ref of ["", "\u001b[2J"]) await expectRefused(cwd, ref, /cannot be a REF/);
    });

    it("in a repository without commits", async () => {
      const cwd = folderWith({ "a.aiplan": PLAN });
      git(cwd, "init", "-q");
      await expectRefused(cwd, "HEAD", /This repository has no commits yet, so there is nothing to compare with\./);
    });

    it("out of a repository", async () => {
      const cwd = folderWith({ "a.aiplan": PLAN });
      await expectRefused(cwd, "HEAD", `.: This is in no git repository, so there is no REF to compare with.`);
    });

    it("in a shallow clone that lacks the commit, with what to do", async () => {
      const origin = changedRepository();
      const first = git(origin, "rev-parse", "HEAD");
      commit(origin, {});
      const cwd = folderWith({});
      git(cwd, "clone", "-q", "--depth=1", `file://${origin}`, ".");
      await expectRefused(cwd, first, /This is a shallow clone, .* fetch it first, such as with `fetch-depth: 0`/);
    });

    it("where git is not installed", async () => {
      const cwd = changedRepository();
      await expectRefused(
        cwd,
        "HEAD",
        /Git could not be started, which this needs: install it, or add it to the PATH\./,
        {
          env: { PATH: folderWith({}) },
        },
      );
    });

    it("where the repository belongs to somebody else, with what to do", async () => {
      const cwd = changedRepository();
      await expectRefused(
        cwd,
        "HEAD",
        `.: Git does not trust this repository, for it belongs to another user. If you do: git config --global --add safe.directory ${cwd}`,
        { env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1", GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" } },
      );
    });

    it("where the configuration of the repository is broken", async () => {
      const cwd = changedRepository();
      write(cwd, { ".git/config": "[core\n" });
      await expectRefused(cwd, "HEAD", /Git could not read this repository: bad config line 1/);
    });
  });

  it("are branches, tags, ids and what else git understands", async () => {
    const cwd = changedRepository();
    git(cwd, "tag", "-a", "v1", "-m", "One");
    git(cwd, "branch", "feature/größe");
    const id = git(cwd, "rev-parse", "HEAD");
    for (const ref of ["v1", "feature/größe", id.slice(0, 8), "HEAD@{0}"]) await expectRead(cwd, ref);
  });

  it("are those of the repository that the plan is in, whatever a hook says", async () => {
    const other = repositoryWith({});
    const env = { GIT_DIR: join(other, ".git"), GIT_WORK_TREE: other, GIT_INDEX_FILE: "/nowhere" };
    const objects = { GIT_OBJECT_DIRECTORY: join(other, ".git/objects"), GIT_SHALLOW_FILE: join(other, "none") };
    await expectRead(changedRepository(), "HEAD", { env: { ...env, ...objects } });
  });

  it("are read in submodules of their own, and what a plan takes from one counts as changed", async () => {
    const cwd = changedRepository();
    git(cwd, "-c", "protocol.file.allow=always", "submodule", "add", "-q", repositoryWith({ "s.aiplan": PLAN }), "sub");
    commit(cwd, { "c.aiplan": "aiplan: 1\nimports: [./sub/s.aiplan]\n" });
    const { files, stderr } = await checkJson(["--changed-since", "HEAD"], { cwd });
    assert.deepEqual([files.map(({ path }) => path), stderr], [["c.aiplan"], ""]);
  });

  it("take a symbolic link for what it led to, within the repository", async () => {
    const cwd = changedRepository();
    const outside = join(folderWith({ "secret.aiplan": PLAN }), "secret.aiplan");
    symlinkSync("a.aiplan", join(cwd, "inside.aiplan"));
    symlinkSync(outside, join(cwd, "outside.aiplan"));
    commit(cwd, {});
    const { files, summary } = await checkJson(["--changed-since", "HEAD", "inside.aiplan", "outside.aiplan"], { cwd });
    assert.deepEqual([files.map(({ path }) => path), summary.unchanged], [["outside.aiplan"], 1]);
  });

  it("have files with line breaks in their names", async () => {
    const strong = `${PLAN}stage: pilot\nmonitoring: {log-retention: 2 y}\n`;
    const cwd = repositoryWith({ "a/c\nd.aiplan": strong, "same\n.aiplan": PLAN });
    write(cwd, { "a/c\nd.aiplan": strong.replace("2 y", "1 y") });
    const changed = await checkJson(["--fail-on", "never", "--changed-since", "HEAD"], { cwd });
    assert.deepEqual([changed.stderr, changed.summary.unchanged, changed.files.length], ["", 1, 1]);
    const { stderr, stdout, code } = await aiplan(["diff", "HEAD"], { cwd });
    assert.deepEqual([stderr, code], ["", 0]);
    assert.match(stdout, /^warning monitoring-weakened/m);
  });

  it("say where a commit is not whole, rather than take its files for new", async () => {
    const cwd = changedRepository();
    const id = git(cwd, "rev-parse", "HEAD:a.aiplan");
    rmSync(join(cwd, ".git/objects", id.slice(0, 2)), { recursive: true });
    const { code, stderr, files } = await checkJson(["--changed-since", "HEAD", "a.aiplan"], { cwd });
    assert.deepEqual([code, files], [2, []]);
    assert.match(stderr, /^a\.aiplan: The repository lacks what `a\.aiplan` was at HEAD: it is a partial clone/);
  });

  describe("of a repository that means ill", () => {
    /** Programs of these names leave a mark when they are run. */
    function marker(cwd: string): { readonly program: string; readonly wasRun: () => boolean } {
      const program = join(cwd, ".git/program");
      writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> "${join(cwd, ".git/marked")}"\nexit 1\n`);
      chmodSync(program, 0o755);
      return { program, wasRun: () => existsSync(join(cwd, ".git/marked")) };
    }

    it("run no program that its configuration, its attributes or its hooks name", async () => {
      const cwd = changedRepository();
      write(cwd, { ".gitattributes": "* filter=evil diff=evil merge=evil text eol=lf working-tree-encoding=UTF-8\n" });
      git(cwd, "add", "--all");
      git(cwd, "commit", "-q", "-m", "Attributes");
      write(cwd, { "b.aiplan": `${PLAN}title: C\n` });
      const { program, wasRun } = marker(cwd);
      const settings = {
        "core.fsmonitor": program,
        "core.pager": program,
        "core.editor": program,
        "core.sshCommand": program,
        "core.askPass": program,
        "core.gitProxy": program,
        "core.alternateRefsCommand": program,
        "core.hooksPath": join(cwd, ".git/hooks"),
        "core.attributesFile": join(cwd, ".gitattributes"),
        "filter.evil.clean": program,
        "filter.evil.smudge": program,
        "filter.evil.process": program,
        "filter.evil.required": "true",
        "diff.evil.textconv": program,
        "diff.evil.command": program,
        "diff.external": program,
        "merge.evil.driver": program,
        "gpg.program": program,
        "log.showSignature": "true",
        "pager.rev-parse": program,
        "pager.rev-list": program,
        "pager.ls-tree": program,
        "pager.cat-file": program,
        "alias.rev-parse": `!${program}`,
        "alias.cat-file": `!${program}`,
        "alias.ls-tree": `!${program}`,
        "credential.helper": `!${program}`,
        "uploadpack.packObjectsHook": program,
        "trace2.eventTarget": join(cwd, ".git/marked"),
        "include.path": join(cwd, ".git/more"),
      };
      write(cwd, { ".git/more": `[core]\n\tfsmonitor = ${program}\n[diff]\n\texternal = ${program}\n` });
      mkdirSync(join(cwd, ".git/hooks"), { recursive: true });
      for (const hook of ["post-index-change", "fsmonitor-watchman", "reference-transaction", "post-checkout"])
        symlinkSync(program, join(cwd, ".git/hooks", hook));
      for (const [name, value] of Object.entries(settings)) git(cwd, "config", name, value);
      // The settings do what they are said to do: plain git runs the program.
      assert.throws(() => git(cwd, "diff"));
      assert.ok(wasRun());
      rmSync(join(cwd, ".git/marked"));
      await expectRead(cwd, "HEAD");
      assert.ok(!wasRun());
    });

    it("fetch nothing that a partial clone has left out, by whatever means", async () => {
      const cwd = changedRepository();
      const id = git(cwd, "rev-parse", "HEAD:a.aiplan");
      rmSync(join(cwd, ".git/objects", id.slice(0, 2)), { recursive: true });
      const { program, wasRun } = marker(cwd);
      const settings = {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.partialCloneFilter": "blob:none",
        "protocol.allow": "always",
        "protocol.ext.allow": "always",
        "protocol.ssh.allow": "always",
        "core.sshCommand": program,
        "remote.origin.uploadpack": program,
      };
      for (const [name, value] of Object.entries(settings)) git(cwd, "config", name, value);
      for (const url of [`ext::${program} %S`, "ssh://example.invalid/a.git"]) {
        git(cwd, "config", "remote.origin.url", url);
        // Plain git runs the program to fetch what is not there.
        assert.throws(() => git(cwd, "cat-file", "-p", "HEAD:a.aiplan"));
        assert.ok(wasRun());
        rmSync(join(cwd, ".git/marked"));
        const { code, stderr } = await aiplan(["check", "--changed-since", "HEAD", "a.aiplan"], { cwd });
        assert.equal(code, 2);
        assert.match(stderr, /^a\.aiplan: The repository lacks what `a\.aiplan` was at HEAD/);
        assert.ok(!wasRun());
      }
    });

    it("start no `git` of the folder that is checked", async () => {
      const cwd = changedRepository();
      const { program, wasRun } = marker(cwd);
      symlinkSync(program, join(cwd, "git"));
      await expectRead(cwd, "HEAD", { env: { PATH: `.${delimiter}${process.env.PATH}` } });
      assert.ok(!wasRun());
    });
  });
});
