import assert from "node:assert/strict";
import {
  DEFAULT_CONFIG,
  loadWorkspace,
  type ReadOutcome,
  type ReadProblem,
  readPlanFile,
  rules,
  runRules,
} from "@aiplan/core";
import { check, type Files, load, ROOT } from "../../harness/check.ts";

const catalog = (body = "") => `kind: catalog\n${body}`;
const role = (id: string) => `roles:\n  ${id}: {contact: ${id}@example.com}\n`;

/** Rule and marked text of what is said about imports and ids. */
async function said(files: Files, name = "plan.aiplan"): Promise<string[]> {
  const about = /^(?:import-|undefined-reference|duplicate-definition)/;
  return (await check(files, name))
    .filter(({ rule }) => about.test(rule))
    .map(({ rule, place }) => `${rule} ${(files[name] ?? "").slice(place.start, place.end)}`);
}

async function problems(files: Files, name = "plan.aiplan"): Promise<(string | undefined)[]> {
  return (await load(files, name)).imports.map(({ problem }) => problem);
}

/** None of these plans links to a file that is no catalog. */
const probe = (): never => assert.fail("a file was looked for");

describe("imports", () => {
  it("lend what a catalog and its own imports define", async () => {
    const files = {
      "plan.aiplan": "imports: [./shared/org.aiplan]\nowner: ops\nmonitoring: {active-from: 2026-01-01}\n",
      "shared/org.aiplan": catalog("imports: [../people.aiplan]\n"),
      "people.aiplan": catalog(role("ops")),
    };
    assert.deepEqual(await said(files), []);
    const { catalogs } = await load(files, "plan.aiplan");
    assert.deepEqual(
      catalogs.map(({ uri }) => uri.slice(ROOT.length + 1)),
      ["shared/org.aiplan", "people.aiplan"],
    );
  });

  it("start at the folder of their file, or with a slash at the workspace", async () => {
    const files = {
      "plans/a/plan.aiplan": "imports: [org.aiplan, ../b.aiplan, /c.aiplan]\n",
      "plans/a/org.aiplan": catalog(),
      "plans/b.aiplan": catalog(),
      "c.aiplan": catalog(),
    };
    assert.deepEqual(await problems(files, "plans/a/plan.aiplan"), [undefined, undefined, undefined]);
  });

  it("that can't be followed say why, and silence what is said of undefined ids", async () => {
    for (const [path, problem] of [
      ["./missing.aiplan", "not-found"],
      ["../outside.aiplan", "outside"],
      ["./sub/../../outside.aiplan", "outside"],
      ["/../outside.aiplan", "outside"],
      ["https://example.com/org.aiplan", "url"],
      ["file:///etc/org.aiplan", "malformed"],
      ["C:\\\\org.aiplan", "malformed"],
      ["//server/org.aiplan", "malformed"],
      ["./other.aiplan", "not-a-catalog"],
    ]) {
      const files = { "plan.aiplan": `imports: ["${path}"]\nowner: ops\n`, "other.aiplan": role("ops") };
      assert.deepEqual(await problems(files), [problem], path);
      assert.deepEqual(await said(files), [`import-not-found "${path}"`]);
    }
  });

  for (const problem of ["not-found", "not-a-file", "unreadable", "too-large", "not-text"] satisfies ReadProblem[])
    it(`name what is wrong with a file that is ${problem}`, async () => {
      const read = async (): Promise<ReadOutcome> => ({ problem });
      const file = readPlanFile(`${ROOT}/plan.aiplan`, "imports: [./org.aiplan]\nowner: ops\n");
      const workspace = await loadWorkspace(file, { root: ROOT, config: DEFAULT_CONFIG, read, probe });
      const messages = runRules(workspace, rules)
        .filter(({ rule }) => rule === "import-not-found" || rule === "undefined-reference")
        .map(({ message }) => message);
      assert.equal(messages.length, 1);
      const words = {
        "not-found": /does not exist/,
        "not-a-file": /is a folder/,
        unreadable: /can't be read/,
        "too-large": /too large/,
        "not-text": /not a text file/,
      };
      assert.match(messages[0] ?? "", words[problem]);
    });

  it("that nobody can reach are not spoken of, and silence what is said of undefined ids", async () => {
    const file = readPlanFile(`${ROOT}/plan.aiplan`, "imports: [./org.aiplan]\nowner: ops\n");
    const read = async (): Promise<ReadOutcome> => ({ problem: "unreachable" });
    const workspace = await loadWorkspace(file, { root: ROOT, config: DEFAULT_CONFIG, read, probe });
    const found = runRules(workspace, rules).map(({ rule }) => rule);
    assert.ok(!found.includes("import-not-found") && !found.includes("undefined-reference"), found.join());
  });

  it("never read what lies outside the workspace, nor the network", async () => {
    const asked: string[] = [];
    const read = async (uri: string): Promise<ReadOutcome> => {
      asked.push(uri);
      return { text: catalog('imports: ["../../up.aiplan", "http://example.com/x", "../in.aiplan"]\n') };
    };
    const text = 'imports: ["../out.aiplan", "https://example.com/x", "//host/x", "sub/org.aiplan"]\n';
    await loadWorkspace(readPlanFile(`${ROOT}/plan.aiplan`, text), { root: ROOT, config: DEFAULT_CONFIG, read, probe });
    assert.deepEqual(asked, [`${ROOT}/sub/org.aiplan`, `${ROOT}/in.aiplan`]);
  });

  it("in a ring end, and name the ring once", async () => {
    const files = {
      "plan.aiplan": "imports: [./a.aiplan]\nowner: ops\n",
      "a.aiplan": catalog("imports: [./b.aiplan]\n"),
      "b.aiplan": catalog(`imports: [./c.aiplan]\n${role("ops")}`),
      "c.aiplan": catalog("imports: [./a.aiplan]\n"),
    };
    assert.deepEqual(await said(files), ["import-cycle ./a.aiplan"]);
    const [finding] = (await check(files, "plan.aiplan")).filter(({ rule }) => rule === "import-cycle");
    assert.match(finding?.message ?? "", /`a.aiplan` imports `b.aiplan` imports `c.aiplan` imports `a.aiplan`/);
    assert.equal(finding?.related[0]?.place.uri, `${ROOT}/c.aiplan`);
    assert.deepEqual(await said({ "plan.aiplan": "imports: [plan.aiplan]\n" }), ["import-cycle plan.aiplan"]);
  });

  it("of a broken catalog's own are reported at the import that leads to it", async () => {
    const files = {
      "plan.aiplan": "imports: [./other.aiplan, ./a.aiplan]\nowner: ops\n",
      "other.aiplan": catalog(),
      "a.aiplan": catalog("imports: [./b.aiplan]\n"),
      "b.aiplan": catalog("imports: [./missing.aiplan]\n"),
    };
    assert.deepEqual(await said(files), ["import-not-found ./a.aiplan"]);
  });

  it("reached on two ways count once", async () => {
    const files = {
      "plan.aiplan": "imports: [./a.aiplan, ./b.aiplan, ./a.aiplan]\nowner: ops\n",
      "a.aiplan": catalog(`imports: [./b.aiplan]\n`),
      "b.aiplan": catalog(role("ops")),
    };
    assert.deepEqual(await said(files), []);
    assert.equal((await load(files, "plan.aiplan")).catalogs.length, 2);
  });

  it("of a catalog whose section is broken silence what is said of its ids", async () => {
    const files = (indent: string) => ({
      "plan.aiplan": "imports: [./org.aiplan]\nowner: ops\ndecisions: {go-live: {accountable: lead}}\n",
      "org.aiplan": catalog(`${role("ops")}${indent}head: {contact: head@example.com}\n`),
    });
    assert.deepEqual(await said(files("  ")), ["undefined-reference lead"]);
    assert.deepEqual(await said(files("\t")), []);
  });
});

