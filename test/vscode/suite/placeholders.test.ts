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
});
