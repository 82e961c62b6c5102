import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Invocation, Result } from "sarif";
import { sarifFormat } from "../../cli/src/format/sarif/index.ts";
import { applyReported, checkJson, folderWith, REPOSITORY, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { expectGolden } from "./goldens.ts";
import { nastyFolder } from "./nasty.ts";
import { repositoryWith } from "./repository.ts";
import { checkSarif, editsOf, placeOf, readSarif } from "./sarif.ts";

/** A plan of whose unknown keys one is ignored, one is accepted by a waiver, and one is neither. */
const SILENCED = `aiplan: 1
name: triage
stage: proposal
outcome:
  # aiplan-ignore unknown-key: another tool reads it
  sponsor: Maria
  budget: large
  weather: fine
waivers:
  unknown-key: {at: outcome.budget, reason: Gone in May, approved-by: ops, expires: 2026-08-31}
roles: {ops: {contact: ops@example.com}}
`;
const OFF = "rules: {missing-key: off}\n";

function fingerprints(results: readonly Result[]): string[] {
  return results.map(({ partialFingerprints }) => partialFingerprints!["aiplan/v1"]!);
}

describe("aiplan check --format sarif", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  it("reports examples/broken as in the golden", async () => {
    const { stdout } = await checkSarif(["examples/broken"]);
    expectGolden("broken.sarif", `${JSON.stringify(JSON.parse(stdout), null, 1)}\n`);
  });

  it("says the same as the JSON report, fixes included", async () => {
    const text = readFileSync(join(REPOSITORY, "examples/broken/invoice-triage.aiplan"), "utf8");
    const { files } = await checkJson(["examples/broken"]);
    const { results, run } = await checkSarif(["examples/broken"]);
    const findings = files.flatMap(({ path, findings }) => findings.map((finding) => ({ path, ...finding })));
    assert.deepEqual(
      results.map((result) => [run.tool.driver.rules![result.ruleIndex!]!.id, placeOf(result), result.message.text]),
      findings.map(({ path, rule, range: { start }, message }) => [
        rule,
        `${path}:${start.line + 1}:${start.character + 1}`,
        message,
      ]),
    );
    const fixed = (edits: Parameters<typeof applyReported>[1]) => applyReported(text, edits);
    assert.deepEqual(
      results.map(({ fixes }) => fixes?.map((fix) => fixed(editsOf(fix))) ?? []),
      findings.map(({ fixes }) => fixes.map(({ edits }) => fixed(edits))),
    );
  });

  it("gives every rule what GitHub asks for, within its limits", async () => {
    const { run } = await checkSarif(["examples/before", "examples/broken"]);
    assert.ok(run.tool.driver.rules!.length > 30);
    for (const { id, shortDescription, fullDescription, help, properties, defaultConfiguration } of run.tool.driver
      .rules!) {
      for (const text of [shortDescription?.text, fullDescription?.text])
        assert.ok(text && text.length <= 1024 && !text.includes("\n"), `${id}: ${text}`);
      assert.ok(help?.text && help.markdown && !help.text.includes("**"), id);
      assert.ok(properties!.tags!.length >= 2 && properties!.tags!.length <= 20);
      assert.match(defaultConfiguration!.level!, /^(?:error|warning|note)$/);
    }
  });

  it("shows what is silenced with what silences it", async () => {
    const cwd = folderWith({ "aiplan.config.yaml": OFF, "triage.aiplan": SILENCED });
    const { results } = await checkSarif([], { cwd });
    const brief = (suppressions: Result["suppressions"]) =>
      suppressions!.map(({ kind, status, justification, location }) => [
        kind,
        status,
        justification,
        location!.physicalLocation!.artifactLocation!.uri,
        location!.physicalLocation!.region?.startLine,
      ]);
    const off = results.filter(({ ruleId }) => ruleId === "missing-key");
    assert.deepEqual(brief(off[0]!.suppressions), [
      ["external", "accepted", "Its rule is switched off in aiplan.config.yaml.", "aiplan.config.yaml", undefined],
    ]);
    assert.deepEqual(
      results
        .filter(({ ruleId }) => ruleId === "unknown-key")
        .map((result) => [placeOf(result), result.level, ...brief(result.suppressions)]),
      [
        [
          "triage.aiplan:7:3",
          "note",
          ["inSource", "accepted", "Gone in May. Accepted by ops until 2026-08-31.", "triage.aiplan", 10],
        ],
        ["triage.aiplan:8:3", "warning"],
        ["triage.aiplan:6:3", "warning", ["inSource", "accepted", "another tool reads it", "triage.aiplan", 5]],
      ],
    );
  });

  it("obeys nothing that is nasty, and says what could not be read", async () => {
    const { code, run, results, stdout } = await checkSarif(["."], { cwd: nastyFolder() });
    assert.equal(code, 2);
    assert.ok(!stdout.includes("##"));
    assert.ok(results.every(({ message }) => !/(?<!\\)\]\(/.test(message.text!)));
    assert.equal(
      results[0]!.locations![0]!.physicalLocation!.artifactLocation!.uri,
      "%3A%3Aerror%20file%3Da%2Cline%3D1%3A%3A%250A%20%3C/testsuite%3E%20%7C.aiplan",
    );
    const [invocation] = run.invocations!;
    assert.equal(invocation!.executionSuccessful, false);
    const [notification, ...others] = invocation!.toolExecutionNotifications!;
    assert.deepEqual(others, []);
    assert.match(notification!.message.text!, /binary content/);
    assert.equal(
      notification!.locations![0]!.physicalLocation!.artifactLocation!.uri,
      "%3A%3Awarning%3A%3Aunreadable.aiplan",
    );
  });

  it("names files from the root of the repository, wherever in it the command is started; others by whole addresses", async () => {
    const files = { "plans/a b.aiplan": "aiplan: 1\nkind: catalog\nname: a\nx: 1\n" };
    const cwd = folderWith({ ".git/HEAD": "", ...files });
    const runs = [await checkSarif([], { cwd }), await checkSarif(["."], { cwd: `${cwd}/plans` })];
    const places = runs.map(({ results }) => results[0]!.locations![0]!.physicalLocation!.artifactLocation);
    assert.deepEqual(places, Array(2).fill({ uri: "plans/a%20b.aiplan", uriBaseId: "%SRCROOT%" }));
    assert.deepEqual(fingerprints(runs[0]!.results), fingerprints(runs[1]!.results));
    const elsewhere = await checkSarif([cwd], { cwd: folderWith({ ".git/HEAD": "" }) });
    const { uri, uriBaseId } = elsewhere.results[0]!.locations![0]!.physicalLocation!.artifactLocation!;
    assert.equal(uriBaseId, undefined);
    assert.match(uri!, /^file:\/\/\/.*\/plans\/a%20b\.aiplan$/);
  });

  it("shows what has weakened a plan since a commit, silenced or not, with its rule", async () => {
    const plan = (value: string, why: string) =>
      `aiplan: 1\nname: a\nstage: build\nmilestones: {build-start: 2025-03-02}\nmetrics: {right: {kind: quality, unit: percent, direction: higher}}\nsuccess-criteria:\n  agreed: 2025-02-06\n  targets:\n    ${why}\n    right: {month-1: ${value}, month-6: 95%}\n`;
    const ignored = "# aiplan-ignore goalposts-moved: measured anew";
    const off = "rules: {goalposts-moved: off}\n";
    for (const [why, config, suppressed] of [
      ["# why", "", []],
      [ignored, "", ["measured anew"]],
      ["# why", off, ["Its rule is switched off in aiplan.config.yaml."]],
    ] as const) {
      const cwd = repositoryWith({ "a.aiplan": plan("90%", "# why"), "aiplan.config.yaml": config });
      writeFileSync(join(cwd, "a.aiplan"), plan("80%", why));
      const { run, results } = await checkSarif(["--against", "HEAD"], { cwd });
      const [moved, ...others] = results.filter(({ ruleId }) => ruleId === "goalposts-moved");
      assert.deepEqual(others, []);
      assert.equal(run.tool.driver.rules![moved!.ruleIndex!]!.id, "goalposts-moved");
      assert.deepEqual(
        moved!.suppressions!.map(({ justification }) => justification),
        suppressed,
      );
    }
  });

  it("without anything found is whole all the same", async () => {
    const { code, run, results } = await checkSarif([], {
      cwd: folderWith({ "a.aiplan": "aiplan: 1\nkind: catalog\n" }),
    });
    assert.deepEqual([code, results], [0, []]);
    assert.equal(run.invocations![0]!.executionSuccessful, true);
    assert.throws(() => readSarif('{"version":"2.1.0","runs":[{"results":[{"level":"bad"}]}]}'), /level/);
  });
});

