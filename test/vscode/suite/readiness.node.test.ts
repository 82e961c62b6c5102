import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PlanReport } from "@aiplan/report";
import * as vscode from "vscode";
import * as assert from "./assert.ts";
import { extension, open, positionOf, until } from "./editor.ts";

describe("The report in the editor", () => {
  before(extension);
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("has the same figures as tree, status bar, lens and the command line, for every example", async function () {
    this.timeout(120_000);
    const { followed, tree, statusBar } = (await extension()).views;
    const examples = vscode.workspace.workspaceFolders![0]!.uri;
    const plans = await vscode.workspace.findFiles("**/*.aiplan");
    let compared = 0;
    for (const uri of plans) {
      const said = await onTheCommandLine(uri.fsPath);
      if (!said) continue;
      const path = uri.path.slice(examples.path.length + 1);
      const { document } = await open(path);
      const report = await until(`the report of ${path}`, () =>
        followed.report?.uri === uri.toString() ? followed.report : undefined,
      );
      assert.deepEqual(figuresOf(report), figuresOf(said), `${path}: report`);
      const { score, claimed, earned, blockers, principles } = said.readiness;
      const stages = `earns ${earned ?? "no stage yet"}${claimed === earned ? "" : `, claims ${claimed ?? "none"}`}`;
      assert.equal(statusBar.text, `$(checklist) ${score}/100 · ${stages}`);
      assert.equal(tree.message, `${score}/100 · ${stages}`);
      assert.deepEqual(
        tree.getChildren().map((id) => [id, tree.getChildren(id).length]),
        principles.map((one) => [
          one.id,
          one.findings.length +
            one.silenced.length +
            one.accepted.length +
            new Set(one.unjudged.map(({ lacks }) => lacks)).size,
        ]),
      );
      const title = `Readiness ${score}/100 · ${stages}${blockers.length > 0 ? ` · ${blockers.length} to settle` : ""}`;
      await until(`the lens of ${path}: ${title}`, async () => (await lensOf(document)) === title);
      compared++;
    }
    assert.ok(compared >= 13, `only ${compared} plans`);
  });

  it("asks no more than once at a time, however much is typed, and says the last of it", async function () {
    this.timeout(120_000);
    const { views } = await extension();
    const editor = await open("ticket-routing/ticket-routing.aiplan");
    await until("the report", () => views.followed.report?.name === "ticket-routing");
    const at = positionOf(editor.document, "month-1: 3 h", "month-1: 3".length);
    const digit = new vscode.Range(at, at.translate(0, 1));
    let most = 0;
    for (let edits = 0; edits < 500; edits++) {
      await editor.edit((edit) => (edits % 2 === 0 ? edit.insert(at, "1") : edit.delete(digit)));
      most = Math.max(most, views.followed.pending);
    }
    assert.ok(most > 0 && most <= 2, `${most} requests at a time`);
    await editor.edit((edit) => edit.insert(at, "7"));
    await until("what was typed last", () =>
      views.followed.report?.readiness.blockers.some(({ message }) => message.includes("37 h")),
    );
    await until("nothing more to ask", () => views.followed.pending === 0);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });
});

/** Undefined for a catalog. */
async function onTheCommandLine(path: string): Promise<PlanReport | undefined> {
  const command = join(__dirname, "../../cli/bin/aiplan.js");
  const ran = promisify(execFile)(process.execPath, [command, "report", "--format", "json", path]);
  return ran.then(
    ({ stdout }) => JSON.parse(stdout),
    ({ stderr }) => assert.match(stderr, /This is a catalog/),
  );
}

function figuresOf({ readiness }: PlanReport): unknown {
  const { stage, claimed, earned, isReady, score, blockers, principles, next } = readiness;
  return {
    ...{ stage, claimed, earned, isReady, score },
    blockers: blockers.map(({ rule, message, range }) => [rule, message, range]),
    principles: principles.map(({ id, status, share, findings, silenced, accepted, unjudged }) => [
      ...[id, status, share, findings.length, silenced.length, accepted.length, unjudged.length],
    ]),
    next: next.map(({ title, gain, blocks, others }) => [title, gain, blocks, others]),
  };
}

async function lensOf({ uri }: vscode.TextDocument): Promise<string | undefined> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri);
  return lenses.map(({ command }) => command?.title ?? "").find((title) => title.startsWith("Readiness"));
}
