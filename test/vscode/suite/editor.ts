import * as vscode from "vscode";
import type { Extension } from "../../../client/src/begin.ts";
import * as assert from "./assert.ts";

/** The extension under test, once it is active. */
export async function extension(): Promise<Extension> {
  const found = vscode.extensions.getExtension<Extension>("ai-plan.ai-plan");
  assert.ok(found, "VS Code does not know the extension");
  return found.activate();
}

/** Opens a file of the workspace, which is the folder `examples`. */
export async function open(path: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "no folder is open");
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, path));
}

/** Waits until `probe` gives something other than undefined or false, and returns that. */
export async function until<Value>(
  what: string,
  probe: () => Value | undefined | false | Promise<Value | undefined | false>,
  limit = 15_000,
): Promise<Value> {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error(`${what}: not within ${limit} ms`);
}

/**
 * The findings that the Problems view lists, each as `rule-id at text`, where the text is what is underlined. It lists no
 * hints, and so neither does this.
 */
export function findings(document: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint)
    .map(({ code, range }) => `${ruleOf(code)} at ${document.getText(range)}`)
    .sort();
}

/** Waits until a document has exactly these findings. */
export async function expectFindings(document: vscode.TextDocument, expected: string[]): Promise<void> {
  const same = () => JSON.stringify(findings(document)) === JSON.stringify([...expected].sort());
  await until("the findings", same).catch(() => assert.deepEqual(findings(document), [...expected].sort()));
}

/** Where a text begins in a document, so many characters on. */
export function positionOf(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `${text} is not in the document`);
  return document.positionAt(at + offset);
}

/** The range of the first occurrence of a text in a document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  return new vscode.Range(positionOf(document, text), positionOf(document, text, text.length));
}

export function ruleOf(code: vscode.Diagnostic["code"]): string {
  return String(typeof code === "object" ? code.value : code);
}
