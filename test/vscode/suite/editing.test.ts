import * as vscode from "vscode";
import * as assert from "./assert.ts";
import { extension, findings, open, positionOf, until } from "./editor.ts";

const PLAN = "ticket-routing/ticket-routing.aiplan";

describe("The workspace", () => {
  before(extension);
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("is trusted or not, on a disk or not, as the tests were told", () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const isVirtual = vscode.env.uiKind === vscode.UIKind.Web && vscode.env.remoteName === undefined;
    assert.equal(folder?.uri.scheme, isVirtual ? "vscode-vfs" : "file");
    assert.equal(vscode.workspace.isTrusted, !isVirtual);
  });

  it("is checked as a whole: also a plan that was never opened has its findings", async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const closed = vscode.Uri.joinPath(folder, "broken/invoice-triage.aiplan");
    await open(PLAN);
    assert.ok(vscode.workspace.textDocuments.every(({ uri }) => uri.toString() !== closed.toString()));
    const rules = () => vscode.languages.getDiagnostics(closed).map(({ code }) => (code as { value: string }).value);
    await until("the findings", () => rules().includes("undefined-escalation-path"));
  });

  it("is read: a link that leads to no file is a finding, and those that lead to files are none", async () => {
    const editor = await open(PLAN);
    const { document } = editor;
    const [link = ""] = /[\w/.-]+\.(?:yaml|yml|json|md|aiplan)\b/.exec(document.getText()) ?? [];
    const at = positionOf(document, link);
    await editor.edit((edit) => edit.insert(at, "no-such-folder/"));
    await until("the finding", () => findings(document).some((finding) => finding.includes("no-such-folder")));
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await until("the finding to go", () => findings(document).length === 0);
  });
});

describe("Editing", () => {
  before(extension);
  afterEach(() => vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

  it("renames an id wherever the plan uses it", async () => {
    const { document } = await open(PLAN);
    const at = positionOf(document, "escalate: misroute", 12);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      at,
      "wrong-queue",
    );
    const edits = edit.get(document.uri);
    const uses = document.getText().match(/(?<![\w-])misroute(?![\w-])/g) ?? [];
    assert.ok(edits.length >= 2 && edits.length <= uses.length, `${edits.length} edits for ${uses.length} uses`);
    assert.ok(edits.every(({ range, newText }) => document.getText(range) === "misroute" && newText === "wrong-queue"));
  });

  it("shows computed figures in the text", async () => {
    const { document } = await open(PLAN);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = () =>
      vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole);
    await until("hints", async () => (await hints()).length > 0);
  });
});
