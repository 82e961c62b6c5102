import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Location, SymbolInformation, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-protocol";
import { applyLsp, LspClient, positionOf } from "../harness/lsp-client.ts";

const ORG = "aiplan: 1\nkind: catalog\nroles:\n  sre: {contact: a}\n";
const PLAN = "imports: [./org.aiplan]\ntitle: Routing 🚨\nowner: sre\n";

describe("what is asked of all plans, open or not", () => {
  let client: LspClient;
  afterEach(() => client.stop());

  const nameOf = (uri: string) => uri.slice(client.uri("").length + 1);
  const symbols = async (query: string) =>
    (await client.request<SymbolInformation[]>("workspace/symbol", { query })).map(
      ({ name, kind, containerName, location: { uri, range } }) =>
        `${name} ${kind} in ${containerName}: ${nameOf(uri)} ${range.start.line}:${range.start.character}-${range.end.character}`,
    );

  it("symbols are all that plans and catalogs define, by some of their letters, or of the plan's name", async () => {
    client = await LspClient.start({
      files: {
        "org.aiplan": ORG,
        "closed.aiplan": 'name: closed\ntitle: Claims 🚨\nmetrics: {"😀": {}, wait-time: {kind: quality}}\n',
        "broken.aiplan": "metrics:\n  waits: {kind: [\n\towner: 'x\nroles: {sre-lead: {contact: b}}\n",
      },
    });
    assert.equal(client.initialized.capabilities.workspaceSymbolProvider, true);
    await client.open("open.aiplan", "name: mine\nroles: {Senior-Engineer: {contact: a}}\n");
    assert.deepEqual(await symbols("SR"), [
      "Senior-Engineer 11 in mine: open.aiplan 1:8-23",
      "sre-lead 11 in broken.aiplan: broken.aiplan 3:8-16",
      "sre 11 in org.aiplan: org.aiplan 3:2-5",
    ]);
    assert.deepEqual(await symbols("claims wt"), ["wait-time 16 in Claims 🚨: closed.aiplan 2:20-29"]);
    assert.deepEqual(await symbols("rs no such"), []);
    assert.ok((await symbols("")).length >= 5);
  });

  it("symbols follow what changes in the editor and on disk", async () => {
    client = await LspClient.start({
      files: { "org.aiplan": ORG },
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
    assert.deepEqual(await symbols("sre"), ["sre 11 in org.aiplan: org.aiplan 3:2-5"]);
    client.write("org.aiplan", `name: us\n${ORG}`);
    await client.changedOnDisk("org.aiplan");
    assert.deepEqual(await symbols("sre"), ["sre 11 in us: org.aiplan 4:2-5"]);
    const uri = await client.open("org.aiplan", ORG.replace("sre", "xsre"));
    assert.deepEqual(await symbols("sre"), ["xsre 11 in org.aiplan: org.aiplan 3:2-6"]);
    await client.close(uri);
    assert.deepEqual(await symbols("sre"), ["sre 11 in us: org.aiplan 4:2-5"]);
  });

  it("uses are found from a plan in those that import the same catalog by way of others, and only in those", async () => {
    client = await LspClient.start({
      files: {
        "org.aiplan": ORG,
        "sub/team.aiplan": "kind: catalog\nimports: [../org.aiplan]\n",
        "sub/far.aiplan": PLAN.replace("./org", "./team"),
        // A catalog may have any name.
        "team.yaml": "kind: catalog\nimports: [./org.aiplan]\n",
        "odd.aiplan": PLAN.replace("org.aiplan", "team.yaml"),
        "ring.aiplan": `kind: catalog\nimports: [./ring.aiplan]\nsystems: {crm: {owner: sre}}\n`,
        "stranger.aiplan": "owner: sre\nroles: {sre: {contact: b}}\n",
      },
    });
    const uri = await client.open("plan.aiplan", PLAN);
    const found = await client.request<Location[]>("textDocument/references", {
      textDocument: { uri },
      position: positionOf(PLAN, "sre"),
      context: { includeDeclaration: true },
    });
    assert.deepEqual(found.map((one) => `${nameOf(one.uri)} ${one.range.start.line}`).sort(), [
      "odd.aiplan 2",
      "org.aiplan 3",
      "plan.aiplan 2",
      "sub/far.aiplan 2",
    ]);
  });

  for (const eol of ["\n", "\r\n"])
    it(`a name is changed on disk, too, and back to the same bytes, with ${JSON.stringify(eol)}`, async () => {
      const files = {
        "org.aiplan": ORG,
        "a.aiplan": `${PLAN}roles: {lead: {contact: "🚨 sre", deputy: 'sre'}} # 🚨 sre\n`,
        "b/b.aiplan": PLAN.replace("./org", "../org"),
      };
      const before = Object.fromEntries(
        Object.entries(files).map(([name, text]) => [name, text.replaceAll("\n", eol)]),
      );
      client = await LspClient.start({
        files: before,
        capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
      });
      const onDisk = () =>
        Object.fromEntries(Object.keys(before).map((name) => [name, readFileSync(join(client.folder, name), "utf8")]));
      const rename = async (text: string, from: string, newName: string) => {
        const uri = await client.open("org.aiplan", text);
        const params = { textDocument: { uri }, position: positionOf(text, from), newName };
        const edit = await client.request<WorkspaceEdit>("textDocument/rename", params);
        await client.close(uri);
        const changes = edit.documentChanges as TextDocumentEdit[];
        assert.deepEqual(
          changes.map(({ textDocument }) => `${nameOf(textDocument.uri)} ${textDocument.version}`),
          ["org.aiplan 1", "a.aiplan null", "b/b.aiplan null"],
        );
        for (const { textDocument, edits } of changes) {
          const name = nameOf(textDocument.uri);
          client.write(name, applyLsp(readFileSync(join(client.folder, name), "utf8"), edits as never));
        }
        await client.changedOnDisk(...Object.keys(before));
      };
      await rename(before["org.aiplan"]!, "sre", "on-call");
      const changed = onDisk();
      assert.equal(changed["b/b.aiplan"], before["b/b.aiplan"]!.replace("sre", "on-call"));
      assert.equal(
        changed["a.aiplan"],
        before["a.aiplan"]!.replace("owner: sre", "owner: on-call").replace("'sre'", "'on-call'"),
      );
      await rename(changed["org.aiplan"]!, "on-call", "sre");
      assert.deepEqual(onDisk(), before);
    });

  it("what is asked of a place is not answered for another text, which came meanwhile", async () => {
    client = await LspClient.start({ files: { "org.aiplan": ORG, "a.aiplan": PLAN, "b.aiplan": PLAN } });
    const uri = await client.open("plan.aiplan", PLAN);
    const params = { textDocument: { uri }, position: positionOf(PLAN, "sre"), newName: "on-call" };
    const asked = assert.rejects(client.request("textDocument/rename", params), { code: -32801 });
    await client.change(uri, { text: PLAN.replace("title: Routing 🚨\n", "title: x\n# sre\n") });
    await asked;
  });

  it("a name is not given that a plan has which is not open", async () => {
    client = await LspClient.start({ files: { "a.aiplan": `${PLAN}roles: {on-call: {contact: a}}\n` } });
    const uri = await client.open("org.aiplan", ORG);
    const params = { textDocument: { uri }, position: positionOf(ORG, "sre"), newName: "on-call" };
    await assert.rejects(client.request("textDocument/rename", params), {
      message: /already a role `on-call`, in a\.aiplan/,
    });
  });
});
