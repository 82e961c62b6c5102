import assert from "node:assert/strict";
import { type DocumentHighlight, type Location, TextDocumentIdentifier } from "vscode-languageserver-protocol";
import { LspClient, positionOf } from "../harness/lsp-client.ts";

const ORG = "aiplan: 1\nkind: catalog\nroles:\n  sre: {contact: a}\n";
const PLAN = "imports: [./org.aiplan]\ntitle: 🚨 sre\nowner: sre\n";
const OTHER = "imports: [./org.aiplan]\nowner: sre\n";

describe("what speaks of an id", () => {
  let client: LspClient;
  afterEach(() => client.stop());

  /** The lines (from 0) of what refers to the first `sre`, by the names of the files. */
  async function references(uri: string, text: string, includeDeclaration: boolean): Promise<string[]> {
    const found = await client.request<Location[]>("textDocument/references", {
      textDocument: TextDocumentIdentifier.create(uri),
      position: positionOf(text, " sre", 1),
      context: { includeDeclaration },
    });
    for (const { range } of found) assert.equal(range.end.character - range.start.character, "sre".length);
    return found.map(({ uri: at, range }) => `${at.slice(client.uri("").length + 1)} ${range.start.line}`).sort();
  }

  it("is found in the plan and the catalog on disk, the definition only where it is asked for", async () => {
    client = await LspClient.start({ files: { "org.aiplan": ORG } });
    assert.equal(client.initialized.capabilities.referencesProvider, true);
    const uri = await client.open("plan.aiplan", OTHER);
    assert.deepEqual(await references(uri, OTHER, true), ["org.aiplan 3", "plan.aiplan 1"]);
    assert.deepEqual(await references(uri, OTHER, false), ["plan.aiplan 1"]);
  });

  it("is found from a catalog in the plans that are open and import it, as they stand in the editor", async () => {
    client = await LspClient.start({ files: { "closed.aiplan": OTHER } });
    const org = await client.open("org.aiplan", ORG);
    const plan = await client.open("plan.aiplan", PLAN);
    await client.open("other.aiplan", OTHER);
    await client.open("stranger.aiplan", "owner: sre\nroles: {sre: {contact: b}}\n");
    assert.deepEqual(await references(org, ORG, false), ["other.aiplan 1", "plan.aiplan 2"]);
    await client.change(plan, { text: `# Ours\n${PLAN}` });
    assert.deepEqual(await references(org, ORG, true), ["org.aiplan 3", "other.aiplan 1", "plan.aiplan 3"]);
    await client.close(plan);
    assert.deepEqual(await references(org, ORG, false), ["other.aiplan 1"]);
  });

  it("is highlighted in the document: definitions as written, uses as read", async () => {
    client = await LspClient.start({ files: { "org.aiplan": ORG } });
    assert.equal(client.initialized.capabilities.documentHighlightProvider, true);
    const text = "imports: [./org.aiplan]\ntitle: 🚨 lead\nroles: {lead: {contact: '🚨', deputy: sre}}\nowner: lead\n";
    const uri = await client.open("plan.aiplan", text);
    const ask = (wanted: string) =>
      client.request<DocumentHighlight[] | null>("textDocument/documentHighlight", {
        textDocument: { uri },
        position: positionOf(text, wanted),
      });
    const at = (line: number, start: number, end: number, kind: number) => ({
      range: { start: { line, character: start }, end: { line, character: end } },
      kind,
    });
    assert.deepEqual(await ask("lead:"), [at(2, 8, 12, 3), at(3, 7, 11, 2)]);
    assert.deepEqual(await ask("sre"), [at(2, 38, 41, 2)]);
    assert.equal(await ask("🚨 lead"), null);
  });

  it("is nowhere in a document that is not open", async () => {
    client = await LspClient.start({ files: { "org.aiplan": ORG } });
    const params = { textDocument: { uri: client.uri("org.aiplan") }, position: { line: 3, character: 3 } };
    const context = { includeDeclaration: true };
    assert.equal(await client.request("textDocument/references", { ...params, context }), null);
    assert.equal(await client.request("textDocument/documentHighlight", params), null);
  });
});
