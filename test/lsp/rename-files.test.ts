import assert from "node:assert/strict";
import { mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostic, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver-protocol";
import { applyLsp, type Capabilities, LspClient, rulesOf } from "../harness/lsp-client.ts";

const ASKS: Capabilities = {
  textDocument: { diagnostic: {} },
  workspace: {
    fileOperations: { willRename: true },
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
  },
};
const ORG = "aiplan: 1\nkind: catalog\nname: org\nroles: {sre: {contact: a}}\n";
const TEAM = "aiplan: 1\nkind: catalog\nname: team\nimports: [./org.aiplan] # 🚨\nsystems: {crm: {owner: sre}}\n";
const FAR = TEAM.replace("[./org.aiplan]", "['../org.aiplan']").replaceAll("\n", "\r\n");

describe("files that are renamed or moved", () => {
  let client: LspClient;
  afterEach(() => client.stop());

  const willRename = (...moves: (readonly [from: string, to: string])[]) =>
    client.request<WorkspaceEdit | null>("workspace/willRenameFiles", {
      files: moves.map(([from, to]) => ({ oldUri: client.uri(from), newUri: client.uri(to) })),
    });
  const changesOf = (edit: WorkspaceEdit | null) => (edit?.documentChanges ?? []) as TextDocumentEdit[];
  const nameOf = (uri: string) => uri.slice(client.uri("").length + 1);
  const shown = (edit: WorkspaceEdit | null) =>
    changesOf(edit).flatMap(({ textDocument: { uri, version }, edits }) =>
      (edits as { newText: string }[]).map(({ newText }) => `${nameOf(uri)} ${version} ${newText}`),
    );
  const read = (name: string) => readFileSync(join(client.folder, name), "utf8");
  /** Does what an editor does: edits first, then the move, then it says what has come of it. */
  const move = async (from: string, to: string) => {
    const edit = await willRename([from, to]);
    for (const { textDocument, edits } of changesOf(edit)) {
      const name = nameOf(textDocument.uri);
      client.write(name, applyLsp(read(name), edits as never));
      await client.changedOnDisk(name);
    }
    mkdirSync(dirname(join(client.folder, to)), { recursive: true });
    renameSync(join(client.folder, from), join(client.folder, to));
    await client.wentFromDisk(from);
    await client.cameOnDisk(to);
    return edit;
  };
  const findings = async () => {
    const { items } = await client.request<{ items: { uri: string; items: Diagnostic[] }[] }>("workspace/diagnostic", {
      previousResultIds: [],
    });
    return Object.fromEntries(items.map((report) => [nameOf(report.uri), rulesOf(report.items).join()]));
  };

  it("change plans that are open, with their version, and those that are not", async () => {
    client = await LspClient.start({ capabilities: ASKS, files: { "org.aiplan": ORG, "sub/far.aiplan": FAR } });
    assert.deepEqual(client.initialized.capabilities.workspace?.fileOperations, {
      willRename: { filters: [{ pattern: { glob: "**/*" } }] },
    });
    await client.open("team.aiplan", TEAM);
    assert.deepEqual(shown(await willRename(["org.aiplan", "sub/ours.aiplan"])), [
      "team.aiplan 1 ./sub/ours.aiplan",
      "sub/far.aiplan null ours.aiplan",
    ]);
    // The plan goes too, and some clients end folders with a slash.
    assert.deepEqual(shown(await willRename(["sub/", "a/b/"])), ["sub/far.aiplan null ../../org.aiplan"]);
    assert.deepEqual(shown(await willRename(["team.aiplan", "sub/team.aiplan"])), ["team.aiplan 1 ./../org.aiplan"]);
    assert.equal(await willRename(["other.txt", "another.txt"]), null);
  });

  it("change the text that a plan has in the end, where its author goes on meanwhile", async () => {
    client = await LspClient.start({ capabilities: ASKS, files: { "org.aiplan": ORG, "sub/far.aiplan": FAR } });
    const uri = await client.open("team.aiplan", TEAM);
    const asked = willRename(["org.aiplan", "sub/ours.aiplan"]);
    const text = `# first\n${TEAM}`;
    await client.change(uri, { text });
    await client.open("sub/far.aiplan", FAR);
    const edit = await asked;
    assert.deepEqual(shown(edit), ["team.aiplan 2 ./sub/ours.aiplan", "sub/far.aiplan 1 ours.aiplan"]);
    const own = changesOf(edit)[0]!.edits as TextEdit[];
    assert.equal(applyLsp(text, own), text.replace("./org", "./sub/ours"));
  });

  it("go and come back: every byte is the same, and no finding comes of it in between", async () => {
    const files = { "org.aiplan": ORG, "team.aiplan": TEAM, "sub/far.aiplan": FAR };
    client = await LspClient.start({ capabilities: ASKS, files });
    assert.deepEqual(await findings(), { "org.aiplan": "", "sub/far.aiplan": "", "team.aiplan": "" });
    await move("org.aiplan", "ours/all of us.aiplan");
    assert.deepEqual(await findings(), { "ours/all%20of%20us.aiplan": "", "sub/far.aiplan": "", "team.aiplan": "" });
    await move("sub", "x/y");
    assert.equal(read("x/y/far.aiplan"), FAR.replace("../org.aiplan", "../../ours/all of us.aiplan"));
    assert.deepEqual(await findings(), { "ours/all%20of%20us.aiplan": "", "x/y/far.aiplan": "", "team.aiplan": "" });
    await move("ours/all of us.aiplan", "org.aiplan");
    await move("x/y", "sub");
    assert.deepEqual(Object.fromEntries(Object.keys(files).map((name) => [name, read(name)])), files);
    assert.deepEqual(await findings(), { "org.aiplan": "", "sub/far.aiplan": "", "team.aiplan": "" });
  });

  it("leave links alone that would leave their folder", async () => {
    client = await LspClient.start({
      capabilities: ASKS,
      folders: ["one", "two"],
      files: { "one/team.aiplan": TEAM, "one/org.aiplan": ORG, "one/root.aiplan": TEAM.replace("./org", "/org") },
    });
    assert.equal(await willRename(["one/org.aiplan", "two/org.aiplan"]), null);
    assert.equal(await willRename(["one/team.aiplan", "two/team.aiplan"]), null);
    assert.deepEqual(shown(await willRename(["one/org.aiplan", "one/a/b.aiplan"])), [
      "one/root.aiplan null /a/b.aiplan",
      "one/team.aiplan null ./a/b.aiplan",
    ]);
  });

  it("are asked about only where the client says that it asks", async () => {
    client = await LspClient.start();
    assert.equal(client.initialized.capabilities.workspace?.fileOperations, undefined);
  });
});
