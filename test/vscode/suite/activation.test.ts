import * as vscode from "vscode";
import * as assert from "./assert.ts";
import { extension, open, until } from "./editor.ts";

describe("The extension", () => {
  it("is active where a folder has plans, and its server runs", async () => {
    await until("a server", (await extension()).runningServer);
  });

  it("registers the commands that its manifest promises", async () => {
    const { packageJSON } = vscode.extensions.getExtension("ai-plan.ai-plan")!;
    const promised = packageJSON.contributes.commands.map(({ command }: { command: string }) => command);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      promised.filter((command: string) => !registered.has(command)),
      [],
    );
    assert.deepEqual(promised.sort(), [
      "aiplan.exportReport",
      "aiplan.fixFinding",
      "aiplan.getStarted",
      "aiplan.goToFinding",
      "aiplan.newPlan",
      "aiplan.nextPlaceholder",
      "aiplan.restartServer",
      "aiplan.showOutput",
      "aiplan.showReadiness",
    ]);
  });

  it("gives .aiplan files their own language and settings", async () => {
    const { document } = await open("ticket-routing/ticket-routing.aiplan");
    assert.equal(document.languageId, "aiplan");
    assert.equal(vscode.workspace.getConfiguration("editor", document).get("tabSize"), 2);
  });

  it("takes an id, a quantity and a placeholder for one word each", async () => {
    const text = "approved-by: <who approves>\nmonth-1: 2.5 h";
    const document = await vscode.workspace.openTextDocument({ language: "aiplan", content: text });
    const wordAt = (line: number, column: number) =>
      document.getText(document.getWordRangeAtPosition(new vscode.Position(line, column)));
    // In a browser what words are is fetched when the first text of a language is opened.
    await until("the language", () => wordAt(0, 2) === "approved-by").catch(() => {});
    assert.equal(wordAt(0, 2), "approved-by");
    assert.equal(wordAt(0, 16), "<who approves>");
    assert.equal(wordAt(1, 10), "2.5");
  });
});
