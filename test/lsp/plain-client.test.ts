import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { positionOf, until } from "../harness/lsp-client.ts";
import { PlainClient } from "../harness/plain-client.ts";

const URI = "file:///plans/org.aiplan";
const CATALOG = "aiplan: 1\nkind: catalog\nname: org\n";
const MISSPELT = `${CATALOG}rolls: {}\n`;
const ROLLS = { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } };
const HOVER = { textDocument: { uri: URI }, position: { line: 3, character: 1 } };

describe("a client that knows nothing of us", () => {
  let client: PlainClient;
  beforeEach(() => {
    client = new PlainClient();
  });
  afterEach(() => client.stop());

  /** The messages other than answers, by their methods. */
  const unasked = () => client.received.flatMap(({ method }) => method ?? []);

  it("may say null for all that it does not have", async () => {
    const textDocument = { diagnostic: null, codeAction: null, completion: { completionItem: null }, hover: null };
    const answer = await client.initialize({
      capabilities: { textDocument, workspace: null },
      workspaceFolders: null,
      initializationOptions: null,
    });
    const { capabilities } = answer.result as { capabilities: object };
    assert.ok(!("diagnosticProvider" in capabilities));
    client.open(URI, MISSPELT);
    assert.deepEqual((await client.diagnostics(URI))[0]?.range, ROLLS);
  });

  it("may leave out all there is, or say null for every group", async () => {
    await client.initialize({ capabilities: { textDocument: null } });
    client.open(URI, MISSPELT);
    assert.equal((await client.diagnostics(URI)).length, 1);
    const { result } = await client.request("textDocument/hover", HOVER);
    assert.equal((result as { contents: { kind: string } }).contents.kind, "plaintext");
  });

  it("is told so when it asks before it has said initialize, and hears nothing unasked", async () => {
    for (const method of ["hover", "completion", "definition", "documentSymbol", "diagnostic", "codeAction"])
      assert.equal((await client.request(`textDocument/${method}`, HOVER)).error?.code, -32002, method);
    assert.equal((await client.request("codeAction/resolve", { title: "Fix" })).error?.code, -32002);
    client.notify("initialized", {});
    client.notify("workspace/didChangeConfiguration", { settings: null });
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: URI, type: 1 }] });
    client.open(URI, MISSPELT);
    assert.ok((await client.request("initialize", { processId: null, rootUri: null, capabilities: {} })).result);
    assert.deepEqual(unasked(), []);
  });

  it("is refused a second initialize, which changes nothing, and everything after shutdown", async () => {
    await client.initialize();
    assert.equal((await client.initialize()).error?.code, -32600);
    client.open(URI, MISSPELT);
    await client.diagnostics(URI);
    assert.ok((await client.request("textDocument/hover", HOVER)).result);
    assert.equal(client.published(URI).length, 1);
    assert.equal((await client.request("shutdown")).result, null);
    assert.equal((await client.request("textDocument/hover", HOVER)).error?.code, -32600);
  });

  it("may send other headers, in any order and case", async () => {
    const type = "Content-Type: application/vscode-jsonrpc; charset=";
    const headers = [
      (length: string) => `${length}${type}utf-8\r\n`,
      (length: string) => `${type}utf8\r\n${length}`,
      (length: string) => length.toLowerCase(),
    ];
    for (const [id, header] of headers.entries()) {
      client.write(PlainClient.frame({ id, method: "nonsense" }, header));
      assert.equal((await client.answer(id)).error?.code, -32601);
    }
  });

  it("may send many messages at once", async () => {
    const params = { processId: null, rootUri: null, capabilities: {} };
    const textDocument = { uri: URI, languageId: "aiplan", version: 1, text: MISSPELT };
    const messages = [
      { id: 1, method: "initialize", params },
      { method: "initialized", params: {} },
      { method: "textDocument/didOpen", params: { textDocument } },
      { id: 2, method: "textDocument/hover", params: HOVER },
      { id: 3, method: "textDocument/documentSymbol", params: { textDocument } },
    ];
    client.write(Buffer.concat(messages.map((message) => PlainClient.frame(message))));
    for (const id of [1, 2, 3]) assert.ok((await client.answer(id)).result, String(id));
    assert.equal((await client.diagnostics(URI)).length, 1);
  });

  it("may send its messages in pieces, the bytes of one character apart", async () => {
    await client.initialize();
    const text = `${CATALOG}x-\u{1F600}: {x: "ä\u{1F600}"}\nroles: {x-\u{1F600}: 1, sre: {phon: a}}\n`;
    const textDocument = { uri: URI, languageId: "aiplan", version: 1, text };
    for (const byte of PlainClient.frame({ method: "textDocument/didOpen", params: { textDocument } })) {
      client.write(Uint8Array.of(byte));
      await new Promise(setImmediate);
    }
    const { range } = (await client.diagnostics(URI)).find(({ code }) => code === "unknown-key") ?? {};
    assert.deepEqual(range, { start: positionOf(text, "phon"), end: positionOf(text, "phon", 4) });
  });

  it("may send what is no message at all, and is heard again after it", async () => {
    await client.initialize();
    for (const nonsense of ["{", "null", "[]", '[{"jsonrpc": "2.0", "id": 9, "method": "shutdown"}]'])
      client.write(PlainClient.frame(nonsense));
    client.open(URI, MISSPELT);
    assert.equal((await client.diagnostics(URI)).length, 1);
  });

  it("may send whole texts where changes would do, very long ones, and changes of what is not open", async () => {
    await client.initialize();
    const change = (uri: string, version: number, text: string) =>
      client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
    change(URI, 7, MISSPELT);
    client.open(URI, CATALOG);
    assert.deepEqual(await client.diagnostics(URI), []);
    change(URI, 2, MISSPELT);
    assert.deepEqual((await client.diagnostics(URI, 2))[0]?.range, ROLLS);
    change(URI, 3, `${MISSPELT}${"# A comment \u{1F600}\n".repeat(120_000)}`);
    assert.deepEqual((await client.diagnostics(URI, 3))[0]?.range, ROLLS);
    assert.equal(client.published(URI).length, 3);
  });

  describe("names its documents as it likes", () => {
    const TEAM = `${CATALOG}imports: [./org.aiplan]\nsystems: {crm: {owner: sre}}\n`;
    let folder: string;
    before(() => {
      folder = join(realpathSync(mkdtempSync(join(tmpdir(), "aiplan-plain-"))), "Pläne 2026");
      mkdirSync(folder);
      writeFileSync(join(folder, "org.aiplan"), `${CATALOG}roles: {sre: {contact: a}}\n`);
    });
    after(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

    it("escaped or not, saved or not: the catalog beside them is found", async () => {
      await client.initialize();
      const plain = pathToFileURL(folder).toString();
      const inSmallLetters = plain.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase());
      for (const uri of [plain, inSmallLetters, decodeURI(plain), plain.replace("file://", "untitled:")]) {
        client.open(`${uri}/team.aiplan`, TEAM);
        assert.deepEqual(await client.diagnostics(`${uri}/team.aiplan`), [], uri);
      }
    });

    it("with what is no URI, or leads nowhere: each gets its findings, and none disturbs another", async () => {
      await client.initialize({ workspaceFolders: [{ uri: "file:////odd", name: "odd" }] });
      const uris = ["", "a.aiplan", "file:", "file:////plans//a.aiplan", "buffer://a.aiplan", "*scratch* 50%.aiplan"];
      uris.push("untitled:", "untitled:Untitled-1", "untitled:////a", "file:///c%3A/a.aiplan", "file:///C:/b.aiplan");
      uris.push("file://server/share/a.aiplan", "file:///\uD800.aiplan", "//a.aiplan", "git:/a.aiplan?x#y");
      const onDisk = new Set(["", "a.aiplan", "file:", "*scratch* 50%.aiplan", "//a.aiplan"]);
      for (const uri of ["file:///c%3A/a.aiplan", "file:///C:/b.aiplan", "file://server/share/a.aiplan"])
        onDisk.add(uri);
      for (const uri of uris) client.open(uri, `${TEAM}rolls: {}\n`);
      for (const uri of uris) {
        const found = (await client.diagnostics(uri)).map(({ code }) => code);
        // Whether there is a catalog can be told only of what may be on a disk.
        const own = onDisk.has(uri) ? ["import-not-found", "unknown-key"] : ["unknown-key"];
        assert.deepEqual(found, own, uri);
        const { result } = await client.request("textDocument/documentSymbol", { textDocument: { uri } });
        assert.ok((result as object[]).length > 0, uri);
      }
      assert.deepEqual(
        unasked().filter((method) => method === "window/logMessage"),
        [],
      );
    });
  });

  it("may go without a word, in the middle of one", async () => {
    await client.initialize();
    client.open(URI, MISSPELT);
    client.write(Buffer.from("Content-Length: 400\r\n\r\n{"));
    client.server.stdin!.end();
    await until("the end of the server", () => client.server.exitCode ?? undefined);
  });
});
