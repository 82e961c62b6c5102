import type { ReportFinding, ReportPlace } from "@aiplan/report";
import * as vscode from "vscode";
import { type CodeAction, CodeActionKind, type CodeActionParams } from "vscode-languageclient";
import type { PlanServer } from "../plan-server.ts";

/** A place of which an editor knows the file. */
export type OpenablePlace = Pick<ReportPlace, "range"> & { readonly uri: string };

/**
 * Shows a place, in the editor that shows its file already if there is one.
 *
 * @param beside a column in which something else is to stay in sight
 */
export async function goTo({ uri, range }: OpenablePlace, beside?: vscode.ViewColumn): Promise<vscode.TextEditor> {
  const file = vscode.Uri.parse(uri);
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === file.toString());
  const { One, Beside } = vscode.ViewColumn;
  const viewColumn =
    shown?.viewColumn ?? (beside === undefined ? vscode.ViewColumn.Active : beside === One ? Beside : One);
  const selection = rangeOf(range);
  return vscode.window.showTextDocument(file, { viewColumn, selection });
}

/**
 * Applies the fix that is offered first for a finding, the very one that the light bulb offers, and leaves the author there
 * to fill in what it could not know.
 */
export async function fix(
  server: PlanServer,
  finding: Pick<ReportFinding, "rule" | "fixes"> & OpenablePlace,
  beside?: vscode.ViewColumn,
): Promise<void> {
  const { uri, range, rule, fixes } = finding;
  await goTo(finding, beside);
  const context = { diagnostics: [], only: [CodeActionKind.QuickFix] };
  const params: CodeActionParams = { textDocument: { uri }, range, context };
  const offered = await server.request<CodeAction[] | null>("textDocument/codeAction", params);
  const action = offered?.find(
    ({ title, diagnostics }) => title === fixes[0] && diagnostics?.some(({ code }) => code === rule),
  );
  const resolved = action && (await server.request<CodeAction>("codeAction/resolve", action));
  if (resolved?.edit && (await server.apply(resolved.edit))) return;
  void vscode.window.showInformationMessage(vscode.l10n.t("The plan has changed meanwhile. Choose the fix again."));
}

function rangeOf({ start, end }: ReportPlace["range"]): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
