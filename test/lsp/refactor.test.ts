import assert from "node:assert/strict";
import type { CodeAction, CreateFile, TextDocumentEdit, TextEdit } from "vscode-languageserver-protocol";
import { applyLsp, type Capabilities, LspClient, positionOf } from "../harness/lsp-client.ts";

const PLAN = "aiplan: 1\nname: a\nowner: ops\nroles:\n  ops: {contact: a@b.c}\n";
const ALONE = "aiplan: 1\nname: a\nowner: ops\nimports: [./catalog.aiplan]\n";
const CATALOG = "aiplan: 1\nkind: catalog\nname: catalog\nroles:\n  ops: {contact: a@b.c}\n";

const capabilities = (creates: boolean): Capabilities => ({
  textDocument: {
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["refactor"] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
  workspace: { workspaceEdit: { documentChanges: true, ...(creates ? { resourceOperations: ["create"] } : {}) } },
});

describe("refactors over several files", () => {
  let client: LspClient;
  afterEach(() => client.stop());

  const offered = (uri: string, text: string, at: string) => {
    const position = positionOf(text, at, 1);
    return client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [], only: ["refactor.extract", "refactor.inline"] },
    });
  };
  const editOf = async (action: CodeAction | undefined) => {
    assert.ok(action);
    const { edit } = await client.request<CodeAction>("codeAction/resolve", action);
    return edit!.documentChanges as (TextDocumentEdit | CreateFile)[];
  };
  const textAfter = (text: string, change: TextDocumentEdit | CreateFile | undefined) =>
    applyLsp(text, (change as TextDocumentEdit).edits as TextEdit[]);

  it("make a catalog, move to one that is there, and copy back from it", async () => {
    client = await LspClient.start({ capabilities: capabilities(true) });
    const uri = await client.open("plan.aiplan", PLAN);
    const [extract] = await offered(uri, PLAN, "ops:");
    assert.equal(extract?.title, "Move `ops` to a new catalog catalog.aiplan");
    const [inPlan, create, inCatalog] = await editOf(extract);
    const catalog = client.uri("catalog.aiplan");
    assert.deepEqual(create, { kind: "create", uri: catalog, options: { ignoreIfExists: false, overwrite: false } });
    assert.deepEqual((inPlan as TextDocumentEdit).textDocument, { uri, version: 1 });
    assert.deepEqual((inCatalog as TextDocumentEdit).textDocument, { uri: catalog, version: null });
    assert.equal(textAfter(PLAN, inPlan), ALONE);
    assert.equal(textAfter("", inCatalog), CATALOG);

    await client.open("catalog.aiplan", CATALOG);
    await client.change(uri, { text: ALONE });
    const [inline] = await offered(uri, ALONE, "catalog.aiplan");
    assert.equal(inline?.title, "Copy what this plan uses of catalog.aiplan into the plan, and drop the import");
    const copied = await editOf(inline);
    assert.equal(copied.length, 1);
    assert.equal(textAfter(ALONE, copied[0]), PLAN);

    const more = ALONE.replace("imports", "roles: {desk: {contact: d}}\nimports");
    await client.change(uri, { text: more });
    const [move] = await offered(uri, more, "desk");
    assert.equal(move?.title, "Move `desk` to the catalog catalog.aiplan");
    const [left, lent] = await editOf(move);
    assert.equal(textAfter(more, left), ALONE);
    assert.deepEqual((lent as TextDocumentEdit).textDocument, { uri: catalog, version: 1 });
    assert.equal(textAfter(CATALOG, lent), `${CATALOG}  desk: {contact: d}\n`);
  });

  it("make no catalog where the client makes no files", async () => {
    client = await LspClient.start({ capabilities: capabilities(false) });
    const uri = await client.open("plan.aiplan", PLAN);
    assert.deepEqual(await offered(uri, PLAN, "ops:"), []);
  });
});
