import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  aiplan,
  applyReported,
  checkJson,
  findingsOf,
  folderWith,
  REPOSITORY,
  type ReportedFile,
  removeFolders,
  textAt,
} from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { expectShape } from "./json-shape.ts";

const BROKEN = "examples/broken/invoice-triage.aiplan";

/** A catalog with one mistyped key, by what its lines end with and what it starts with. */
function mistyped(start: string, end: string): string {
  return [
    `${start}aiplan: 1`,
    "kind: catalog",
    "name: org",
    "roles:",
    '  sre: {contact: "🚀 Zoë 日本", deptuy: sre}',
    "",
  ].join(end);
}

describe("aiplan check --format json", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  it("prints a document of the shape that the guide describes, and nothing else", async () => {
    const cwd = folderWith({
      "org.aiplan": "aiplan: 1\nkind: catalog\nname: org\nroles:\n  sre: {contact: sre@example.com}\n",
      "plan.aiplan": "aiplan: 1\nimports: [./org.aiplan]\nroles:\n  sre: {contact: me}\nownr: sre\n",
    });
    const inFolder = await checkJson([".", "gone.aiplan"], { cwd });
    assert.equal(inFolder.stderr, "gone.aiplan: There is no such file or folder.\n");
    for (const { stdout } of [inFolder, await checkJson(["examples"])]) expectShape(JSON.parse(stdout));
    assert.deepEqual(
      inFolder.files.map(({ path, stage }) => [path, stage]),
      [
        ["org.aiplan", null],
        ["plan.aiplan", "proposal"],
      ],
    );
    const [duplicate] = findingsOf(inFolder, "duplicate-definition");
    assert.deepEqual(duplicate?.related[0]?.path, "org.aiplan");
    assert.deepEqual(duplicate?.related[0]?.range.start, { line: 4, character: 2 });
  });

  it("prints a document also where nothing could be checked", async () => {
    const { code, stdout } = await checkJson(["gone.aiplan"], { cwd: folderWith({}) });
    assert.equal(code, 2);
    expectShape(JSON.parse(stdout));
  });

  it("counts in the summary what is in the files", async () => {
    const { files, summary } = await checkJson(["examples"]);
    const count = (severity: string) =>
      files.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
    assert.deepEqual(summary, {
      plans: files.filter(({ stage }) => stage !== null).length,
      catalogs: files.filter(({ stage }) => stage === null).length,
      ignored: 0,
      unchanged: 0,
      unreadable: 0,
      errors: count("error"),
      warnings: count("warning"),
      infos: count("info"),
      hints: count("hint"),
    });
  });

  it("gives the places of other files in their own lines", async () => {
    const cwd = folderWith({
      "aiplan.config.yaml": "ignore: []\nrules:\n  no-such-rule: off\n",
      "a.aiplan": "aiplan: 1\n",
    });
    const [finding] = findingsOf(await checkJson([], { cwd }), "invalid-config");
    assert.deepEqual(finding?.related[0]?.path, "aiplan.config.yaml");
    assert.deepEqual(finding?.related[0]?.range, {
      start: { line: 2, character: 2 },
      end: { line: 2, character: 14 },
    });
  });

  describe("positions", () => {
    for (const [what, end] of [
      ["LF", "\n"],
      ["CRLF", "\r\n"],
    ] as const)
      it(`count UTF-16 units from zero, with emoji and ${what}, a byte order mark left out`, async () => {
        const cwd = folderWith({ "plain.aiplan": mistyped("", end), "marked.aiplan": mistyped("\ufeff", end) });
        const { files } = await checkJson([], { cwd });
        for (const { findings } of files) {
          assert.deepEqual(
            findings.map(({ rule, range }) => [rule, range]),
            // Before the key stand 29 characters, of which the emoji counts two.
            [["unknown-key", { start: { line: 4, character: 30 }, end: { line: 4, character: 36 } }]],
          );
          assert.equal(textAt(mistyped("", end), findings[0]!.range), "deptuy");
        }
      });

    it("are on the first line where a byte order mark stands before it", async () => {
      const cwd = folderWith({ "a.aiplan": "\ufeffaiplam: 1\nkind: catalog\nname: org\n" });
      const [finding] = findingsOf(await checkJson([], { cwd }), "unknown-key");
      assert.deepEqual(finding?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 6 } });
    });
  });

  describe("fixes", () => {
    for (const [what, end] of [
      ["LF", "\n"],
      ["CRLF", "\r\n"],
    ] as const)
      it(`applied by their ranges give the text without the mistake, with ${what}`, async () => {
        const text = mistyped("", end);
        const cwd = folderWith({ "org.aiplan": text });
        const [finding] = findingsOf(await checkJson([], { cwd }), "unknown-key");
        const fixed = applyReported(text, finding!.fixes[0]!.edits);
        assert.equal(fixed, text.replace("deptuy", "deputy"));
      });

    it("for a section that is missing insert it where the language has it, and the finding is gone", async () => {
      const text = readFileSync(join(REPOSITORY, BROKEN), "utf8");
      const [finding] = findingsOf(await checkJson([BROKEN]), "missing-success-criteria");
      const fixed = applyReported(text, finding!.fixes[0]!.edits);
      const input = { input: fixed };
      const report = await checkJson(["--stdin", "--stdin-path", BROKEN], input);
      assert.deepEqual(findingsOf(report, "missing-success-criteria"), []);
      assert.ok(findingsOf(report, "placeholder-left").length > 0);
      assert.deepEqual(findingsOf(report, "yaml-syntax"), []);
    });
  });

  describe("examples", () => {
    const ofSeverity = ({ findings }: ReportedFile, ...severities: string[]) =>
      findings.filter(({ severity }) => severities.includes(severity));

    it("ticket-routing has no errors and no warnings", async () => {
      const { code, files } = await checkJson(["--fail-on", "warning", "examples/ticket-routing"]);
      assert.deepEqual(
        files.map((file) => [file.path, file.stage, ofSeverity(file, "error", "warning")]),
        [
          ["examples/ticket-routing/org.aiplan", null, []],
          ["examples/ticket-routing/ticket-routing.aiplan", "pilot", []],
        ],
      );
      assert.equal(code, 0);
    });

    it("broken has exactly the three mistakes that its README names, and their summary", async () => {
      const text = readFileSync(join(REPOSITORY, BROKEN), "utf8");
      const { code, files } = await checkJson(["examples/broken"]);
      assert.deepEqual(
        ofSeverity(files[0]!, "error", "warning").map(({ rule, severity, range, fixes }) => [
          rule,
          severity,
          range.start.line,
          textAt(text, range),
          fixes[0]?.title,
        ]),
        [
          ["missing-success-criteria", "error", 3, "pilot", "Insert `success-criteria`"],
          ["stage-not-earned", "warning", 3, "pilot", undefined],
          ["pilot-only-data-source", "warning", 85, "pilot", "Insert `production-source`"],
          [
            "undefined-escalation-path",
            "error",
            134,
            "finance-escalation",
            "Create the escalation path `finance-escalation`",
          ],
        ],
      );
      assert.equal(code, 1);
    });
  });

  it("is the same each time", async () => {
    const [one, other] = await Promise.all([
      checkJson(["examples"]),
      checkJson(["examples/ticket-routing", "examples"]),
    ]);
    assert.equal(one.stdout, other.stdout);
    assert.notEqual(one.stdout, (await aiplan(["check", "--format", "json", "examples/broken"])).stdout);
  });
});
