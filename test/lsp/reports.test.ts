import assert from "node:assert/strict";
import type { PlanReport } from "@aiplan/report";
import type { CodeAction, CodeLens } from "vscode-languageserver-protocol";
import { type ClientOptions, LspClient, until } from "../harness/lsp-client.ts";

const ORG = "kind: catalog\nroles:\n  sre: {contact: a}\n";
const PLAN = "name: 🚨 routing\nimports: [./org.aiplan]\nstage: pilot\nowner: sre\nmetrics: {⏱: {kind: bussiness}}\n";

describe("reports", () => {
  let client: LspClient;
  let uri: string;
  let told = 0;
  const start = async (options: ClientOptions = {}) => {
    told = 0;
    client = await LspClient.start({ files: { "org.aiplan": ORG }, ...options });
    client.connection.onNotification("aiplan/reportsChanged", () => {
      told++;
    });
    uri = await client.open("plan.aiplan", PLAN);
  };
  afterEach(() => client.stop());

  const ask = (document = uri) =>
    client.request<PlanReport | null>("aiplan/report", { textDocument: { uri: document } });

  it("say of an open plan where it stands, with places that the client knows", async () => {
    await start();
    const report = (await ask())!;
    assert.deepEqual([report.name, report.uri, report.path], ["🚨 routing", uri, "plan.aiplan"]);
    const { readiness } = report;
    assert.equal(readiness.claimed, "pilot");
    assert.equal(readiness.earned, undefined);
    assert.equal(readiness.principles.length, 18);
    const findings = [...readiness.blockers, ...readiness.principles.flatMap((one) => one.findings)];
    const value = findings.find(({ message }) => message.includes("bussiness"));
    assert.equal(value?.uri, uri);
    // The sign before it is one unit in UTF-16.
    assert.deepEqual(value?.range, { start: { line: 4, character: 20 }, end: { line: 4, character: 29 } });
  });

  it("follow each change of the plan, and count columns as was agreed", async () => {
    await start({ capabilities: { general: { positionEncodings: ["utf-8"] } } });
    const before = (await ask())!.readiness;
    const at = (report: PlanReport) =>
      report.readiness.blockers.find(({ message }) => message.includes("bussiness"))?.range.start;
    assert.deepEqual(at((await ask())!), { line: 4, character: 22 });
    await client.change(uri, { text: PLAN.replace("bussiness", "business") });
    const after = (await ask())!;
    assert.equal(at(after), undefined);
    assert.ok(after.readiness.score >= before.score);
    assert.equal(after.readiness.blockers.length < before.blockers.length, true);
  });

  it("have the figures of the lens, and name fixes as code actions do", async () => {
    await start({
      capabilities: {
        textDocument: {
          codeLens: {},
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
        },
      },
    });
    const { readiness } = (await ask())!;
    const [lens] = await client.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } });
    const { score, blockers } = readiness;
    const title = `Readiness ${score}/100 · earns no stage yet, claims pilot · ${blockers.length} to settle`;
    assert.equal(lens?.command?.title, title);
    const fixable = blockers.filter(({ fixes }) => fixes.length > 0);
    assert.ok(fixable.length > 0);
    for (const { range, fixes } of fixable) {
      const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
      const actions = await client.request<CodeAction[]>("textDocument/codeAction", params);
      assert.ok(actions.some(({ title }) => title === fixes[0]));
    }
  });

  it("are none for a catalog, a document that is not open, and a plan that the configuration ignores", async () => {
    await start({ files: { "org.aiplan": ORG, "aiplan.config.yaml": "ignore: [draft.aiplan]\n" } });
    assert.equal(await ask(await client.open("org.aiplan", ORG)), null);
    assert.equal(await ask(client.uri("closed.aiplan")), null);
    assert.equal(await ask(await client.open("draft.aiplan", PLAN)), null);
  });

  it("may have changed with a catalog: who has asked for that is told once, and not of its own edits", async () => {
    await start({ initializationOptions: { reports: true } });
    await ask();
    const org = await client.open("org.aiplan", ORG);
    await until("what opening the catalog has changed", () => told > 0 || undefined);
    await ask();
    told = 0;
    await client.change(uri, { text: `# Ours\n${PLAN}` });
    await ask();
    await client.change(org, { text: ORG.replace("sre", "lead") });
    await until("the notification", () => told > 0 || undefined);
    assert.equal(told, 1);
    assert.ok((await ask())!.readiness.blockers.some(({ message }) => message.includes("sre")));
  });

  it("are spoken of to no other client", async () => {
    await start();
    const org = await client.open("org.aiplan", ORG);
    await ask();
    const sent = client.published.length;
    await client.change(org, { text: ORG.replace("sre", "lead") });
    // Findings are sent after that.
    await until("the findings", () => client.published.length > sent || undefined);
    await client.pushed(uri, (diagnostics) => diagnostics.some(({ message }) => `${message}`.includes("sre")));
    assert.equal(told, 0);
  });
});
