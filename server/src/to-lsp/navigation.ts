import type { DefinitionAnswer, Highlight, PlanLink, Renameable } from "@aiplan/core";
import {
  type Definition,
  type DefinitionLink,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type Range,
} from "vscode-languageserver";
import type { Snapshot } from "../plans.ts";
import type { ToLsp } from "./to-lsp.ts";

export function toDefinition(
  lsp: ToLsp,
  snapshot: Snapshot,
  { origin, targets }: DefinitionAnswer,
): Definition | DefinitionLink[] {
  if (!lsp.client.definitionLinks) return targets.map(({ name }) => lsp.location(snapshot, name));
  const originSelectionRange = lsp.range(snapshot, origin);
  return targets.map(({ whole, name }) => ({
    originSelectionRange,
    targetUri: lsp.uri(whole.uri),
    targetRange: lsp.range(snapshot, whole),
    targetSelectionRange: lsp.range(snapshot, name),
  }));
}

export function toHighlights(lsp: ToLsp, snapshot: Snapshot, found: readonly Highlight[]): DocumentHighlight[] {
  return found.map(({ place, defines }) => ({
    range: lsp.range(snapshot, place),
    kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

export function toRenameable(
  lsp: ToLsp,
  snapshot: Snapshot,
  { place, name }: Renameable,
): { range: Range; placeholder: string } {
  return { range: lsp.range(snapshot, place), placeholder: name };
}

export function toLinks(lsp: ToLsp, snapshot: Snapshot, found: readonly PlanLink[]): DocumentLink[] {
  return found.map(({ place, target, tooltip }) => ({
    range: lsp.range(snapshot, place),
    target: lsp.uri(target),
    ...(lsp.client.linkTooltips ? { tooltip } : {}),
  }));
}
