import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { aiplan, checkJson, findingsOf, folderWith, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

/** Catalogs are checked for structure only: this one has no findings. */
const CATALOG = "aiplan: 1\nkind: catalog\nname: org\nroles:\n  sre: {contact: sre@example.com}\n";
/** A key that no catalog has: one warning, of `unknown-key`. */
const MISTYPED = `${CATALOG}rolse:\n  dev: {contact: dev@example.com}\n`;
/** One error, of `undefined-escalation-path`, whatever else a bare plan lacks. */
const DANGLING = "aiplan: 1\ntriggers:\n  down: {metric: uptime, below: 98%, do: rollback, escalate: nobody}\n";

describe("aiplan check", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  describe("exit code", () => {
    it("is 0 where nothing is found", async () => {
      const cwd = folderWith({ "org.aiplan": CATALOG });
      const { code, stdout, stderr } = await aiplan(["check"], { cwd });
      assert.deepEqual(
        { code, stdout, stderr },
        { code: 0, stdout: "1 catalog checked: nothing found.\n", stderr: "" },
      );
    });

    const levels = [
      ["never", 0, 0],
      ["error", 0, 1],
      ["warning", 1, 1],
      ["info", 1, 1],
      ["hint", 1, 1],
    ] as const;
    for (const [level, ofWarning, ofError] of levels)
      it(`is ${ofWarning} for a warning and ${ofError} for an error with --fail-on ${level}`, async () => {
        const cwd = folderWith({ "warning.aiplan": MISTYPED, "error.aiplan": DANGLING });
        assert.equal((await aiplan(["check", "warning.aiplan", "--fail-on", level], { cwd })).code, ofWarning);
        assert.equal((await aiplan(["check", "error.aiplan", "--fail-on", level], { cwd })).code, ofError);
      });

    it("is 1 for an error and 0 for a warning without --fail-on", async () => {
      const cwd = folderWith({ "warning.aiplan": MISTYPED, "error.aiplan": DANGLING });
      assert.equal((await aiplan(["check", "warning.aiplan"], { cwd })).code, 0);
      assert.equal((await aiplan(["check", "error.aiplan"], { cwd })).code, 1);
    });

    it("is 2 where something could not be read, even with findings and --fail-on never", async () => {
      const cwd = folderWith({ "error.aiplan": DANGLING });
      for (const level of ["error", "never"]) {
        const { code, stdout } = await aiplan(["check", "error.aiplan", "gone.aiplan", "--fail-on", level], { cwd });
        assert.equal(code, 2);
        assert.match(stdout, /undefined-escalation-path/);
      }
    });
  });

  describe("files", () => {
    it("takes all plans below a folder, sorted, but not those of node_modules and .git", async () => {
      const cwd = folderWith({
        "b/two.aiplan": CATALOG,
        "a.aiplan": CATALOG,
        ".github/three.AIPLAN": CATALOG,
        "b/node_modules/x/no.aiplan": CATALOG,
        ".git/no.aiplan": CATALOG,
        "b/notes.yaml": CATALOG,
      });
      const { files } = await checkJson(["."], { cwd });
      assert.deepEqual(
        files.map(({ path }) => path),
        [".github/three.AIPLAN", "a.aiplan", "b/two.aiplan"],
      );
    });

    it("checks a file once, however often it is named, in an order that does not depend on the arguments", async () => {
      const cwd = folderWith({ "p/a.aiplan": MISTYPED, "p/b.aiplan": CATALOG });
      const one = await aiplan(["check", "p/b.aiplan", "p", "./p/a.aiplan"], { cwd });
      const other = await aiplan(["check", "p/a.aiplan", "p"], { cwd });
      assert.equal(one.stdout, other.stdout);
      assert.match(one.stdout, /2 catalogs checked: 1 warning\./);
    });

    it("names files relative to the current folder, with .. where they lie beside it", async () => {
      const folder = folderWith({ "plans/a.aiplan": CATALOG, "here/b.aiplan": CATALOG });
      const { files } = await checkJson(["../plans", "."], { cwd: `${folder}/here` });
      assert.deepEqual(
        files.map(({ path }) => path),
        ["../plans/a.aiplan", "b.aiplan"],
      );
    });

    it("checks a file that is named, whatever its name ends in", async () => {
      const cwd = folderWith({ "plan.yaml": MISTYPED });
      assert.equal(findingsOf(await checkJson(["plan.yaml"], { cwd }), "unknown-key").length, 1);
    });
  });

  describe("standard input", () => {
    it("is read as the content of a file that need not exist, with the imports and settings of its folder", async () => {
      const cwd = folderWith({
        "plans/org.aiplan": CATALOG,
        "plans/aiplan.config.yaml": "rules: {duplicate-definition: warning}\n",
      });
      const input = "aiplan: 1\nimports: [./org.aiplan]\nroles:\n  sre: {contact: me@example.com}\n";
      const report = await checkJson(["--stdin", "--stdin-path", "plans/new.aiplan"], { cwd, input });
      assert.equal(report.files[0]?.path, "plans/new.aiplan");
      const [finding] = findingsOf(report, "duplicate-definition");
      assert.equal(finding?.severity, "warning");
      assert.equal(finding?.related[0]?.path, "plans/org.aiplan");
    });

    it("may be empty", async () => {
      const { code, stderr, files } = await checkJson(["--stdin", "--stdin-path", "new.aiplan"], {
        cwd: folderWith({}),
      });
      assert.deepEqual([code, stderr, files.length], [0, "", 1]);
    });
  });

  describe("configuration", () => {
    it("sets severities, and `off` silences", async () => {
      const cwd = folderWith({
        "loud/aiplan.config.yaml": "rules: {unknown-key: error}\n",
        "loud/org.aiplan": MISTYPED,
        "quiet/aiplan.config.yaml": "rules: {unknown-key: off}\n",
        "quiet/org.aiplan": MISTYPED,
        "org.aiplan": MISTYPED,
      });
      const { files } = await checkJson(["."], { cwd });
      const severities = files.map(({ path, findings }) => [path, findings.map(({ severity }) => severity)]);
      assert.deepEqual(severities, [
        ["loud/org.aiplan", ["error"]],
        ["org.aiplan", ["warning"]],
        ["quiet/org.aiplan", []],
      ]);
    });

    it("is the nearest upwards, and none from above the root", async () => {
      const cwd = folderWith({
        "aiplan.config.yaml": "rules: {unknown-key: error}\n",
        "repository/.git/HEAD": "",
        "repository/org.aiplan": MISTYPED,
        "plain/deep/org.aiplan": MISTYPED,
      });
      const report = await checkJson(["."], { cwd });
      assert.deepEqual(
        findingsOf(report, "unknown-key").map(({ severity }) => severity),
        ["error", "warning"],
      );
      const narrowed = await checkJson(["plain", "--root", "plain"], { cwd });
      assert.equal(findingsOf(narrowed, "unknown-key")[0]?.severity, "warning");
    });

    it("leaves alone what `ignore` names, also a file that is named, and says so", async () => {
      const cwd = folderWith({
        "aiplan.config.yaml": "ignore: [drafts/, '**/old-*.aiplan']\n",
        "drafts/deep/a.aiplan": MISTYPED,
        "p/old-b.aiplan": MISTYPED,
        "p/c.aiplan": MISTYPED,
      });
      const all = await checkJson(["."], { cwd });
      assert.deepEqual([all.files.map(({ path }) => path), all.summary.ignored, all.stderr], [["p/c.aiplan"], 2, ""]);
      const named = await aiplan(["check", "p/old-b.aiplan"], { cwd });
      assert.equal(named.stderr, "p/old-b.aiplan: The `ignore` of the configuration leaves this file alone.\n");
      assert.deepEqual(
        [named.code, named.stdout],
        [0, "No plans checked; 1 left alone (ignored by the configuration).\n"],
      );
    });

    it("gives the day that dates are compared with, and --as-of comes before it", async () => {
      const plan = `${DANGLING}waivers:
  unknown-key: {reason: kept for the old tool, approved-by: sre, expires: 2026-06-30}
mistyped-key: 1
`;
      const cwd = folderWith({ "aiplan.config.yaml": "as-of: 2026-07-01\n", "a.aiplan": plan });
      const severity = async (...args: string[]) =>
        findingsOf(await checkJson(args, { cwd }), "unknown-key")[0]?.severity;
      assert.equal(await severity(), "warning");
      assert.equal(await severity("--as-of", "2026-06-01"), "info");
    });
  });

  it("keeps memory flat over many plans", async () => {
    const plan = readFileSync(new URL("../../examples/ticket-routing/ticket-routing.aiplan", import.meta.url), "utf8");
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}.aiplan`, plan]));
    const outcome = await checkJson([], {
      cwd: folderWith(many(300)),
      env: { NODE_OPTIONS: "--max-old-space-size=64" },
    });
    assert.deepEqual([outcome.summary.plans, outcome.stderr], [300, ""]);
  });

  it("ends quietly and without success where nobody reads on", async () => {
    const cwd = folderWith(
      Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`p${index}.aiplan`, DANGLING])),
    );
    const { code, stderr } = await aiplan(["check"], { cwd, closeEarly: true });
    assert.deepEqual([code, stderr], [141, ""]);
  });
});

describe("aiplan", function () {
  this.timeout(60_000);
  before(buildIfStale);

  it("has a help text with examples and exit codes for itself and for check", async () => {
    for (const args of [["--help"], ["check", "--help"], ["help", "check"]]) {
      const { code, stdout, stderr } = await aiplan(args);
      assert.deepEqual([code, stderr], [0, ""]);
      assert.match(stdout, /Examples:\n(?: {2}\$ aiplan .*\n)* {2}\$ aiplan check /);
      assert.match(stdout, /Exit codes: 0 /);
    }
  });

  it("prints its version", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../cli/package.json", import.meta.url), "utf8"));
    assert.equal((await aiplan(["--version"])).stdout, `${version}\n`);
  });

  const usage: [string[], RegExp][] = [
    [[], /Usage: aiplan/],
    [["chekc"], /unknown command 'chekc'\. Did you mean check\?/],
    [["check", "--fromat", "json"], /unknown option '--fromat'\. Did you mean --format\?/],
    [["check", "--format", "xml"], /'xml' is invalid. The formats are pretty, json/],
    [["check", "--fail-on", "fatal"], /Allowed choices are hint, info, warning, error, never/],
    [["check", "--as-of", "6 July 2026"], /Write a date such as 2026-07-06/],
    [["check", "--as-of", "2026-02-30"], /Write a date/],
    [["check", "--root", "no-such-folder"], /There is no such file or folder/],
    [["check", "--root", "package.json"], /This is a file, not a folder/],
    [["check", "--stdin"], /--stdin and --stdin-path go together/],
    [["check", "--stdin-path", "x.aiplan"], /--stdin and --stdin-path go together/],
    [["check", "--stdin", "--stdin-path", "x.aiplan", "examples"], /no other paths/],
  ];
  for (const [args, message] of usage)
    it(`exits with 2 and says why: aiplan ${args.join(" ")}`, async () => {
      const { code, stdout, stderr } = await aiplan(args);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(stderr, message);
    });

  it("starts the language server on standard input and output", async () => {
    const message = (body: object) => {
      const text = JSON.stringify({ jsonrpc: "2.0", ...body });
      return `Content-Length: ${text.length}\r\n\r\n${text}`;
    };
    const input =
      message({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } }) +
      message({ method: "initialized", params: {} }) +
      message({ id: 2, method: "shutdown" }) +
      message({ method: "exit" });
    const { code, stdout } = await aiplan(["lsp", "--stdio"], { input, staysOpen: true });
    assert.equal(code, 0);
    assert.match(stdout, /"textDocumentSync"/);
  });
});