describe("an id defined twice", () => {
  it("shows both places", async () => {
    const files = {
      "plan.aiplan": `imports: [./org.aiplan]\n${role("ops")}`,
      "org.aiplan": catalog(role("ops")),
    };
    const [finding, ...others] = (await check(files, "plan.aiplan")).filter(
      ({ rule }) => rule === "duplicate-definition",
    );
    assert.deepEqual(others, []);
    const text = (uri: string) => files[uri.slice(ROOT.length + 1) as keyof typeof files];
    const places = [finding!.place, ...finding!.related.map(({ place }) => place)].map(
      ({ uri, start, end }) => `${uri.slice(ROOT.length + 1)} ${text(uri).slice(start, end)}`,
    );
    assert.deepEqual(places, ["plan.aiplan ops", "org.aiplan ops"]);
  });

  it("in two catalogs is reported at the import that brought the second, both places shown", async () => {
    const files = {
      "plan.aiplan": "imports: [./a.aiplan, ./b.aiplan]\n",
      "a.aiplan": catalog(role("ops")),
      "b.aiplan": catalog("imports: [./c.aiplan]\n"),
      "c.aiplan": catalog(role("ops")),
    };
    assert.deepEqual(await said(files), ["duplicate-definition ./b.aiplan"]);
    const [finding] = (await check(files, "plan.aiplan")).filter(({ rule }) => rule === "duplicate-definition");
    assert.deepEqual(
      finding?.related.map(({ place }) => place.uri),
      [`${ROOT}/a.aiplan`, `${ROOT}/c.aiplan`],
    );
  });

  it("is no duplicate where the kinds differ", async () => {
    const text = `${role("ops")}metrics:\n  ops: {kind: cost, unit: EUR, direction: lower}\n`;
    assert.deepEqual(await said({ "plan.aiplan": text }), []);
  });
});
