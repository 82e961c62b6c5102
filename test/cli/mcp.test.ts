import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { EXAMPLES } from "../harness/examples.ts";
import { aiplan, applyReported, folderWith, REPOSITORY, type ReportedEdit, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { commit, git } from "./repository.ts";

const CATALOG = "aiplan: 1\nkind: catalog\nname: org\nroles:\n  sre: {contact: sre@example.com}\n";
const BEFORE = readFileSync(join(EXAMPLES, "before/ticket-routing.aiplan"), "utf8");

interface Result {
  readonly isError?: boolean;
  readonly content: readonly { readonly text: string }[];
  // biome-ignore lint/suspicious/noExplicitAny: each tool has a shape of its own, which the client holds against its schema
  readonly structuredContent: any;
}

/** Talks to the command as an assistant does, with the client of the official SDK. */
describe("aiplan mcp", function () {
  this.timeout(60_000);
  let client: Client;
  let errors = "";
  const root = () => join(folder, "root");
  let folder: string;

  before(async () => {
    buildIfStale();
    folder = folderWith({
      "root/plans/before.aiplan": BEFORE,
      "root/plans/org.aiplan": CATALOG,
      "root/secret.yaml": "password: hunter2\n",
      "secret.aiplan": "password: hunter2\n",
      "out/secret.aiplan": "password: hunter2\n",
    });
    git(root(), "init", "-q", "-b", "main");
    commit(root(), {});
    symlinkSync("../secret.aiplan", join(root(), "link.aiplan"));
    symlinkSync("../out", join(root(), "out"));
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [join(REPOSITORY, "cli/bin/aiplan.js"), "mcp", "--root", root()],
      stderr: "pipe",
    });
    transport.stderr?.on("data", (chunk) => {
      errors += chunk;
    });
    client = new Client({ name: "test", version: "1" });
    await client.connect(transport);
  });
  after(async () => {
    await client.close();
    removeFolders();
    assert.equal(errors, "");
  });

  const call = async (name: string, args: Record<string, unknown>) =>
    (await client.callTool({ name, arguments: args })) as unknown as Result;
  const told = async (name: string, args: Record<string, unknown>) => {
    const result = await call(name, args);
    assert.ok(!result.isError, result.content[0]?.text);
    assert.deepEqual(JSON.parse(result.content[0]?.text ?? ""), result.structuredContent);
    return result.structuredContent;
  };
  const refused = async (name: string, args: Record<string, unknown>) => {
    const { isError, content } = await call(name, args);
    assert.equal(isError, true, JSON.stringify(args));
    return content[0]?.text ?? "";
  };

  it("offers five tools that only read, with what they take and give", async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map(({ name }) => name).sort(), ["check", "diff", "explain", "fix", "readiness"]);
    for (const { annotations, inputSchema, outputSchema, description } of tools) {
      assert.equal(annotations?.readOnlyHint, true);
      assert.ok(inputSchema.properties && outputSchema?.properties && (description ?? "").length > 100);
    }
  });

  it("checks a text, and a file", async () => {
    const ofFile = await told("check", { path: "plans/before.aiplan", asOf: "2026-11-23" });
    const ofText = await told("check", { path: "plans/new.aiplan", text: BEFORE, asOf: "2026-11-23" });
    const brief = ({ findings }: { findings: { rule: string; message: string; range: object }[] }) =>
      findings.map(({ rule, message, range }) => ({ rule, message, range }));
    assert.deepEqual(brief(ofText), brief(ofFile));
    assert.ok(ofFile.summary.errors > 3);
    const finding = ofFile.findings.find(({ rule }: { rule: string }) => rule === "undefined-escalation-path");
    assert.equal(finding.fixes[0].title, "Change to `misroute`");
    assert.deepEqual(finding.fixes[0].edits, []);
    const only = await told("check", { text: BEFORE, rules: ["undefined-escalation-path"], edits: true });
    assert.deepEqual([only.findings.length, only.findings[0].fixes[0].edits[0].newText], [1, "misroute"]);
  });

  it("gives edits that put a plan right until a person has to go on, and writes nothing", async () => {
    const first = await told("fix", { path: "plans/before.aiplan", all: true });
    assert.equal(applyReported(BEFORE, first.edits as ReportedEdit[]), first.text);
    assert.ok(first.done.some(({ kind }: { kind: string }) => kind === "repair"));
    assert.equal(first.summary.errors, 0);
    const second = await told("fix", { path: "plans/before.aiplan", text: first.text, all: true });
    assert.deepEqual([second.changed, second.edits, second.done], [false, [], []]);
    const plan = "aiplan: 1\r\nkind: catalog\r\nname: org\r\nrole:\r\n  sre: {contact: a@example.com} # 🚀\r\n";
    const clean = await told("fix", { text: plan });
    assert.equal(applyReported(plan, clean.edits as ReportedEdit[]), plan.replace("role:", "roles:"));
    assert.deepEqual((await told("check", { text: clean.text })).findings, []);
    assert.equal(readFileSync(join(root(), "plans/before.aiplan"), "utf8"), BEFORE);
    assert.deepEqual(readdirSync(join(root(), "plans")).sort(), ["before.aiplan", "org.aiplan"]);
  });

  it("says where a plan stands, with the figures of the report", async () => {
    const { stdout } = await aiplan(["report", "--format", "json", "plans/before.aiplan"], { cwd: root() });
    const { readiness } = JSON.parse(stdout);
    const standing = await told("readiness", { path: "plans/before.aiplan", markdown: true });
    for (const key of ["stage", "claimed", "isReady", "score", "blockers", "next"])
      assert.deepEqual(standing[key], readiness[key], key);
    assert.deepEqual([standing.earned, standing.principles.length], [null, 18]);
    assert.match(standing.markdown, new RegExp(`^# [^]*\\b${readiness.score}\\b`));
    assert.equal((await told("readiness", { text: BEFORE, stage: "production" })).stage, "production");
    assert.match(await refused("readiness", { path: "plans/org.aiplan" }), /A catalog has no readiness of its own/);
  });

  it("explains rules, principles and keys", async () => {
    assert.match((await told("explain", { name: "benchmark-regression" })).markdown, /month/);
    assert.match((await told("explain", { name: "operating-limits.kill-switch" })).markdown, /stop/i);
    assert.match(await refused("explain", { name: "benchmark-regresion" }), /Did you mean benchmark-regression\?/);
  });

  it("says what a change means, of two texts or of a text and its file", async () => {
    const weaker = BEFORE.replace("ceiling: ", "ceiling:   ").replace(/(fallback-modes|title): .*/, "title: Other");
    const { changes } = await told("diff", { path: "plans/before.aiplan", text: weaker });
    assert.equal(changes.length, 1);
    const same = await told("diff", { text: BEFORE.replaceAll("\n", "\r\n"), beforeText: BEFORE });
    assert.deepEqual(same.changes, []);
    assert.match(await refused("diff", { path: "plans/before.aiplan" }), /^Say what to compare with/);
  });

  it("judges a change since a commit, which cannot be read as an option of git", async () => {
    const path = "plans/before.aiplan";
    const raised = BEFORE.replace(/ceiling: ([\d,]+)/, "ceiling: 9$1");
    assert.notEqual(raised, BEFORE);
    const { findings, before } = await told("diff", { path, text: raised, ref: "main" });
    assert.equal(before, "main:plans/before.aiplan");
    assert.deepEqual(
      findings.map(({ rule }: { rule: string }) => rule),
      ["ceiling-raised"],
    );
    for (const ref of ["--output=x", "nope", ""])
      assert.match(await refused("diff", { path, ref }), /commit|ref|name/i);
    assert.match(
      await refused("diff", { path: "plans/new.aiplan", text: "a", ref: "main" }),
      /There is no such file at main/,
    );
    assert.ok(!existsSync(join(root(), "x")));
  });

  it("reads nothing outside of the root, and no file that is no plan", async () => {
    mkdirSync(join(root(), "folder.aiplan"), { recursive: true });
    for (const path of [
      "../secret.aiplan",
      "plans/../../secret.aiplan",
      join(folder, "secret.aiplan"),
      "link.aiplan",
      "out/secret.aiplan",
      `file://${folder}/secret.aiplan`,
      `file://${root()}/plans/org.aiplan`,
      "..%2fsecret.aiplan",
      "secret.yaml",
      ".git/HEAD",
      "folder.aiplan",
      "plans/org.aiplan\0.txt",
      "plans/org\n.aiplan",
      "",
    ])
      for (const tool of ["check", "fix", "diff", "readiness"]) {
        const message = await refused(tool, { path, ...(tool === "diff" ? { beforeText: CATALOG } : {}) });
        assert.doesNotMatch(message, /hunter2|password/, path);
        assert.doesNotMatch(message, /\n {4}at /, path);
      }
    const imports = "aiplan: 1\nimports: [../secret.aiplan, ./out/secret.aiplan, ./link.aiplan, /../secret.aiplan]\n";
    const report = JSON.stringify(await told("check", { path: "a.aiplan", text: imports }));
    assert.doesNotMatch(report, /hunter2|password/);
    assert.match(report, /import-not-found/);
  });

  it("refuses what it cannot use, in a sentence", async () => {
    assert.match(await refused("check", { text: 3 }), /text/);
    assert.match(await refused("check", { text: "a", stage: "launch" }), /stage/);
    assert.match(await refused("check", { text: "a", asOf: "6/7/26" }), /Write a date such as/);
    assert.match(await refused("check", { text: "a", rules: ["no-rule"] }), /no-rule/);
    assert.match(await refused("fix", { text: "a".repeat(500_001) }), /500000|too/i);
    assert.match(await refused("nothing", {}), /nothing/);
    assert.ok((await told("check", { text: "\u0000{[" })).summary.errors > 0);
  });

  it("lends the language reference and a prompt", async () => {
    const { contents } = await client.readResource({ uri: "aiplan://reference" });
    assert.match(String((contents[0] as { text?: string }).text), /success-criteria/);
    const { messages } = await client.getPrompt({
      name: "write-plan",
      arguments: { about: "Sort mail", stage: "build" },
    });
    assert.match(JSON.stringify(messages), /stage `build`.*Sort mail/);
  });

  it("ends when its input does, having answered, and keeps a whole disk closed", async () => {
    const message = (id: number, method: string, params: object) =>
      JSON.stringify({ jsonrpc: "2.0", id, method, params });
    const input = `${message(1, "initialize", { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } })}\n${message(2, "tools/call", { name: "check", arguments: { text: BEFORE } })}\n`;
    const { code, stdout, stderr } = await aiplan(["mcp"], { cwd: root(), input });
    assert.deepEqual([code, stderr, stdout.trimEnd().split("\n").length], [0, "", 2]);
    const open = await aiplan(["mcp", "--root", "/"], { cwd: root() });
    assert.equal(open.code, 2);
    assert.match(open.stderr, /^error: everything on this disk would be open/);
  });
});
