import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { type Capabilities, LspClient, positionOf, rulesOf, until } from "../harness/lsp-client.ts";

const PULLS: Capabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};
const CATALOG = "aiplan: 1\nkind: catalog\nname: org\n";
const MISSPELT = `${CATALOG}rolls: {}\n`;

describe("diagnostics", () => {
  let client: LspClient;
  afterEach(() => client.stop());

  it("are sent to a client that does not ask, with the version they are of", async () => {
    client = await LspClient.start();
    const uri = await client.open("org.aiplan", MISSPELT);
    const [diagnostic] = await client.pushed(uri);
    assert.equal(diagnostic?.code, "unknown-key");
    assert.equal(diagnostic?.source, "aiplan");
    assert.equal(diagnostic?.severity, 2);
    assert.deepEqual(diagnostic?.range, { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } });
    assert.equal(client.published.at(-1)?.version, 1);
  });

  it("are given to a client that asks, and never sent to it", async () => {
    client = await LspClient.start({ capabilities: PULLS });
    const uri = await client.open("org.aiplan", MISSPELT);
    assert.deepEqual(await client.pull(uri), ["unknown-key"]);
    await client.change(uri, { text: CATALOG });
    assert.deepEqual(await client.pull(uri), []);
    await client.close(uri);
    assert.deepEqual(await client.pull(uri), []);
    assert.deepEqual(client.published, []);
  });

  it("are not given again while nothing has changed", async () => {
    client = await LspClient.start({ capabilities: PULLS });
    const uri = await client.open("org.aiplan", MISSPELT);
    const ask = (previousResultId?: string) =>
      client.request<{ kind: string; resultId: string; items?: Diagnostic[] }>("textDocument/diagnostic", {
        textDocument: { uri },
        previousResultId,
      });
    const first = await ask();
    assert.equal(first.kind, "full");
    assert.deepEqual(await ask(first.resultId), { kind: "unchanged", resultId: first.resultId });
    await client.change(uri, { text: `${MISSPELT}\n` });
    const second = await ask(first.resultId);
    assert.equal(second.kind, "full");
    assert.notEqual(second.resultId, first.resultId);
  });

  it("follow incremental edits, several in one change", async () => {
    client = await LspClient.start();
    const uri = await client.open("org.aiplan", MISSPELT);
    await client.pushed(uri, (found) => found.length === 1);
    const start = positionOf(MISSPELT, "rolls");
    const version = await client.change(
      uri,
      { range: { start, end: { ...start, character: 5 } }, text: "x-\u{1F600}" },
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "# first\nsystms: {}\n" },
    );
    const found = await client.pushed(uri, (_, of) => of === version);
    assert.deepEqual(rulesOf(found), ["unknown-key"]);
    assert.deepEqual(found[0]?.range.start, { line: 1, character: 0 });
  });

  it("are sent once for keys that are typed fast, and end up right", async () => {
    client = await LspClient.start();
    const uri = await client.open("org.aiplan", CATALOG);
    await client.pushed(uri);
    const before = client.published.length;
    let version = 0;
    let line = "";
    for (const character of "rolls: {}") {
      const at = { line: 3, character: line.length };
      version = await client.change(uri, { range: { start: at, end: at }, text: character });
      line += character;
    }
    assert.deepEqual(rulesOf(await client.pushed(uri, (_, of) => of === version)), ["unknown-key"]);
    const versions = client.published.slice(before).map((one) => one.version);
    assert.ok(versions.length < version - 1, `one for each key: ${versions}`);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a! - b!),
    );
  });

  it("go when their document is closed", async () => {
    client = await LspClient.start();
    const uri = await client.open("org.aiplan", MISSPELT);
    await client.pushed(uri, (found) => found.length === 1);
    await client.close(uri);
    await client.pushed(uri, (found) => found.length === 0);
  });

  it("are there for broken files, and not for files of other languages", async () => {
    client = await LspClient.start();
    const other = await client.open("values.yaml", MISSPELT, "yaml");
    const broken = await client.open("broken.aiplan", "aiplan: 1\n\tkind: 'catalog\n", "plaintext");
    assert.ok((await client.pushed(broken)).some(({ severity }) => severity === 1));
    assert.ok(!client.published.some(({ uri }) => uri === other));
  });

  it("say no more than the client can show", async () => {
    client = await LspClient.start({ initializationOptions: { docs: "file:///docs" } });
    const text = `${CATALOG}roles:\n  sre: {contact: a}\n  sre: {contact: b}\n`;
    const [plain] = await client.pushed(await client.open("org.aiplan", text));
    assert.equal(plain?.code, "duplicate-definition");
    assert.deepEqual(
      Object.keys(plain).filter((key) => ["codeDescription", "data", "relatedInformation", "tags"].includes(key)),
      [],
    );
  });

  it("link to the page that came with the server, or to where the client wants it", async () => {
    const capabilities = { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } };
    const hrefs: string[] = [];
    for (const initializationOptions of [
      {},
      { docs: "command:x?%22{rule}%22" },
      { docs: "https://plans.example/d/" },
    ]) {
      if (hrefs.length > 0) await client.stop();
      client = await LspClient.start({ capabilities, initializationOptions });
      const [found] = await client.pushed(await client.open("org.aiplan", `${CATALOG}vendor: {}\n`));
      hrefs.push(found?.codeDescription?.href ?? "");
    }
    const [shipped = "", command, web] = hrefs;
    assert.match(shipped, /\/docs\/rules\/unknown-key\.md$/);
    assert.match(readFileSync(new URL(shipped), "utf8"), /^# `unknown-key`/);
    assert.equal(command, "command:x?%22unknown-key%22");
    assert.equal(web, "https://plans.example/d/rules/unknown-key.md");
  });

  it("link to the rule's page and to other places where the client can", async () => {
    client = await LspClient.start({
      initializationOptions: { docs: "file:///docs/" },
      capabilities: {
        textDocument: {
          publishDiagnostics: { codeDescriptionSupport: true, relatedInformation: true, dataSupport: true },
        },
      },
    });
    const text = `${CATALOG}roles:\n  sre: {contact: a}\n  sre: {contact: b}\nvendor: {}\n`;
    const uri = await client.open("org.aiplan", text);
    const found = await client.pushed(uri, (all) => all.length === 2);
    const [twice, misspelt] = ["duplicate-definition", "unknown-key"].map((rule) =>
      found.find(({ code }) => code === rule),
    );
    assert.equal(twice?.codeDescription?.href, "file:///docs/rules/duplicate-definition.md");
    assert.deepEqual(twice?.relatedInformation?.[0]?.location, {
      uri,
      range: { start: { line: 4, character: 2 }, end: { line: 4, character: 5 } },
    });
    assert.deepEqual(misspelt?.data, { fixes: ["Keep it as your own key `x-vendor`"] });
  });

  it("ask the client to ask again when what a plan borrows has changed", async () => {
    client = await LspClient.start({ capabilities: PULLS, files: { "org.aiplan": CATALOG } });
    const uri = await client.open("team.aiplan", `${CATALOG}imports: [./org.aiplan]\nsystems: {crm: {owner: sre}}\n`);
    assert.deepEqual(await client.pull(uri), ["undefined-reference"]);
    client.write("org.aiplan", `${CATALOG}roles: {sre: {contact: a}}\n`);
    await client.changedOnDisk("org.aiplan");
    await until("a refresh", () => (client.refreshes > 0 ? true : undefined));
    assert.deepEqual(await client.pull(uri), []);
  });
});
