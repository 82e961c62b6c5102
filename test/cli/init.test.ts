import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { aiplan, checkJson, folderWith, REPOSITORY, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { repositoryWith } from "./repository.ts";
import { runScript } from "./wiring.ts";

const read = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");

describe("aiplan init", function () {
  this.timeout(60_000);
  before(buildIfStale);
  after(removeFolders);

  it("writes a plan that the check takes, and says what to do next", async () => {
    const cwd = folderWith({});
    const args = ["init", "plans/triage.aiplan", "--kind", "routing", "--stage", "build", "--owner", "support-ops"];
    const { code, stdout, stderr } = await aiplan([...args, "--title", "Routing: mails #1"], { cwd });
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    assert.match(stdout, /^wrote plans\/triage\.aiplan\n\nNext:\n- Write what stands in angle brackets .*, \d+ places/);
    const { aiplan: version, name, title, stage, owner } = parse(read(cwd, "plans/triage.aiplan"));
    assert.deepEqual([version, name, title, stage, owner], [1, "triage", "Routing: mails #1", "build", "support-ops"]);
    const report = await checkJson([], { cwd });
    const rules = new Set(
      report.files.flatMap(({ findings }) => findings.map(({ rule, severity }) => `${severity} ${rule}`)),
    );
    assert.equal(report.code, 0);
    assert.deepEqual(
      [...rules].filter((one) => !/^hint missing-|placeholder-left|stage-not-earned/.test(one)),
      [],
    );
  });

  it("writes what goes with a plan where it is asked to", async () => {
    const cwd = folderWith({});
    const flags = ["--config", "--ci", "github", "--pre-commit", "--gitattributes"];
    const { code, stdout } = await aiplan(["init", "--yes", ...flags], { cwd });
    assert.equal(code, 0);
    const names = [
      "new-plan.aiplan",
      "aiplan.config.yaml",
      ".github/workflows/aiplan.yml",
      ".pre-commit-config.yaml",
      ".gitattributes",
    ];
    assert.deepEqual(stdout.match(/(?<=^wrote ).*/gm), names);
    const { jobs } = parse(read(cwd, ".github/workflows/aiplan.yml"));
    assert.ok(
      jobs.check.steps.some(({ run = "" }) => /^npx --no aiplan check .*--format github-sarif=aiplan\.sarif/.test(run)),
    );
    assert.equal(parse(read(cwd, ".pre-commit-config.yaml")).repos[0].hooks[0].entry, "npx --no aiplan check");
    assert.equal(read(cwd, ".gitattributes"), "*.aiplan linguist-language=YAML\n");
    const { stderr } = await aiplan(["check", "--fail-on", "never"], { cwd });
    assert.equal(stderr, "", "the configuration is read without a word");
  });

  it("runs in CI what there is, and judges there what has changed since a pull request began", async () => {
    const cwd = repositoryWith({});
    await aiplan(["init", "--yes", "--ci", "gitlab"], { cwd });
    await aiplan(["init", "--yes", "--ci", "github", "other.aiplan"], { cwd });
    assert.deepEqual(parse(read(cwd, ".gitlab-ci.yml")), { include: [{ local: ".gitlab/aiplan.gitlab-ci.yml" }] });
    const job = parse(read(cwd, ".gitlab/aiplan.gitlab-ci.yml")).aiplan;
    const { steps } = parse(read(cwd, ".github/workflows/aiplan.yml")).jobs.check;
    const step = steps.find(({ run = "" }) => run.includes("aiplan check"));
    assert.deepEqual(step.env, { BASE: "${{ github.event.pull_request.base.sha }}" });
    assert.deepEqual([job.variables.GIT_DEPTH, steps[0].with["fetch-depth"]], [0, 0], "all commits are there");
    const npx = `npx() { shift 2; "${process.execPath}" "${join(REPOSITORY, "cli/bin/aiplan.js")}" "$@"; }`;
    for (const [script, base, said] of [
      [job.script.slice(1).join("\n"), "CI_MERGE_REQUEST_DIFF_BASE_SHA", "The report is in aiplan-report.html.\n"],
      [step.run, "BASE", ""],
    ]) {
      const run = (value: string) => runScript(`${npx}\n${script}`, cwd, { [base]: value });
      const { code, stderr } = run("");
      assert.deepEqual({ code, stderr }, { code: 0, stderr: said }, script);
      assert.equal(run("HEAD").code, 0);
      assert.match(run("no where").stderr, /There is no commit `no where`/);
    }
    const summary = steps.find(({ run = "" }) => run.includes("aiplan report"));
    assert.equal(runScript(`${npx}\n${summary.run}`, cwd, { GITHUB_STEP_SUMMARY: join(cwd, "summary.md") }).code, 0);
    assert.match(read(cwd, "summary.md"), /^# .*\n\n\*\*0 of 2 plans are ready/);
    for (const name of [...job.artifacts.paths, ...Object.values<string>(job.artifacts.reports), "aiplan.sarif"])
      assert.ok(existsSync(join(cwd, name)), name);
  });

  it("adds to .gitattributes as it is written, once", async () => {
    for (const [before, after] of [
      ["* text=auto\r\n*.png binary\r\n", "* text=auto\r\n*.png binary\r\n*.aiplan linguist-language=YAML\r\n"],
      ["* text=auto", "* text=auto\n*.aiplan linguist-language=YAML\n"],
      ["*.aiplan  text linguist-language=YAML\n", "*.aiplan  text linguist-language=YAML\n"],
    ] as const) {
      const cwd = folderWith({ ".gitattributes": before });
      for (const name of ["a", "b"]) await aiplan(["init", "--yes", "--gitattributes", `${name}.aiplan`], { cwd });
      assert.equal(read(cwd, ".gitattributes"), after);
    }
  });

  it("leaves files that people have written to them, and says what to add", async () => {
    const own = { ".gitlab-ci.yml": "stages: [a]\n", ".pre-commit-config.yaml": "repos: []\n" };
    const cwd = folderWith(own);
    const { code, stdout } = await aiplan(["init", "--yes", "--ci", "gitlab", "--pre-commit"], { cwd });
    assert.equal(code, 0);
    for (const [name, text] of Object.entries(own)) assert.equal(read(cwd, name), text);
    assert.match(stdout, /\n\.gitlab-ci\.yml is yours\. Add to it:\n\n {2}include:\n/);
    assert.match(stdout, /\n\.pre-commit-config\.yaml is yours\. Add to it:\n\n {2}repos:\n/);
  });

  it("writes over nothing without --force, and then nothing at all", async () => {
    const cwd = folderWith({ "aiplan.config.yaml": "rules: {}\n" });
    const refused = await aiplan(["init", "--yes", "--config", "--ci", "github"], { cwd });
    assert.deepEqual([refused.code, refused.stdout], [2, ""]);
    assert.equal(
      refused.stderr,
      "aiplan.config.yaml is there already, so nothing was written. Choose another path, or write over with --force.\n",
    );
    assert.deepEqual(readdirSync(cwd), ["aiplan.config.yaml"]);
    assert.equal((await aiplan(["init", "--yes", "--config", "--force"], { cwd })).code, 0);
    assert.match(read(cwd, "aiplan.config.yaml"), /^# Settings/);
  });

  it("writes nothing outside of the current folder", async () => {
    const other = folderWith({});
    const cwd = folderWith({});
    symlinkSync(other, join(cwd, "link"));
    symlinkSync(other, join(cwd, ".github"));
    for (const args of [
      ["../a.aiplan"],
      [join(other, "a.aiplan")],
      ["link/a.aiplan"],
      ["link/deep/a.aiplan"],
      ["--ci", "github"],
    ]) {
      const { code, stderr } = await aiplan(["init", "--yes", ...args], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /outside of the current folder|leads out of the current folder/);
    }
    assert.deepEqual([readdirSync(other), readdirSync(cwd).sort()], [[], [".github", "link"]]);
  });

  it("asks nothing where nobody can answer", async () => {
    const cwd = folderWith({});
    const { code, stdout, stderr } = await aiplan(["init"], { cwd });
    assert.deepEqual([code, stdout, readdirSync(cwd)], [2, "", []]);
    assert.match(stderr, /^There is no terminal to ask on\. Say with --kind .* --yes\.\n$/);
  });

  it("says what is wrong with what it is given", async () => {
    const cwd = folderWith({});
    for (const [args, words] of [
      [["plan.txt"], /ends in \.aiplan: plan-txt\.aiplan/],
      [["plans/My plan.yaml"], /ends in \.aiplan: plans\/my-plan\.aiplan/],
      [["--name", "My Plan"], /small letters, digits and hyphens: my-plan\./],
      [["--kind", "robot"], /Allowed choices are assistant, routing, /],
      [["--title", "a\nb"], /one line/],
    ] as const) {
      const { code, stderr } = await aiplan(["init", "--yes", ...args], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, words);
    }
    assert.deepEqual(readdirSync(cwd), []);
  });

  // A terminal of its own comes from util-linux.
  if (spawnSync("script", ["--version"]).stdout?.includes("util-linux"))
    describe("on a terminal", () => {
      const DOWN = "\u001b[B";
      const questions: [asked: string, keys: string][] = [
        ["in one line?", "Routing of mails\r"],
        ["comes closest?", `${DOWN}\r`],
        ["How far are you?", "\r"],
        ["on its own?", "\r"],
        ["answers for it?", "Head of support\r"],
        ["What else?", " \r"],
        ["when they change?", "\r"],
      ];

      it("asks for what is open, and writes what was answered", async () => {
        const cwd = folderWith({});
        const { code, output } = await onTerminal(cwd, questions);
        assert.equal(code, 0, output);
        for (const words of [
          "agent: carries out tasks in other systems",
          "pilot: ",
          "suggest: ",
          "github: GitHub Actions",
        ])
          assert.ok(output.includes(`○ ${words}`), words);
        const plan = parse(read(cwd, "routing-of-mails.aiplan"));
        assert.deepEqual(
          [plan.title, plan.owner, plan.stage, plan["operating-limits"].autonomy, plan.outcome.kpi],
          ["Routing of mails", "head-of-support", "proposal", "act", "time-to-right-team"],
        );
        assert.deepEqual(readdirSync(cwd).sort(), ["aiplan.config.yaml", "routing-of-mails.aiplan"]);
      });

      for (const [key, name] of [
        ["\u0003", "Ctrl-C"],
        ["\u001b", "Escape"],
      ] as const)
        it(`writes nothing after ${name}`, async () => {
          const cwd = folderWith({});
          const { code, output } = await onTerminal(cwd, [...questions.slice(0, 6), ["when they change?", key]]);
          assert.equal(code, 130, output);
          assert.match(output, /Nothing was written\./);
          assert.deepEqual(readdirSync(cwd), []);
        });

      it("asks before it writes over a file", async () => {
        const cwd = folderWith({ "routing-of-mails.aiplan": "mine\n", "aiplan.config.yaml": "rules: {}\n" });
        const { code } = await onTerminal(cwd, [...questions, ["Write over", "\r"]]);
        assert.equal(code, 2);
        assert.equal(read(cwd, "routing-of-mails.aiplan"), "mine\n");
        assert.equal((await onTerminal(cwd, [...questions, ["Write over", "y"]])).code, 0);
        assert.match(read(cwd, "routing-of-mails.aiplan"), /^aiplan: 1\n/);
      });
    });
});

/** Runs the command on a terminal, and presses the keys for each question once it is asked. */
function onTerminal(
  cwd: string,
  questions: readonly (readonly [asked: string, keys: string])[],
): Promise<{ code: number | null; output: string }> {
  const command = `stty cols 100 rows 40; exec ${process.execPath} ${join(REPOSITORY, "cli/bin/aiplan.js")} init`;
  const { FORCE_COLOR: _, ...env } = process.env;
  const child = spawn("script", ["-qec", command, "/dev/null"], { cwd, env: { ...env, NO_COLOR: "1", TERM: "xterm" } });
  const left = [...questions];
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    const [next] = left;
    if (!next || !output.includes(next[0])) return;
    left.shift();
    child.stdin.write(next[1]);
  });
  return new Promise((done) => child.on("close", (code) => done({ code, output })));
}
