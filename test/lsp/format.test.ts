import assert from "node:assert/strict";
import type { CodeAction, TextEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LspClient } from "../harness/lsp-client.ts";

const PLAN = "aiplan:  1  \nmetrics:\n    wait: {unit:   h,kind: business}\n    🚨:      { unit: h }\n";
const options = { tabSize: 2, insertSpaces: true };

describe("formatting over the protocol", () => {
  let client: LspClient;
  afterEach(() => client.stop());

  const ask = async (method: string, text: string, params: object) => {
    const uri = await client.open("plan.aiplan", text);
    const edits = await client.request<TextEdit[]>(`textDocument/${method}`, {
      textDocument: { uri },
      options,
      ...params,
    });
    return { edits, after: TextDocument.applyEdits(TextDocument.create(uri, "aiplan", 1, text), edits) };
  };

  for (const [name, end] of [
    ["LF", "\n"],
    ["CRLF", "\r\n"],
  ] as const)
    it(`changes white space alone, in pieces, ${name}`, async () => {
      client = await LspClient.start();
      const { capabilities } = client.initialized;
      assert.equal(capabilities.documentFormattingProvider, true);
      const text = PLAN.replaceAll("\n", end);
      const { edits, after } = await ask("formatting", text, {});
      assert.equal(
        after,
        "aiplan: 1\nmetrics:\n  wait: {unit: h, kind: business}\n  🚨: {unit: h}\n".replaceAll("\n", end),
      );
      assert.ok(edits.every(({ range, newText }) => range.start.line === range.end.line && /^ *$/.test(newText)));
      assert.deepEqual(edits[0], {
        range: { start: { line: 0, character: 8 }, end: { line: 0, character: 9 } },
        newText: "",
      });
      const wide = await ask("formatting", text, { options: { ...options, tabSize: 4, insertSpaces: false } });
      assert.match(wide.after, /^ {4}wait: \{unit: h, kind/m);
    });

  it("keeps to the lines of a range", async () => {
    client = await LspClient.start();
    assert.equal(client.initialized.capabilities.documentRangeFormattingProvider, true);
    const range = { start: { line: 2, character: 9 }, end: { line: 2, character: 9 } };
    const { after } = await ask("rangeFormatting", PLAN, { range });
    assert.equal(after, PLAN.replace("unit:   h,kind", "unit: h, kind"));
  });

  it("tidies the line above when a line is finished", async () => {
    client = await LspClient.start();
    assert.deepEqual(client.initialized.capabilities.documentOnTypeFormattingProvider, {
      firstTriggerCharacter: "\n",
    });
    const { after } = await ask("onTypeFormatting", PLAN, { position: { line: 3, character: 4 }, ch: "\n" });
    assert.equal(after, PLAN.replace("h,kind", "h, kind"));
    const first = await ask("onTypeFormatting", PLAN, { position: { line: 0, character: 0 }, ch: "\n" });
    assert.deepEqual(first.edits, []);
  });

  it("has nothing to say of what is no open plan", async () => {
    client = await LspClient.start();
    const textDocument = { uri: client.uri("unknown.aiplan") };
    assert.equal(await client.request("textDocument/formatting", { textDocument, options }), null);
  });

  it("puts the sections in order where that kind of action is asked for", async () => {
    client = await LspClient.start({
      capabilities: {
        textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["source"] } } } },
      },
    });
    const text = "name: routing\naiplan: 1\n";
    const uri = await client.open("plan.aiplan", text);
    const start = { line: 0, character: 0 };
    const context = { diagnostics: [], only: ["source.organizeSections"] };
    const [action, ...others] = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start, end: start },
      context,
    });
    assert.deepEqual(others, []);
    assert.equal(action?.kind, "source.organizeSections.aiplan");
    const after = TextDocument.applyEdits(TextDocument.create(uri, "aiplan", 1, text), action.edit!.changes![uri]!);
    assert.equal(after, "aiplan: 1\nname: routing\n");
  });
});
