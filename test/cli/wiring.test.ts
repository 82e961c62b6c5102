import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NoOperationTraceWriter } from "@actions/workflow-parser";
import { parseAction } from "@actions/workflow-parser/actions/action-parser";
import { folderWith, REPOSITORY, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { repositoryWith } from "./repository.ts";
import { type Action, packed, readYaml, runScript } from "./wiring.ts";

const CATALOG = "aiplan: 1\nkind: catalog\nname: org\nroles:\n  sre: {contact: sre@example.com}\n";
/** A key that no catalog has: one warning, of `unknown-key`. */
const MISTYPED = `${CATALOG}rolse:\n  dev: {contact: dev@example.com}\n`;
/** One error, of `undefined-escalation-path`, whatever else a bare plan lacks. */
const DANGLING = "aiplan: 1\ntriggers:\n  down: {metric: uptime, below: 98%, do: rollback, escalate: nobody}\n";

describe("wiring", function () {
  this.timeout(120_000);
  let tarballs: string;
  let command: string;

  before(() => {
    buildIfStale();
    tarballs = folderWith({});
    command = packed(join(REPOSITORY, "cli"), tarballs);
  });
  after(removeFolders);

  describe("the action for GitHub", () => {
    const path = "action.yml";
    const action = readYaml<Action>(path);
    const { steps } = action.runs;
    let temp: string;

    /** The variables of a step, as the runner makes them of inputs and their defaults. */
    function envOf(step: Action["runs"]["steps"][number], inputs: Readonly<Record<string, string>>) {
      return Object.fromEntries(
        Object.entries(step.env ?? {}).map(([name, text]) => [
          name,
          text.replace(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, id) => inputs[id] ?? action.inputs[id]?.default ?? ""),
        ]),
      );
    }

    function runStep(
      index: number,
      cwd: string,
      inputs: Readonly<Record<string, string>>,
      variables: Readonly<Record<string, string>> = {},
    ) {
      const step = steps[index]!;
      const output = join(temp, `output-${Math.random()}`);
      const env = {
        RUNNER_TEMP: temp,
        GITHUB_ACTION_PATH: REPOSITORY,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: "",
      };
      const result = runScript(step.run ?? "", cwd, { ...env, ...variables, ...envOf(step, inputs) });
      return { ...result, output: existsSync(output) ? readFileSync(output, "utf8") : "" };
    }

    const check = (
      cwd: string,
      inputs: Readonly<Record<string, string>> = {},
      variables: Readonly<Record<string, string>> = {},
    ) => runStep(1, cwd, inputs, variables);

    before(() => {
      temp = folderWith({});
      const { code, stderr } = runStep(0, temp, { package: command });
      assert.equal(code, 0, stderr);
    });

    it("is one, for GitHub's own parser", () => {
      const content = readFileSync(join(REPOSITORY, path), "utf8");
      const problemsOf = (text: string) =>
        parseAction({ name: path, content: text }, new NoOperationTraceWriter()).context.errors.getErrors();
      assert.deepEqual(problemsOf(content), []);
      assert.equal(problemsOf(content.replace("shell: bash", "shel: bash")).length > 0, true, "it finds what is wrong");
    });

    it("puts no input into a script, and every input into a variable", () => {
      for (const { run, uses, shell } of steps) {
        assert.equal(uses, undefined, "nothing of others is run");
        assert.equal(shell, "bash");
        assert.doesNotMatch(run ?? "", /\$\{\{/);
      }
      const passed = steps.flatMap(({ env = {} }) => Object.entries(env));
      assert.deepEqual(
        passed.map(([name, value]) => [name, value]).sort(),
        Object.keys(action.inputs)
          .map((id) => [`INPUT_${id.toUpperCase().replaceAll("-", "_")}`, `\${{ inputs.${id} }}`])
          .sort(),
      );
      assert.deepEqual(
        Object.values(action.outputs).map(({ value }) => value),
        ["${{ steps.check.outputs.exit-code }}"],
      );
      assert.equal(steps[1]?.id, "check");
    });

    it("annotates what it finds, and fails as the command does", () => {
      const cwd = folderWith({ "plans/a.aiplan": MISTYPED });
      const warned = check(cwd);
      assert.match(warned.stdout, /^::warning file=plans\/a\.aiplan,line=6,/);
      assert.deepEqual([warned.code, warned.output], [0, "exit-code=0\n"]);
      const failed = check(cwd, { "fail-on": "warning" });
      assert.deepEqual([failed.code, failed.output], [1, "exit-code=1\n"]);
      const wrong = check(cwd, { "fail-on": "loud" });
      assert.deepEqual([wrong.code, wrong.output], [2, "exit-code=2\n"]);
      assert.match(wrong.stderr, /Allowed choices are/);
    });

    it("takes every input for what the command takes it for", () => {
      const cwd = folderWith({ "in/a.aiplan": MISTYPED, "in/b c.aiplan": CATALOG, "in/d.aiplan": DANGLING });
      const paths = check(cwd, { "working-directory": "in", paths: "a.aiplan\n\n  b c.aiplan\n" });
      assert.match(paths.stdout, /2 catalogs checked: 1 warning\./);
      const rules = check(cwd, { rules: "unknown-key\nundefined-escalation-path\n" });
      assert.match(rules.stdout, /1 plan and 2 catalogs checked: 1 error, 1 warning\./);
      const stage = check(cwd, {
        paths: "in/d.aiplan",
        stage: "production",
        "as-of": "2026-07-06",
        rules: "stage-not-earned",
      });
      assert.match(stage.stdout, /does not earn `production` yet/);
      assert.match(check(cwd, { profiles: "hipaa" }).stderr, /There is no profile `hipaa`/);
      assert.match(check(cwd, { "changed-since": "main" }).stderr, /no git repository/);
      assert.match(check(cwd, { against: "main" }).stderr, /no git repository/);
      assert.match(check(cwd, { baseline: "known.json" }).stderr, /^known\.json: /);
      assert.equal(check(cwd, { sarif: "out/plans.sarif" }).code, 1);
      assert.equal(JSON.parse(readFileSync(join(cwd, "out/plans.sarif"), "utf8")).version, "2.1.0");
    });

    it("says where the plans stand in the summary of the job and in a file, and fails as the check does", () => {
      const cwd = folderWith({ "plans/d.aiplan": DANGLING, "plans/a.aiplan": MISTYPED });
      const summary = join(cwd, "summary.md");
      writeFileSync(summary, "before\n");
      const run = (inputs: Readonly<Record<string, string>>) => check(cwd, inputs, { GITHUB_STEP_SUMMARY: summary });
      const first = run({ report: "out/report.html", stage: "pilot" });
      assert.deepEqual([first.code, first.output], [1, "exit-code=1\n"]);
      assert.match(readFileSync(summary, "utf8"), /^before\n# .*pilot/s);
      assert.match(readFileSync(join(cwd, "out/report.html"), "utf8"), /^<!doctype html>/i);
      const written = readFileSync(summary, "utf8");
      assert.equal(run({ summary: "false", "fail-on": "never" }).code, 0);
      assert.equal(run({ paths: "plans/a.aiplan", report: "none.html" }).code, 0);
      assert.equal(readFileSync(summary, "utf8"), written);
      assert.ok(!existsSync(join(cwd, "none.html")));
    });

    it("runs nothing that an input says", () => {
      const others = Object.keys(action.inputs).filter((id) => id !== "package" && id !== "working-directory");
      for (const text of ['$(touch pwned) `touch pwned`; touch pwned" && touch pwned #', "--version"])
        for (const ids of [others, ["working-directory"]]) {
          const cwd = folderWith({ "a.aiplan": CATALOG });
          assert.equal(check(cwd, Object.fromEntries(ids.map((id) => [id, text]))).code, 2);
          assert.deepEqual(readdirSync(cwd), ["a.aiplan"]);
        }
      const cwd = folderWith({});
      assert.notEqual(runStep(0, cwd, { package: "--version" }).code, 0);
      assert.notEqual(runStep(0, cwd, { package: "$(touch pwned)" }).code, 0);
      assert.deepEqual(readdirSync(cwd), []);
    });
  });

  describe("the hooks for pre-commit", () => {
    interface Hook {
      readonly id: string;
      readonly name: string;
      readonly entry: string;
      readonly language: string;
      readonly files?: string;
    }
    const hooks = readYaml<readonly Hook[]>(".pre-commit-hooks.yaml");
    /** Of https://pre-commit.com/#creating-new-hooks, those that are used here. */
    const KEYS = new Set([
      "id",
      "name",
      "description",
      "entry",
      "language",
      "files",
      "pass_filenames",
      "require_serial",
    ]);
    let prefix: string;

    /** What pre-commit does with a repository of the language node: npm installs all of it, globally, in a folder of its own. */
    before(() => {
      prefix = folderWith({});
      const whole = packed(REPOSITORY, tarballs);
      const { code, stderr } = runScript('npm install --global --prefix "$PREFIX" "$WHOLE"', prefix, {
        PREFIX: prefix,
        WHOLE: whole,
      });
      assert.equal(code, 0, stderr);
    });

    it("have the keys that pre-commit knows", () => {
      for (const hook of hooks) {
        assert.deepEqual(
          Object.keys(hook).filter((key) => !KEYS.has(key)),
          [],
        );
        for (const key of ["id", "name", "entry"] as const) assert.match(hook[key], /\S/);
        assert.equal(hook.language, "node");
      }
      assert.equal(new Set(hooks.map(({ id }) => id)).size, hooks.length);
    });

    it("run from the repository itself, of which only the command is installed", () => {
      const installed = readdirSync(join(prefix, "lib/node_modules/ai-plan"));
      assert.deepEqual(installed.sort(), ["LICENSE", "README.md", "cli", "package.json"]);
      const cwd = folderWith({ "a b.aiplan": CATALOG.replace("roles", "rolse"), "d.aiplan": DANGLING });
      const PATH = `${join(prefix, "bin")}:${process.env.PATH}`;
      const run = (id: string, ...files: readonly string[]) => {
        const { entry } = hooks.find((hook) => hook.id === id)!;
        return runScript(`${entry} ${files.map((file) => `'${file}'`).join(" ")}`, cwd, { PATH });
      };
      const checked = run("aiplan-check", "a b.aiplan");
      assert.deepEqual([checked.code, /1 catalog checked: 1 warning/.test(checked.stdout)], [0, true]);
      assert.equal(run("aiplan-check", "d.aiplan").code, 1);
      assert.match(run("aiplan-check-all").stdout, /1 plan and 1 catalog checked: 2 errors/);
      assert.equal(run("aiplan-fix", "a b.aiplan").code, 0);
      assert.equal(run("aiplan-format", "a b.aiplan").code, 0);
      assert.doesNotMatch(readFileSync(join(cwd, "a b.aiplan"), "utf8"), /rolse/);
    });

    it("are for plans and catalogs, whatever the case of their ending", () => {
      for (const { id, files } of hooks)
        if (files !== undefined) {
          const pattern = new RegExp(files.replace("(?i)", ""), "i");
          assert.deepEqual([pattern.test("plans/A.AIPLAN"), pattern.test("a.aiplan.md")], [true, false], id);
        }
    });
  });

  describe("the job for GitLab", () => {
    interface Job {
      readonly image: string;
      readonly variables: Readonly<Record<string, string>>;
      readonly script: readonly string[];
      readonly artifacts: {
        readonly when: string;
        readonly paths: readonly string[];
        readonly reports: Readonly<Record<string, string>>;
      };
    }
    const { aiplan: job } = readYaml<{ readonly aiplan: Job }>("ci/gitlab.yml");

    function run(cwd: string, variables: Readonly<Record<string, string>>) {
      const temp = join(cwd, "tmp");
      mkdirSync(temp, { recursive: true });
      // The runner takes the shell that there is, and not every image has bash.
      return runScript(job.script.join("\n"), cwd, { ...job.variables, TMPDIR: temp, ...variables }, ["sh", "-e"]);
    }

    it("writes the reports that GitLab reads, and fails as the command does", () => {
      const cwd = folderWith({ "plans/a.aiplan": MISTYPED, "plans/d.aiplan": DANGLING });
      const { code, stdout, stderr } = run(cwd, { AIPLAN_PACKAGE: command, AIPLAN_PATH: "plans" });
      assert.equal(code, 1, stderr);
      assert.match(stdout, /1 plan and 1 catalog checked/);
      const { codequality = "", junit = "", ...others } = job.artifacts.reports;
      assert.deepEqual([others, job.artifacts.when], [{}, "always"]);
      assert.ok(JSON.parse(readFileSync(join(cwd, codequality), "utf8")).length > 2);
      assert.match(readFileSync(join(cwd, junit), "utf8"), /<testsuites/);
      assert.deepEqual(job.artifacts.paths, ["aiplan-report.html"]);
      assert.match(readFileSync(join(cwd, "aiplan-report.html"), "utf8"), /^<!doctype html>/i);
      assert.equal(run(cwd, { AIPLAN_PACKAGE: command, AIPLAN_PATH: "plans", AIPLAN_FAIL_ON: "never" }).code, 0);
    });

    it("says what it needs", () => {
      const { code, stdout } = run(folderWith({}), {});
      assert.deepEqual([code, stdout], [2, "Set AIPLAN_PACKAGE to what npm is to install.\n"]);
    });

    it("judges what has changed since a commit, in a merge request since it began", () => {
      const cwd = repositoryWith({ "a.aiplan": CATALOG });
      assert.equal(run(cwd, { AIPLAN_PACKAGE: command, AIPLAN_AGAINST: "main" }).code, 0);
      const { stderr } = run(cwd, { AIPLAN_PACKAGE: command, CI_MERGE_REQUEST_DIFF_BASE_SHA: "no where" });
      assert.match(stderr, /There is no commit `no where`/);
    });

    it("runs nothing that a variable says", () => {
      const cwd = folderWith({ "a.aiplan": CATALOG });
      for (const name of ["AIPLAN_PATH", "AIPLAN_FAIL_ON", "AIPLAN_AGAINST"])
        assert.equal(run(cwd, { AIPLAN_PACKAGE: command, [name]: "$(touch pwned); touch pwned" }).code, 2);
      assert.ok(!existsSync(join(cwd, "pwned")));
    });
  });
});
