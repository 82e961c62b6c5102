import { type Call, type CallItem, type CallKey, kindInWords } from "@aiplan/core";
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolKind,
} from "vscode-languageserver";
import type { Snapshot } from "../plans.ts";
import { SYMBOL_KINDS } from "./symbols.ts";
import type { ToLsp } from "./to-lsp.ts";

/** What a client hands back with an item: what it is, and in which document it was asked for. */
export interface CallData extends CallKey {
  /** The client's URI. */
  readonly plan: string;
}

export function toCallItem(lsp: ToLsp, snapshot: Snapshot, item: CallItem, how = ""): CallHierarchyItem {
  const { uri, kind, id, title, whole, name } = item;
  const data: CallData = { plan: snapshot.uri, uri, kind, id };
  return {
    name: title,
    kind: kind === "part" ? SymbolKind.Property : SYMBOL_KINDS[kind],
    detail: how || kindInWords(kind),
    uri: lsp.uri(uri),
    range: lsp.range(snapshot, whole),
    selectionRange: lsp.range(snapshot, name),
    data,
  };
}

export function toOutgoing(lsp: ToLsp, snapshot: Snapshot, calls: readonly Call[]): CallHierarchyOutgoingCall[] {
  return calls.map(({ item, how, places }) => ({
    to: toCallItem(lsp, snapshot, item, how),
    fromRanges: places.map((place) => lsp.range(snapshot, place)),
  }));
}

export function toIncoming(lsp: ToLsp, snapshot: Snapshot, calls: readonly Call[]): CallHierarchyIncomingCall[] {
  return calls.map(({ item, how, places }) => ({
    from: toCallItem(lsp, snapshot, item, how),
    fromRanges: places.map((place) => lsp.range(snapshot, place)),
  }));
}
