import type { InlayHint as PlanInlayHint } from "@aiplan/core";
import type { InlayHint } from "vscode-languageserver";
import type { Snapshot } from "../plans.ts";
import type { ToLsp } from "./to-lsp.ts";

export function toInlayHints(lsp: ToLsp, snapshot: Snapshot, hints: readonly PlanInlayHint[]): InlayHint[] {
  return hints.map(({ offset, text, tooltip }) => ({
    position: lsp.rangeIn(snapshot, { start: offset, end: offset }).start,
    label: text,
    tooltip,
    paddingLeft: true,
  }));
}
