import type { DefinedSymbol, PlanSymbol } from "@aiplan/core";
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver";
import type { Snapshot } from "../plans.ts";
import type { Lines } from "../positions.ts";
import type { ToLsp } from "./to-lsp.ts";

export const SYMBOL_KINDS: Readonly<Record<PlanSymbol["kind"], SymbolKind>> = {
  section: SymbolKind.Namespace,
  role: SymbolKind.Interface,
  metric: SymbolKind.Number,
  "data-source": SymbolKind.Struct,
  system: SymbolKind.Package,
  "fallback-mode": SymbolKind.Method,
  "escalation-path": SymbolKind.Array,
  milestone: SymbolKind.Constant,
  trigger: SymbolKind.Event,
  review: SymbolKind.Function,
  join: SymbolKind.Operator,
  decision: SymbolKind.Boolean,
  "rollout-step": SymbolKind.EnumMember,
  rule: SymbolKind.Key,
  item: SymbolKind.Object,
  key: SymbolKind.Property,
};

/** What comes closest among the kinds that the protocol had in the beginning. */
const ELDERS: Readonly<Partial<Record<SymbolKind, SymbolKind>>> = {
  [SymbolKind.Object]: SymbolKind.Class,
  [SymbolKind.Key]: SymbolKind.Property,
  [SymbolKind.EnumMember]: SymbolKind.Enum,
  [SymbolKind.Struct]: SymbolKind.Class,
  [SymbolKind.Event]: SymbolKind.Function,
  [SymbolKind.Operator]: SymbolKind.Function,
};

/** The kind, or one that the client can show. */
function shownAs(kind: SymbolKind, known: ReadonlySet<SymbolKind>): SymbolKind {
  return known.has(kind) ? kind : (ELDERS[kind] ?? kind);
}

/** Symbols of the whole workspace, for the client that asks for them. */
export function toWorkspaceSymbols({ client }: ToLsp, found: readonly SymbolInformation[]): SymbolInformation[] {
  return found.map((symbol) => ({ ...symbol, kind: shownAs(symbol.kind, client.workspaceSymbolKinds) }));
}

/** An outline, nested where the client can show that. */
export function toSymbols(
  lsp: ToLsp,
  snapshot: Snapshot,
  found: readonly PlanSymbol[],
): DocumentSymbol[] | SymbolInformation[] {
  if (lsp.client.hierarchicalSymbols) return found.map((symbol) => documentSymbol(lsp, snapshot, symbol));
  return found.flatMap((symbol) => symbolInformation(lsp, snapshot, symbol));
}

function documentSymbol(lsp: ToLsp, snapshot: Snapshot, symbol: PlanSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: shownAs(SYMBOL_KINDS[symbol.kind], lsp.client.symbolKinds),
    range: lsp.rangeIn(snapshot, symbol),
    selectionRange: lsp.rangeIn(snapshot, { start: symbol.nameStart, end: symbol.nameEnd }),
    children: symbol.children.map((child) => documentSymbol(lsp, snapshot, child)),
  };
}

function symbolInformation(
  lsp: ToLsp,
  snapshot: Snapshot,
  symbol: PlanSymbol,
  containerName?: string,
): SymbolInformation[] {
  const place = { uri: snapshot.plan.file.uri, start: symbol.start, end: symbol.end };
  const own: SymbolInformation = {
    name: symbol.name,
    kind: shownAs(SYMBOL_KINDS[symbol.kind], lsp.client.symbolKinds),
    location: lsp.location(snapshot, place),
    ...(containerName === undefined ? {} : { containerName }),
  };
  return [own, ...symbol.children.flatMap((child) => symbolInformation(lsp, snapshot, child, symbol.name))];
}

/**
 * Symbols for a list of all that plans define.
 *
 * @param uri the client's URI of the file they are in
 */
export function toDefinedSymbols(uri: string, lines: Lines, found: readonly DefinedSymbol[]): SymbolInformation[] {
  return found.map(({ name, kind, container, place: { start, end } }) => ({
    name,
    kind: SYMBOL_KINDS[kind],
    containerName: container,
    location: { uri, range: { start: lines.positionAt(start), end: lines.positionAt(end) } },
  }));
}
