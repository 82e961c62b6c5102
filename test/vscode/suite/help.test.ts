import * as vscode from "vscode";
import * as assert from "./assert.ts";
import { extension, open, positionOf } from "./editor.ts";

describe("Help while writing", () => {
  before(extension);
  afterEach(() => vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

  it("hovering over a key says what it is for", async () => {
    const { document } = await open("ticket-routing/ticket-routing.aiplan");
    const at = positionOf(document, "success-criteria", 3);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      at,
    );
    const text = hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value));
    assert.match(text.join("\n"), /success/i);
  });

  it("completion offers the stages", async () => {
    const { document } = await open("ticket-routing/ticket-routing.aiplan");
    assert.ok((await completions(document, positionOf(document, "stage: ", 7))).includes("proposal"));
  });

  it("completion offers the escalation paths where one is asked for", async () => {
    const { document } = await open("ticket-routing/ticket-routing.aiplan");
    const offered = await completions(document, positionOf(document, "escalate: misroute", 10));
    assert.ok(offered.includes("misroute") && offered.includes("outage"), offered.join(", "));
  });
});

async function completions(document: vscode.TextDocument, at: vscode.Position): Promise<string[]> {
  const command = "vscode.executeCompletionItemProvider";
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, at);
  return items.map(({ label }) => (typeof label === "string" ? label : label.label));
}
