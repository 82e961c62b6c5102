import { isAlias, isMap, isPair, isScalar, isSeq } from "yaml";
import type { Piece } from "./pieces.ts";

/** Do two texts say the same, to the last key, anchor and tag, in the same order? What can't be read must be the same text. */
export function sameContents(a: string, piecesOfA: readonly Piece[], b: string, piecesOfB: readonly Piece[]): boolean {
  return sameNode(entriesOf(a, piecesOfA), entriesOf(b, piecesOfB));
}

function entriesOf(text: string, pieces: readonly Piece[]): unknown[] {
  return pieces.flatMap(({ start, end, read }): unknown[] => {
    if (!read) return [text.slice(start, end)];
    return isMap(read.contents) ? read.contents.items : [];
  });
}

export function sameNode(a: unknown, b: unknown): boolean {
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameNode(item, b[index]));
  if (isPair(a)) return isPair(b) && sameNode(a.key, b.key) && sameNode(a.value, b.value);
  if (isAlias(a)) return isAlias(b) && a.source === b.source;
  if (isScalar(a)) return isScalar(b) && a.value === b.value && a.type === b.type && sameMarks(a, b);
  if (isMap(a)) return isMap(b) && sameMarks(a, b) && sameNode(a.items, b.items);
  if (isSeq(a)) return isSeq(b) && sameMarks(a, b) && sameNode(a.items, b.items);
  return a === b;
}

function sameMarks(a: { anchor?: string; tag?: string; flow?: boolean }, b: typeof a): boolean {
  return a.anchor === b.anchor && a.tag === b.tag && a.flow === b.flow;
}
