import type { Fold, selections } from "@aiplan/core";
import { type FoldingRange, FoldingRangeKind, type SelectionRange } from "vscode-languageserver";
import type { Snapshot } from "../plans.ts";
import type { ToLsp } from "./to-lsp.ts";

const FOLDING_KINDS: Readonly<Record<Exclude<Fold["kind"], "part">, FoldingRangeKind>> = {
  comment: FoldingRangeKind.Comment,
  imports: FoldingRangeKind.Imports,
};

/** Where the client takes only so many, the ones that hold the most: sections before the items in them. */
export function toFolds(lsp: ToLsp, snapshot: Snapshot, found: readonly Fold[]): FoldingRange[] {
  const ranges = found.map((fold) => {
    const range = lsp.rangeIn(snapshot, fold);
    // Whole lines are folded: every client can, and what starts a part stays whole.
    const lines = { startLine: range.start.line, endLine: range.end.line };
    return fold.kind === "part" ? lines : { ...lines, kind: FOLDING_KINDS[fold.kind] };
  });
  const limit = lsp.client.foldingLimit;
  if (limit === undefined || ranges.length <= limit) return ranges;
  const kept = new Set([...ranges].sort((a, b) => b.endLine - b.startLine - (a.endLine - a.startLine)).slice(0, limit));
  return ranges.filter((range) => kept.has(range));
}

/** @param spans from the innermost outwards; at least one */
export function toSelection(lsp: ToLsp, snapshot: Snapshot, spans: ReturnType<typeof selections>): SelectionRange {
  const ranges = spans.map((span) => lsp.rangeIn(snapshot, span));
  return ranges.reduceRight<SelectionRange | undefined>(
    (parent, range) => (parent ? { range, parent } : { range }),
    undefined,
  )!;
}