describe("fingerprints", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  it("are the same after edits elsewhere, and no two of a run are", async () => {
    const name = "fraud-review.aiplan";
    const text = readFileSync(join(REPOSITORY, "examples/before", name), "utf8");
    const found = async (content: string) =>
      fingerprints((await checkSarif([], { cwd: folderWith({ [name]: content }) })).results).sort();
    const before = await found(text);
    assert.ok(before.length > 10);
    assert.equal(new Set(before).size, before.length);
    assert.deepEqual(await found(`# a comment\n\n${text.replaceAll("\n", "\r\n")}`), before);
  });

  it("tell equal findings of one place apart, and plans of one text", async () => {
    const text = "aiplan: 1\nkind: catalog\nname: a\nroles:\n  ops: {x: 1}\n  ops: {x: 1}\n";
    const { results } = await checkSarif([], { cwd: folderWith({ "a.aiplan": text, "b.aiplan": text }) });
    const all = fingerprints(results);
    assert.ok(all.length >= 4, String(all.length));
    assert.equal(new Set(all).size, all.length);
  });
});

describe("aiplan check --format github-sarif", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  it("leaves out what is silenced or accepted, which GitHub would show as open", async () => {
    const cwd = folderWith({ "aiplan.config.yaml": OFF, "triage.aiplan": SILENCED });
    const { results } = await checkSarif([], { cwd }, "github-sarif");
    const unknown = results.filter(({ ruleId }) => ruleId === "unknown-key");
    assert.deepEqual(unknown.map(placeOf), ["triage.aiplan:8:3"]);
    assert.ok(
      results.length > 1 && results.every(({ ruleId, suppressions }) => ruleId !== "missing-key" && !suppressions),
    );
  });
});

