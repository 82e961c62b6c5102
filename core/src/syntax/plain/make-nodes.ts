import { type Entry, ListNode, MapNode, type Node, type ScalarNode } from "../nodes.ts";

export function entryOf(key: ScalarNode, value: Node): Entry {
  return { key, value, colon: true, start: key.start, end: Math.max(key.end, value.end) };
}

export function mapOf(start: number, end: number, flow: boolean, entries: readonly Entry[]): MapNode {
  const map = new MapNode(start, end, false, flow, entries);
  for (const { value } of entries) value.parent = map;
  return map;
}

export function listOf(start: number, end: number, flow: boolean, items: readonly Node[]): ListNode {
  const list = new ListNode(start, end, false, flow, items);
  for (const item of items) item.parent = list;
  return list;
}
