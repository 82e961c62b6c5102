import * as vscode from "vscode";
import * as assert from "./assert.ts";
import { extension, until } from "./editor.ts";

describe("Next Placeholder", () => {
  it("selects one after the other, and after the last the first again", async () => {
    await until("a server", (await extension()).runningServer);
    const content = "title: <a>\nroles:\n  🙂: {contact: <b>}\n";
    const document = await vscode.workspace.openTextDocument({ language: "aiplan", content });
    const editor = await vscode.window.showTextDocument(document);
    for (const expected of ["<a>", "<b>", "<a>"]) {
      await vscode.commands.executeCommand("aiplan.nextPlaceholder");
      assert.equal(document.getText(editor.selection), expected);
    }
  });

  it("goes to a plan that is in sight where something else is looked at", async () => {
    const plan = await vscode.workspace.openTextDocument({ language: "aiplan", content: "name: <c>\n" });
    await vscode.window.showTextDocument(plan, vscode.ViewColumn.One);
    const notes = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, "README.md");
    await vscode.window.showTextDocument(notes, { viewColumn: vscode.ViewColumn.Two });
    await vscode.commands.executeCommand("aiplan.nextPlaceholder");
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.viewColumn, vscode.ViewColumn.One);
    assert.equal(editor?.document.getText(editor.selection), "<c>");
    await vscode.commands.executeCommand("workbench.action.closeEditorsInOtherGroups");
  });
});