describe("a rule that fails", () => {
  it("is no result about the plan, but makes the run unsuccessful", () => {
    const at = { line: 0, character: 0 };
    const failed = {
      rule: "missing-key",
      severity: "warning",
      message: "The rule `missing-key` failed.",
      place: { path: "a.aiplan", range: { start: at, end: at } },
      identity: { plan: "a.aiplan", at: "", before: 0 },
      related: [],
      fixes: [],
      ruleFailed: true,
    } as const;
    const format = sarifFormat({ cwd: REPOSITORY, failOn: "error", colours: false, width: 80 });
    const counts = { plans: 1, catalogs: 0, ignored: 0, unchanged: 0, unreadable: 0 };
    const text =
      format.start() +
      format.file({ path: "a.aiplan", kind: "plan", stage: "build", findings: [failed] }) +
      format.end({ ...counts, findings: { error: 0, warning: 1, info: 0, hint: 0 } });
    const { results, invocations } = readSarif(text);
    assert.deepEqual(results, []);
    const [{ executionSuccessful, toolExecutionNotifications }] = invocations as [Invocation];
    assert.equal(executionSuccessful, false);
    assert.deepEqual(
      toolExecutionNotifications?.map(({ message, associatedRule }) => [message.text, associatedRule?.id]),
      [["The rule `missing-key` failed.", "missing-key"]],
    );
  });
});
