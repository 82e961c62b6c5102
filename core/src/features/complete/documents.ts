import { lineEndOf } from "../../edits/text-lines.ts";
import { documents } from "../../generate/snippets.ts";
import type { Cursor } from "./cursor.ts";
import type { CompletionItem } from "./item.ts";

/** Whole plans and a catalog, in a file in which nothing but comments stands yet. */
export function completeDocuments(text: string, { kind, column, open, token }: Cursor): CompletionItem[] {
  if (kind !== "line" || column !== 0 || open !== "") return [];
  const others = `${text.slice(0, token.start)}${text.slice(token.end)}`.replace("\uFEFF", "").split(/\r?\n/);
  if (!others.every((line) => /^\s*(?:#|$)/.test(line))) return [];
  return documents().map(({ prefix, description, render, shared }) => {
    const { text: newText, stops } = render(lineEndOf(text));
    const named = stops.map((stop) => {
      const words = newText.slice(stop.start, stop.end);
      return shared.includes(words.slice(1, -1)) ? { ...stop, name: words } : stop;
    });
    return {
      label: prefix,
      kind: "snippet",
      documentation: description,
      insert: { start: token.start, end: token.end, newText, stops: named },
    };
  });
}
