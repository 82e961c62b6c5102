import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { LspClient, positionOf, rulesOf, until } from "../harness/lsp-client.ts";

const CATALOG = "aiplan: 1\nkind: catalog\nname: org\n";
const ORG = `${CATALOG}roles: {sre: {contact: a}}\n`;
const TEAM = `${CATALOG}imports: [./org.aiplan]\nsystems: {crm: {owner: sre}}\n`;
const MISSPELT = `${CATALOG}rolls: {}\n`;

describe("what surrounds a plan", () => {
  let client: LspClient;
  afterEach(() => client.stop());

  it("catalogs are read from disk, and again when they change there", async () => {
    client = await LspClient.start({ files: { "org.aiplan": ORG } });
    const uri = await client.open("team.aiplan", TEAM);
    assert.deepEqual(rulesOf(await client.pushed(uri)), []);
    client.write("org.aiplan", `${CATALOG}roles: {someone: {contact: a}}\n`);
    await client.changedOnDisk("org.aiplan");
    assert.deepEqual(rulesOf(await client.pushed(uri, (found) => found.length > 0)), ["undefined-reference"]);
  });

  it("a catalog that is open counts as it is in the editor, until it is closed", async () => {
    client = await LspClient.start({ files: { "org.aiplan": ORG } });
    const uri = await client.open("team.aiplan", TEAM);
    await client.pushed(uri, (found) => found.length === 0);
    const org = await client.open("org.aiplan", ORG);
    await client.change(org, { text: CATALOG });
    assert.deepEqual(rulesOf(await client.pushed(uri, (found) => found.length > 0)), ["undefined-reference"]);
    await client.close(org);
    await client.pushed(uri, (found) => found.length === 0);
  });

  it("nothing is read outside of the folder, by path or by symbolic link", async function () {
    client = await LspClient.start();
    const outside = await LspClient.start({ files: { "org.aiplan": ORG } });
    try {
      symlinkSync(join(outside.folder, "org.aiplan"), join(client.folder, "linked.aiplan"));
    } catch {
      this.skip(); // Windows asks for a privilege to link
    }
    try {
      for (const path of [`../${basename(outside.folder)}/org.aiplan`, "./linked.aiplan"]) {
        const uri = await client.open("team.aiplan", TEAM.replace("./org.aiplan", path));
        assert.deepEqual(rulesOf(await client.pushed(uri, (found) => found.length > 0)), ["import-not-found"]);
        const owner = positionOf(TEAM, "sre");
        assert.equal(await client.request("textDocument/definition", { textDocument: { uri }, position: owner }), null);
        await client.close(uri);
        await client.pushed(uri, (found) => found.length === 0);
      }
    } finally {
      await outside.stop();
    }
  });

  it("the nearest configuration file counts, and its changes are seen", async () => {
    client = await LspClient.start({
      files: { "aiplan.config.yaml": "rules: {unknown-key: error}\n", "sub/aiplan.config.yaml": "rules: {}\n" },
    });
    const uri = await client.open("plans/org.aiplan", MISSPELT);
    assert.equal((await client.pushed(uri))[0]?.severity, 1);
    const below = await client.open("sub/org.aiplan", MISSPELT);
    assert.equal((await client.pushed(below))[0]?.severity, 2);
    client.write("aiplan.config.yaml", "rules: {unknown-key: off}\n");
    await client.changedOnDisk("aiplan.config.yaml");
    await client.pushed(uri, (found) => found.length === 0);
    mkdirSync(join(client.folder, "plans"), { recursive: true });
    client.write("plans/aiplan.config.yaml", "rules: {unknown-key: hint}\n");
    await client.changedOnDisk("plans/aiplan.config.yaml");
    await client.pushed(uri, ([first]) => first?.severity === 4);
  });

  it("a configuration that makes no sense is told of, with the place in it", async () => {
    client = await LspClient.start({
      capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
      files: { "aiplan.config.yaml": "# ours\nrules:\n  no-such-rule: off\n" },
    });
    const found = (await client.pushed(await client.open("plan.aiplan", "aiplan: 1\n"))).find(
      ({ code }) => code === "invalid-config",
    );
    assert.ok(found);
    assert.deepEqual(found.relatedInformation?.[0]?.location, {
      uri: client.uri("aiplan.config.yaml"),
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 14 } },
    });
  });

  it("plans that the configuration ignores have no findings", async () => {
    client = await LspClient.start({ files: { "aiplan.config.yaml": "ignore: [drafts, '**/*.old.aiplan']\n" } });
    const found = async (path: string) => client.pushed(await client.open(path, MISSPELT));
    assert.equal((await found("plans/drafts/org.aiplan")).length, 1);
    assert.equal((await found("drafts/deep/org.aiplan")).length, 0);
    assert.equal((await found("plans/org.old.aiplan")).length, 0);
  });

  it("settings come before the configuration file where the client answers for them", async () => {
    client = await LspClient.start({
      capabilities: { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } },
      files: { "aiplan.config.yaml": "rules: {unknown-key: error}\n" },
      settings: { rules: { "unknown-key": "info", nonsense: 7 } },
    });
    const uri = await client.open("org.aiplan", MISSPELT);
    assert.equal((await client.pushed(uri))[0]?.severity, 3);
    await until("a registration", () => client.registered.find((one) => one === "workspace/didChangeConfiguration"));
    client.settings = { rules: { "unknown-key": "off" } };
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.pushed(uri, (found) => found.length === 0);
  });

  it("settings that are sent count where the client does not answer for them", async () => {
    client = await LspClient.start();
    const uri = await client.open("org.aiplan", MISSPELT);
    await client.pushed(uri, (found) => found.length === 1);
    const settings = { aiplan: { rules: { "unknown-key": "off" } } };
    await client.notify("workspace/didChangeConfiguration", { settings });
    await client.pushed(uri, (found) => found.length === 0);
  });

  it("without a folder, the project around a file is its workspace", async () => {
    client = await LspClient.start({
      withFolder: false,
      files: { "aiplan.config.yaml": "rules: {}\n", "org.aiplan": ORG },
    });
    const uri = await client.open("deep/team.aiplan", TEAM.replace("./org.aiplan", "/org.aiplan"));
    assert.deepEqual(rulesOf(await client.pushed(uri)), []);
  });

  it("a plan that was never saved stands in the folder", async () => {
    client = await LspClient.start({ files: { "org.aiplan": ORG } });
    const uri = await client.open("", TEAM, "aiplan", "untitled:Untitled-1");
    assert.deepEqual(rulesOf(await client.pushed(uri)), []);
    const [target] = await client.request<{ uri: string }[]>("textDocument/definition", {
      textDocument: { uri },
      position: { line: 4, character: 25 },
    });
    assert.equal(target?.uri, client.uri("org.aiplan"));
  });

  it("where nothing can be read from disk, nobody is told that catalogs are missing", async () => {
    client = await LspClient.start({ withFolder: false });
    const uri = await client.open("", TEAM, "aiplan", "vscode-vfs://github/org/plans/team.aiplan");
    assert.deepEqual(rulesOf(await client.pushed(uri)), []);
    await client.open("", CATALOG, "aiplan", "vscode-vfs://github/org/plans/org.aiplan");
    assert.deepEqual(rulesOf(await client.pushed(uri, (found) => found.length > 0)), ["undefined-reference"]);
  });

  it("a configuration counts that is above the folder, up to that of the repository", async () => {
    client = await LspClient.start({ withFolder: false });
    client.write("aiplan.config.yaml", "rules: {unknown-key: hint}\n");
    client.write("repository/.git/HEAD", "");
    client.write("repository/aiplan.config.yaml", "rules: {unknown-key: error}\n");
    client.write("other/.git/HEAD", "");
    const folders = ["repository/plans", "other/plans"].map((path) => ({ uri: client.uri(path), name: path }));
    await client.notify("workspace/didChangeWorkspaceFolders", { event: { added: folders, removed: [] } });
    const level = async (path: string) => (await client.pushed(await client.open(path, MISSPELT)))[0]?.severity;
    assert.equal(await level("repository/plans/org.aiplan"), 1);
    assert.equal(await level("other/plans/org.aiplan"), 2);
  });

  it("files are watched where the client can be asked to", async () => {
    client = await LspClient.start({
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
    await until("a registration", () => client.registered.find((one) => one === "workspace/didChangeWatchedFiles"));
  });
});
