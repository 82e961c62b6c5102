import * as vscode from "vscode";
import * as assert from "./assert.ts";
import { expectFindings, extension, findings, open, positionOf, rangeOf, ruleOf, until } from "./editor.ts";

const BROKEN = "broken/invoice-triage.aiplan";

const SHOWN = [
  "missing-success-criteria at pilot",
  "undefined-escalation-path at finance-escalation",
  "pilot-only-data-source at pilot",
  "stage-not-earned at pilot",
];

describe("Findings", () => {
  before(extension);
  afterEach(() => vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

  it("are there, once each, for the three mistakes of the broken example, and once for the stage they stand in the way of", async () => {
    const { document } = await open(BROKEN);
    await expectFindings(document, SHOWN);
  });

  it("are there for a plan that is not open, and are the same, once each, while it is and when it is closed", async () => {
    const folder = vscode.workspace.workspaceFolders![0]!;
    const uri = vscode.Uri.joinPath(folder.uri, BROKEN);
    const shown = () =>
      vscode.languages.getDiagnostics(uri).map(({ code, range }) => `${ruleOf(code)} ${range.start.line}`);
    await until("the findings of a closed plan", () => shown().length > 0);
    const before = shown();
    await expectFindings((await open(BROKEN)).document, SHOWN);
    assert.deepEqual(shown(), before);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    assert.deepEqual(shown(), before);
  });

  it("are none for the good example", async () => {
    const editor = await open("ticket-routing/ticket-routing.aiplan");
    const { document } = editor;
    // A mistake that is found and goes again proves that the example has been checked.
    const title = rangeOf(document, "title:");
    await editor.edit((edit) => edit.replace(title, "titel:"));
    await until("the mistake to be found", () => findings(document).some((finding) => finding.includes("titel")));
    await editor.edit((edit) => edit.replace(title, "title:"));
    await expectFindings(document, []);
  });

  it("come and go as the author types, in a plan that is not saved yet", async () => {
    const content = (await open(BROKEN)).document.getText();
    const document = await vscode.workspace.openTextDocument({ language: "aiplan", content });
    const editor = await vscode.window.showTextDocument(document);
    const [first, second] = ["undefined-escalation-path at finance-escalation", "undefined-escalation-path at outtage"];
    await until("the finding of the text as it is", () => findings(document).includes(first));
    await editor.edit((edit) => {
      edit.replace(rangeOf(document, "finance-escalation"), "invoice-desk");
      edit.replace(rangeOf(document, "outage"), "outtage");
    });
    await until(
      "another finding in its place",
      () => !findings(document).includes(first) && findings(document).includes(second),
    );
  });

  it("follow a quick fix: creating the missing escalation path leaves only what is to be filled in", async () => {
    const { document } = await open(BROKEN);
    await until("findings", () => findings(document).length === 4);
    const at = positionOf(document, "finance-escalation", 3);
    const fix = await quickFix(document.uri, at, /finance-escalation/);
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    await until("the finding to go, and what is to be filled in to be marked", () => {
      const rules = findings(document).map((finding) => finding.replace(/ at .*/, ""));
      return rules.includes("placeholder-left") && !rules.includes("undefined-escalation-path");
    });
  });
});

/** The preferred quick fix at a position, resolved; its title has to match. */
async function quickFix(uri: vscode.Uri, at: vscode.Position, title: RegExp): Promise<vscode.CodeAction> {
  const range = new vscode.Range(at, at);
  const resolved = 10; // actions, at most
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    "quickfix",
    resolved,
  );
  const fix = actions.find((action) => action.isPreferred && title.test(action.title));
  assert.ok(fix?.edit, `no such fix with an edit among: ${actions.map((action) => action.title).join(", ")}`);
  return fix;
}
