import * as vscode from "vscode";
import { planSnippet } from "./plan-snippets.ts";

/** The stages in the order a plan passes through them, each with what choosing it says. */
const STAGES = [
  { label: "proposal", detail: "An idea with a business case, to be approved: outcome, success criteria, economics." },
  { label: "build", detail: "Approved, and being built: data, systems, limits and monitoring come in." },
  { label: "pilot", detail: "Tried out on real cases under close watch: escalation, rollout and rollback come in." },
  { label: "production", detail: "Live: what the pilot had, tested." },
] as const;

/** The command "AI Plan: New Plan": asks for a name and a stage, and opens the plan with tab stops at all there is to say. */
export async function createPlan(extension: vscode.Uri): Promise<void> {
  const folder = await chooseFolder();
  if (folder === "cancelled") return;
  const name = await askName(folder?.uri);
  if (name === undefined) return;
  const stage = await vscode.window.showQuickPick(STAGES, {
    title: "New Plan: Stage",
    placeHolder: "How far is the plan? You can change it later: it decides what must be there by now.",
  });
  if (stage === undefined) return;
  const snippet = await planSnippet(extension, stage.label, name);
  const document = await openPlan(folder?.uri, name);
  if (!document) return;
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Position(0, 0));
  // Else an empty file would be what is left of a plan whose author thinks better of it.
  if (!document.isUntitled) await document.save();
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined | "cancelled"> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0];
  const placeHolder = "The folder to put the plan in";
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder })) ?? "cancelled";
}

function askName(folder: vscode.Uri | undefined): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: "New Plan: Name",
    prompt: "A short name in small letters with hyphens. The file gets this name too.",
    placeHolder: "ticket-routing",
    validateInput: async (name) => {
      if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
        return "Use small letters, digits and single hyphens, starting with a letter, such as ticket-routing.";
      }
      if (folder && (await exists(planUri(folder, name)))) return `There is a ${name}.aiplan here already.`;
      return undefined;
    },
  });
}

/** In a folder the plan is a file from the start, for links and catalogs are found from where it lies. */
async function openPlan(folder: vscode.Uri | undefined, name: string): Promise<vscode.TextDocument | undefined> {
  if (!folder) return vscode.workspace.openTextDocument({ language: "aiplan" });
  const uri = planUri(folder, name);
  const create = new vscode.WorkspaceEdit();
  // Somebody may have made the file since its name was asked for: theirs stays as it is.
  create.createFile(uri, { overwrite: false, ignoreIfExists: false });
  if (!(await vscode.workspace.applyEdit(create))) {
    void vscode.window.showErrorMessage(`${name}.aiplan could not be made: it may be there already.`);
    return undefined;
  }
  return vscode.workspace.openTextDocument(uri);
}

function planUri(folder: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, `${name}.aiplan`);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
