import * as vscode from "vscode";
import * as assert from "./assert.ts";
import { extension, open, positionOf, until } from "./editor.ts";

const BROKEN = "broken/invoice-triage.aiplan";
const CATALOG = "ticket-routing/org.aiplan";
const PLAN = "ticket-routing/ticket-routing.aiplan";

describe("Readiness", () => {
  before(extension);
  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  /** Waits until the views speak of a plan. */
  const followed = async ({ document: { uri } }: vscode.TextEditor) => {
    const { views } = await extension();
    await until("the report", () => views.followed.report?.uri === uri.toString());
    return views;
  };

  it("follows the plan that is worked on, and stays with it while a catalog is looked at", async () => {
    const { document } = await open(BROKEN);
    const views = await followed(await open(PLAN));
    assert.equal(views.statusBar.text, "$(checklist) 100/100 · earns production, claims pilot");
    assert.equal((await followed(await open(BROKEN))).followed.report?.name, "invoice-triage");
    await vscode.commands.executeCommand("workbench.action.keepEditor");
    await open(CATALOG);
    await until("the answer that it is a catalog", () => views.followed.pending === 0);
    assert.equal(views.followed.report?.uri, document.uri.toString());
    assert.equal(views.statusBar.text, undefined); // the plan is not in sight
  });

  it("is of no plan once that is closed", async () => {
    const views = await followed(await open(PLAN));
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await until("the report to go", () => views.followed.report === undefined);
    assert.deepEqual(views.tree.getChildren(), []);
  });

  it("leads from the tree to the place of a finding, and fixes it", async () => {
    const editor = await open(BROKEN);
    const { document } = editor;
    const { tree } = await followed(editor);
    const id = "escalation-before-go-live/finding/undefined-escalation-path/0";
    assert.ok(tree.getChildren("escalation-before-go-live").includes(id));
    await vscode.commands.executeCommand("aiplan.goToFinding", id);
    assert.equal(document.getText(vscode.window.activeTextEditor!.selection), "finance-escalation");
    await vscode.commands.executeCommand("aiplan.fixFinding", id);
    assert.ok(positionOf(document, "  finance-escalation:\n"));
    await until("the finding to go", () => tree.findingOf(id) === undefined);
  });
});
