import assert from "node:assert/strict";
import {
  type DocumentHighlight,
  type Location,
  TextDocumentIdentifier,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { applyLsp, type Capabilities, LspClient, positionOf } from "../harness/lsp-client.ts";

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

  it("is found from a catalog in all plans that import it, as they stand in the editor or on disk", async () => {
    client = await LspClient.start({ files: { "closed.aiplan": OTHER } });
    const org = await client.open("org.aiplan", ORG);
    const plan = await client.open("plan.aiplan", PLAN);
    await client.open("other.aiplan", OTHER);
    await client.open("stranger.aiplan", "owner: sre\nroles: {sre: {contact: b}}\n");
    assert.deepEqual(await references(org, ORG, false), ["closed.aiplan 1", "other.aiplan 1", "plan.aiplan 2"]);
    await client.change(plan, { text: `# Ours\n${PLAN}` });
    assert.deepEqual(await references(org, ORG, true), [
      "closed.aiplan 1",
      "org.aiplan 3",
      "other.aiplan 1",
      "plan.aiplan 3",
    ]);
    await client.close(plan);
    assert.deepEqual(await references(org, ORG, false), ["closed.aiplan 1", "other.aiplan 1"]);
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

const PREPARES: Capabilities = { textDocument: { rename: { prepareSupport: true } } };

describe("renaming", () => {
  let client: LspClient;
  afterEach(() => client.stop());

  const at = (uri: string, text: string) => ({ textDocument: { uri }, position: positionOf(text, " sre\n", 1) });
  const rename = (uri: string, text: string, newName: string) =>
    client.request<WorkspaceEdit>("textDocument/rename", { ...at(uri, text), newName });

  it("is prepared where the client can do so, and only there is it announced", async () => {
    client = await LspClient.start({ capabilities: PREPARES, files: { "org.aiplan": ORG } });
    assert.deepEqual(client.initialized.capabilities.renameProvider, { prepareProvider: true });
    const uri = await client.open("plan.aiplan", OTHER);
    assert.deepEqual(await client.request("textDocument/prepareRename", at(uri, OTHER)), {
      range: { start: { line: 1, character: 7 }, end: { line: 1, character: 10 } },
      placeholder: "sre",
    });
    const start = { textDocument: { uri }, position: { line: 0, character: 2 } };
    assert.equal(await client.request("textDocument/prepareRename", start), null);
    assert.equal(await client.request("textDocument/rename", { ...start, newName: "other" }), null);
    await client.stop();
    client = await LspClient.start();
    assert.equal(client.initialized.capabilities.renameProvider, true);
  });

  for (const [ends, eol] of [
    ["LF", "\n"],
    ["CRLF", "\r\n"],
  ] as const)
    it(`changes the plan, its catalog on disk and other plans, and back to the same bytes, with ${ends}`, async () => {
      const [org, other] = [ORG, OTHER].map((text) => text.replaceAll("\n", eol)) as [string, string];
      const plan = `${other}roles: {lead: {contact: "🚨 sre", deputy: 'sre'}} # 🚨 sre${eol}`;
      client = await LspClient.start({ files: { "org.aiplan": org } });
      const uri = await client.open("plan.aiplan", plan);
      const second = await client.open("other.aiplan", other);
      const position = positionOf(plan, "'sre'", 1);
      const ask = async (newName: string) => {
        const params = { textDocument: { uri }, position, newName };
        return (await client.request<WorkspaceEdit>("textDocument/rename", params)).changes ?? {};
      };
      const texts = { [uri]: plan, [second]: other, [client.uri("org.aiplan")]: org };
      const apply = (before: Record<string, string>, changes: Required<WorkspaceEdit>["changes"]) => {
        assert.deepEqual(Object.keys(changes).sort(), Object.keys(before).sort());
        return Object.fromEntries(
          Object.entries(before).map(([one, text]) => [one, applyLsp(text, changes[one] ?? [])]),
        );
      };
      const changed = apply(texts, await ask("on-call"));
      assert.equal(changed[uri], plan.replace("owner: sre", "owner: on-call").replace("'sre'", "'on-call'"));
      assert.equal(changed[second], other.replace("sre", "on-call"));
      assert.equal(changed[client.uri("org.aiplan")], org.replace("sre", "on-call"));
      client.write("org.aiplan", changed[client.uri("org.aiplan")]!);
      await client.changedOnDisk("org.aiplan");
      await client.change(second, { text: changed[second]! });
      await client.change(uri, { text: changed[uri]! });
      assert.deepEqual(apply(changed, await ask("sre")), texts);
    });

  it("from a catalog names the versions that it is meant for where the client can compare them", async () => {
    const capabilities = { workspace: { workspaceEdit: { documentChanges: true } } };
    client = await LspClient.start({ capabilities });
    const org = await client.open("org.aiplan", ORG);
    const uri = await client.open("plan.aiplan", OTHER);
    await client.change(uri, { text: `# Ours\n${OTHER}` });
    const params = { textDocument: { uri: org }, position: positionOf(ORG, "sre"), newName: "on-call" };
    assert.deepEqual(await client.request("textDocument/rename", params), {
      documentChanges: [
        {
          textDocument: { uri: org, version: 1 },
          edits: [{ range: { start: { line: 3, character: 2 }, end: { line: 3, character: 5 } }, newText: "on-call" }],
        },
        {
          textDocument: { uri, version: 2 },
          edits: [{ range: { start: { line: 2, character: 7 }, end: { line: 2, character: 10 } }, newText: "on-call" }],
        },
      ],
    });
  });

  it("is refused, with the reason, for a name that is taken or none, and for what is defined elsewhere", async () => {
    client = await LspClient.start({ capabilities: PREPARES, files: { "org.aiplan": ORG } });
    const text = `${OTHER}roles: {lead: {contact: a}}\n`;
    const uri = await client.open("plan.aiplan", text);
    await assert.rejects(rename(uri, text, "lead"), {
      code: -32803,
      message: /already a role `lead`, in plan\.aiplan/,
    });
    await assert.rejects(rename(uri, text, "on call"), { code: -32803, message: /^`on call` can't serve as a name/ });
    const outside = "imports: [../org.aiplan]\nowner: sre\n";
    const second = await client.open("second.aiplan", outside);
    const refused = { code: -32803, message: /^Nothing that could be read defines `sre`/ };
    await assert.rejects(rename(second, outside, "on-call"), refused);
    await assert.rejects(client.request("textDocument/prepareRename", at(second, outside)), refused);
  });
});
