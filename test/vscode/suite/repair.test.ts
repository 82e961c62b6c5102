import * as vscode from "vscode";
import * as assert from "./assert.ts";
import { extension, open, positionOf, rangeOf, until } from "./editor.ts";

const PLAN = "ticket-routing/ticket-routing.aiplan";
const CATALOG = "ticket-routing/org.aiplan";

describe("What changes texts", () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;
  let good: string;
  before(extension);
  beforeEach(async () => {
    editor = await open(PLAN);
    ({ document } = editor);
    good = document.getText();
  });
  afterEach(async () => {
    for (const path of [CATALOG, PLAN]) {
      await open(path);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    }
  });

  it("a name is changed in a plan and its catalog, and changed back", async () => {
    const { document: catalog } = await open(CATALOG);
    const before = [catalog.getText(), good];
    await rename(catalog, "helpdesk-team", "service-desk");
    for (const changed of [catalog, document]) {
      const names = changed.getText().replace(/#.*/g, "");
      assert.ok(!names.includes("helpdesk-team"), "the old name is still there");
      assert.ok(names.includes("service-desk"), "the new name is not there");
    }
    await rename(document, "service-desk", "helpdesk-team");
    assert.deepEqual([catalog.getText(), document.getText()], before);
  });

  it("a plan is formatted, whole and in part", async () => {
    const tight = good.replace("kind: business, unit", "kind: business,unit").replace("[read, write]", "[read,write]");
    await replaceAll(tight);
    const { range } = document.lineAt(positionOf(document, "kind: business,unit"));
    await apply(await edits("vscode.executeFormatRangeProvider", range));
    assert.equal(document.getText(), tight.replace("business,unit", "business, unit"));
    await apply(await edits("vscode.executeFormatDocumentProvider"));
    assert.equal(document.getText(), good);
  });

  it("sections are put in order", async () => {
    const start = good.indexOf("outcome:");
    const [head, rest] = [good.slice(0, start), good.slice(start)];
    const end = rest.indexOf("milestones:");
    const next = rest.indexOf("metrics:");
    // The milestones before the outcome.
    const shuffled = head + rest.slice(end, next) + rest.slice(0, end) + rest.slice(next);
    await replaceAll(shuffled);
    await applyAction("source.organizeSections");
    assert.equal(document.getText(), good);
  });

  it("all that has one remedy is put right at once", async () => {
    await editor.edit((edit) => {
      edit.replace(rangeOf(document, "title:"), "titel:");
      edit.replace(rangeOf(document, "risk-tier:"), "risk-teir:");
    });
    await applyAction("source.fixAll.aiplan");
    assert.equal(document.getText(), good);
  });

  it("what is accepted from completion has its documentation, and is inserted", async () => {
    const half = "owner: triage-";
    await editor.edit((edit) => edit.replace(rangeOf(document, "owner: support-ops"), half));
    const at = positionOf(document, half, half.length);
    const resolved = 30; // items, at most
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      at,
      undefined,
      resolved,
    );
    const item = items.find(({ label }) => (typeof label === "string" ? label : label.label) === "triage-lead");
    assert.ok(item?.documentation, `no documentation: ${JSON.stringify(item)}`);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand("editor.action.triggerSuggest");
    // The list is there some time after it has been asked for; until then there is nothing to accept.
    await until("what was accepted", async () => {
      await vscode.commands.executeCommand("acceptSelectedSuggestion");
      return document.lineAt(at.line).text.startsWith("owner: triage-lead");
    });
    assert.equal(document.getText(), good.replace("owner: support-ops", "owner: triage-lead"));
  });

  async function replaceAll(text: string): Promise<void> {
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    assert.ok(await editor.edit((edit) => edit.replace(whole, text)));
  }

  function edits(command: string, ...rest: unknown[]): Thenable<vscode.TextEdit[] | undefined> {
    const options = { tabSize: 2, insertSpaces: true };
    return vscode.commands.executeCommand(command, document.uri, ...rest, options);
  }

  async function apply(textEdits: vscode.TextEdit[] | undefined): Promise<void> {
    assert.ok(textEdits && textEdits.length > 0, "no edits");
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, textEdits);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  /** Applies the one action of a kind that there is, once there is one. */
  async function applyAction(kind: string): Promise<void> {
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [action] = await until("the action", async () => {
      const resolved = 10; // actions, at most
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        whole,
        kind,
        resolved,
      );
      return found.length === 1 && found;
    });
    assert.ok(await vscode.workspace.applyEdit(action!.edit!));
  }
});

async function rename(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const command = "vscode.executeDocumentRenameProvider";
  const at = positionOf(document, from, 2);
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(command, document.uri, at, to);
  assert.equal(edit.entries().length, 2);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
