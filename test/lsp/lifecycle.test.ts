import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { LspClient } from "../harness/lsp-client.ts";

describe("the server's life", () => {
  let client: LspClient | undefined;
  afterEach(() => client?.stop());

  it("offers a client that announces nothing what needs no announcement", async () => {
    client = await LspClient.start();
    const { capabilities } = client.initialized;
    assert.equal(capabilities.positionEncoding, "utf-16");
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(capabilities.definitionProvider, true);
    assert.equal(capabilities.documentSymbolProvider, true);
    assert.ok(capabilities.completionProvider?.triggerCharacters?.includes(":"));
    assert.equal(capabilities.diagnosticProvider, undefined);
    assert.equal(capabilities.codeActionProvider, undefined);
    assert.deepEqual(client.registered, []);
  });

  it("offers diagnostics on demand and resolved code actions to a client that announces them", async () => {
    client = await LspClient.start({
      capabilities: {
        textDocument: {
          diagnostic: {},
          codeAction: {
            codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } },
            dataSupport: true,
            resolveSupport: { properties: ["edit"] },
          },
        },
      },
    });
    const { capabilities } = client.initialized;
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: "aiplan",
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: [
        "quickfix",
        "refactor.extract",
        "refactor.inline",
        "source.fixAll.aiplan",
        "source.organizeSections.aiplan",
      ],
      resolveProvider: true,
    });
  });

  it("ends with code 0 after shutdown and exit", async () => {
    client = await LspClient.start();
    assert.equal(await client.request("shutdown", undefined), null);
    const exited = client.exited();
    await client.notify("exit", undefined);
    assert.equal(await exited, 0);
  });

  it("ends with code 1 where exit comes without shutdown", async () => {
    client = await LspClient.start();
    const exited = client.exited();
    await client.notify("exit", undefined);
    assert.equal(await exited, 1);
  });

  it("ends when its input does", async () => {
    client = await LspClient.start();
    const exited = client.exited();
    client.server.stdin!.end();
    assert.equal(await exited, 1);
  });

  it("ends when the process dies that started it", async () => {
    const gone = spawnSync(process.execPath, ["-e", ""]);
    client = await LspClient.start({ processId: gone.pid });
    assert.equal(await client.exited(), 1);
  });

  it("survives requests that make no sense, and says what was wrong", async () => {
    client = await LspClient.start();
    await assert.rejects(client.request("textDocument/hover", null));
    await assert.rejects(client.request("textDocument/nonsense", {}), { code: -32601 });
    await client.notify("textDocument/didChange", {
      textDocument: { uri: "file:///gone", version: 3 },
      contentChanges: [],
    });
    await client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: "", type: 9 }] });
    const uri = await client.open("plan.aiplan", "aiplan: 1\n");
    assert.ok((await client.pushed(uri)).length > 0);
  });
});
