import type { CodeActionKind, Finding, CodeAction as PlanAction } from "@aiplan/core";
import type { CodeAction, Diagnostic } from "vscode-languageserver";
import type { Snapshot } from "../plans.ts";
import { toDiagnostic } from "./diagnostics.ts";
import type { ToLsp } from "./to-lsp.ts";
import { toWorkspaceEdit } from "./workspace-edit.ts";

/** What a code action is found by again when the client asks for its edits. */
export interface ActionData {
  readonly uri: string;
  readonly version: number | null;
  readonly kind: CodeActionKind;
  readonly title: string;
  /** What it was offered for, in offsets. */
  readonly span: { readonly start: number; readonly end: number };
  /** Two findings at one place may be put right in the same words. */
  readonly finding?: { readonly rule: string; readonly start: number };
}

/** @param known the diagnostics that the client has at hand: it matches them by what they say */
export async function toCodeAction(
  lsp: ToLsp,
  snapshot: Snapshot,
  action: PlanAction,
  span: ActionData["span"],
  known: readonly Diagnostic[],
): Promise<CodeAction> {
  const { title, kind, finding } = action;
  const { uri, version } = snapshot;
  const about = finding && { rule: finding.rule, start: finding.place.start };
  const data: ActionData = { uri, version, kind, title, span, ...(about ? { finding: about } : {}) };
  return {
    title,
    kind,
    ...(finding ? { diagnostics: [diagnosticOf(lsp, snapshot, finding, known)] } : {}),
    ...(action.preferred && lsp.client.preferredActions ? { isPreferred: true } : {}),
    ...(lsp.client.resolvesEdits ? { data } : await withEdit(lsp, snapshot, action)),
  };
}

/** Is it the action that the data was made for, offered again? */
export function isSameAction({ title, kind, finding }: PlanAction, data: ActionData): boolean {
  return (
    title === data.title &&
    kind === data.kind &&
    finding?.rule === data.finding?.rule &&
    finding?.place.start === data.finding?.start
  );
}

export async function withEdit(lsp: ToLsp, snapshot: Snapshot, action: PlanAction): Promise<Pick<CodeAction, "edit">> {
  return { edit: toWorkspaceEdit(lsp, snapshot, await action.edits()) };
}

function diagnosticOf(lsp: ToLsp, snapshot: Snapshot, finding: Finding, known: readonly Diagnostic[]): Diagnostic {
  const own = toDiagnostic(lsp, snapshot, finding);
  return known.find((one) => isSame(one, own)) ?? own;
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.message === b.message && JSON.stringify(a.range) === JSON.stringify(b.range);
}
