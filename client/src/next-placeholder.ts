import {
  NEXT_PLACEHOLDER,
  type NextPlaceholderAnswer,
  type NextPlaceholderParams,
} from "@aiplan/server/new-plan-requests";
import * as vscode from "vscode";
import type { PlanServer } from "./plan-server.ts";

/** The command "AI Plan: Next Placeholder": selects the next place of the plan in which a person has something to write. */
export async function goToNextPlaceholder(server: PlanServer): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== "aiplan") return;
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
