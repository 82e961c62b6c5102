import type { CodeAction as PlanAction } from "@aiplan/core";
import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver";
import type { Snapshot } from "../plans.ts";
import { toDiagnostic } from "./diagnostics.ts";
import type { ToLsp } from "./to-lsp.ts";
import { toWorkspaceEdit } from "./workspace-edit.ts";

/** What a code action is found by again when the client asks for its edits. */
export interface ActionData {
  readonly uri: string;
  readonly version: number | null;
  readonly rule: string;
  readonly start: number;
  readonly title: string;
}

/** @param known the diagnostics that the client has at hand: it matches them by what they say */
export function toCodeAction(
  lsp: ToLsp,
  snapshot: Snapshot,
  action: PlanAction,
  known: readonly Diagnostic[],
): CodeAction {
  const { title, finding } = action;
  const own = toDiagnostic(lsp, snapshot, finding);
  const { uri, version } = snapshot;
  const data: ActionData = { uri, version, rule: finding.rule, start: finding.place.start, title };
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [known.find((one) => isSame(one, own)) ?? own],
    ...(action.preferred && lsp.client.preferredActions ? { isPreferred: true } : {}),
    ...(lsp.client.resolvesEdits ? { data } : withEdit(lsp, snapshot, action)),
  };
}

export function withEdit(lsp: ToLsp, snapshot: Snapshot, action: PlanAction): Pick<CodeAction, "edit"> {
  return { edit: toWorkspaceEdit(lsp, snapshot, action.edits()) };
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.message === b.message && JSON.stringify(a.range) === JSON.stringify(b.range);
}
