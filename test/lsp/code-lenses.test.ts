import assert from "node:assert/strict";
import type { CodeLens } from "vscode-languageserver-protocol";
import { type ClientOptions, LspClient, until } from "../harness/lsp-client.ts";

const ORG = "kind: catalog\nroles:\n  🚨: {contact: b}\n  sre: {contact: a}\n";
const PLAN = "imports: [./org.aiplan]\nstage: proposal\nowner: sre\n";
const CAPABILITIES = {
  textDocument: { codeLens: {} },
  workspace: { codeLens: { refreshSupport: true }, configuration: true },
};
const COMMANDS = ["aiplan.showReferences", "aiplan.showReadiness"];

describe("code lenses", () => {
  let client: LspClient;
  let uri: string;
  const start = async (options: ClientOptions = {}) => {
    client = await LspClient.start({
      capabilities: CAPABILITIES,
      initializationOptions: { commands: COMMANDS },
      files: { "org.aiplan": ORG },
      ...options,
    });
    uri = await client.open("plan.aiplan", PLAN);
  };
  afterEach(() => client.stop());

  const ask = (document = uri) =>
    client.request<CodeLens[] | null>("textDocument/codeLens", { textDocument: { uri: document } });
  const titles = async (document = uri) => (await ask(document))?.map(({ command }) => command?.title);

  it("say at the stage how the plan stands, and lead to its findings", async () => {
    await start();
    const [lens, ...more] = (await ask())!;
    assert.deepEqual(more, []);
    assert.deepEqual(lens?.range, { start: { line: 1, character: 7 }, end: { line: 1, character: 15 } });
    assert.match(
      lens?.command?.title ?? "",
      /^Readiness \d+\/100 · earns no stage yet, claims proposal · \d+ to settle$/,
    );
    assert.deepEqual([lens?.command?.command, lens?.command?.arguments], ["aiplan.showReadiness", [uri]]);
  });

  it("count in a catalog the uses in the plans that are open, as these are edited, opened and closed", async () => {
    await start();
    const org = await client.open("org.aiplan", ORG);
    const [lens, ...more] = (await ask(org))!;
    assert.deepEqual(more, []);
    const range = { start: { line: 3, character: 2 }, end: { line: 3, character: 5 } };
    const use = { uri, range: { start: { line: 2, character: 7 }, end: { line: 2, character: 10 } } };
    const command = { title: "1 use", command: "aiplan.showReferences", arguments: [org, range.start, [use]] };
    assert.deepEqual(lens, { range, command });
    const refreshed = client.refreshesOf("codeLens");
    await client.change(uri, { text: `${PLAN}roles: {lead: {contact: a, deputy: sre}}\n` });
    await until("a refresh", () => client.refreshesOf("codeLens") > refreshed || undefined);
    assert.deepEqual(await titles(org), ["2 uses"]);
    await client.open("second.aiplan", PLAN);
    assert.deepEqual(await titles(org), ["3 uses in 2 files"]);
    await client.close(uri);
    assert.deepEqual(await titles(org), ["1 use"]);
  });

  it("count the uses in plans that are not open too, as they change on disk", async () => {
    client = await LspClient.start({ capabilities: CAPABILITIES, files: { "org.aiplan": ORG, "closed.aiplan": PLAN } });
    const org = await client.open("org.aiplan", ORG);
    assert.deepEqual(await titles(org), ["1 use"]);
    const refreshed = client.refreshesOf("codeLens");
    client.write("closed.aiplan", `${PLAN}roles: {lead: {contact: a, deputy: sre}}\n`);
    await client.changedOnDisk("closed.aiplan");
    await until("a refresh", () => client.refreshesOf("codeLens") > refreshed || undefined);
    assert.deepEqual(await titles(org), ["2 uses"]);
  });

  it("are words alone for a client that has not said which commands it can run", async () => {
    await start({ initializationOptions: { commands: "aiplan.showReferences" } });
    const org = await client.open("org.aiplan", ORG);
    assert.deepEqual((await ask(org))?.[0]?.command, { title: "1 use", command: "" });
    assert.equal((await ask())?.[0]?.command?.command, "");
  });

  it("are those that the author wants", async () => {
    await start({ settings: { codeLens: "readiness" } });
    const org = await client.open("org.aiplan", ORG);
    assert.deepEqual(await ask(org), []);
    assert.equal((await ask())?.length, 1);
    client.settings = { codeLens: "off" };
    await client.notify("workspace/didChangeConfiguration", { settings: {} });
    assert.equal(await ask(), null);
  });

  it("are asked for again by nobody else while a plan that is alone is edited", async () => {
    const diagnostics = { refreshSupport: true };
    const textDocument = { ...CAPABILITIES.textDocument, diagnostic: {} };
    await start({ capabilities: { textDocument, workspace: { ...CAPABILITIES.workspace, diagnostics } } });
    await client.request("workspace/diagnostic", { previousResultIds: [] });
    const { refreshes } = client;
    await client.change(uri, { text: `# Ours\n${PLAN}` });
    // What is told of it comes later than that there are other lenses would.
    await until("a refresh of diagnostics", () => client.refreshes > refreshes || undefined);
    assert.equal(client.refreshesOf("codeLens"), 0);
  });

  it("are not offered to a client that does not know them, nor asked of a document that is not open", async () => {
    await start();
    assert.equal(await ask(client.uri("org.aiplan")), null);
    await client.stop();
    client = await LspClient.start();
    assert.equal(client.initialized.capabilities.codeLensProvider, undefined);
  });
});
