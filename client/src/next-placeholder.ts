import {
  NEXT_PLACEHOLDER,
  type NextPlaceholderAnswer,
  type NextPlaceholderParams,
} from "@aiplan/server/new-plan-requests";
import * as vscode from "vscode";
import type { PlanServer } from "./plan-server.ts";

/** The command "AI Plan: Next Placeholder": selects the next place of the plan in which a person has something to write. */
export async function goToNextPlaceholder(server: PlanServer): Promise<void> {
  const editor = await planEditor();
  if (!editor) return;
  const { document, selection } = editor;
  const { line, character } = selection.end;
  const params: NextPlaceholderParams = {
    textDocument: { uri: document.uri.toString() },
    position: { line, character },
  };
  const range = await server.request<NextPlaceholderAnswer>(NEXT_PLACEHOLDER, params);
  if (range === undefined) return;
  if (range === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t("No placeholder is left in this plan."));
    return;
  }
  const { start, end } = range;
  editor.selection = new vscode.Selection(start.line, start.character, end.line, end.character);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The plan that is worked on; one that is open where something else is looked at, such as the page Get Started. */
async function planEditor(): Promise<vscode.TextEditor | undefined> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const isPlan = ({ languageId }: vscode.TextDocument) => languageId === "aiplan";
  if (activeTextEditor && isPlan(activeTextEditor.document)) return activeTextEditor;
  const visible = visibleTextEditors.find(({ document }) => isPlan(document));
  if (visible) return vscode.window.showTextDocument(visible.document, visible.viewColumn);
  const document = vscode.workspace.textDocuments.find(isPlan);
  return document && vscode.window.showTextDocument(document);
}
