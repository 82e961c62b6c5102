import * as vscode from "vscode";

/** The file of a plan in a folder. */
export function planUri(folder: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, `${name}.aiplan`);
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** In a folder the plan is a file from the start, for links and catalogs are found from where it lies. */
export async function makePlan(folder: vscode.Uri | undefined, name: string): Promise<vscode.TextDocument | undefined> {
  if (!folder) return vscode.workspace.openTextDocument({ language: "aiplan" });
  const uri = planUri(folder, name);
  const create = new vscode.WorkspaceEdit();
  // Somebody may have made the file since its name was asked for: theirs stays as it is.
  create.createFile(uri, { overwrite: false, ignoreIfExists: false });
  if (!(await vscode.workspace.applyEdit(create))) {
    const message = vscode.l10n.t("{0}.aiplan could not be made: it may be there already.", name);
    void vscode.window.showErrorMessage(message);
    return undefined;
  }
  return vscode.workspace.openTextDocument(uri);
}
