import { type CompletionKind, type CompletionItem as PlanCompletion, plainText } from "@aiplan/core";
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from "vscode-languageserver";
import type { Snapshot } from "../plans.ts";
import { SnippetWriter } from "./snippet.ts";
import { markup, type ToLsp } from "./to-lsp.ts";

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  id: CompletionItemKind.Reference,
  unit: CompletionItemKind.Unit,
  date: CompletionItemKind.Constant,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  rule: CompletionItemKind.Keyword,
  snippet: CompletionItemKind.Snippet,
};

export function toCompletion(lsp: ToLsp, snapshot: Snapshot, items: readonly PlanCompletion[]): CompletionItem[] {
  const written = items.map((item) => completionItem(lsp, snapshot, item));
  return lsp.client.completionSnippets ? written : written.flatMap(inOneLine);
}

function completionItem(lsp: ToLsp, snapshot: Snapshot, item: PlanCompletion): CompletionItem & { textEdit: TextEdit } {
  const { client } = lsp;
  const { label, kind, detail, documentation, insert, filterText, sortText } = item;
  const isSnippet = client.completionSnippets && insert.stops !== undefined && insert.stops.length > 0;
  const newText = isSnippet ? new SnippetWriter().write(insert.newText, insert.stops, true) : insert.newText;
  const docs = documentation && { markdown: documentation, plain: plainText(documentation) };
  return {
    label,
    kind: KINDS[kind],
    ...(detail === undefined ? {} : { detail }),
    ...(docs ? { documentation: markup(client.markdownCompletion, docs) } : {}),
    textEdit: { range: lsp.rangeIn(snapshot, insert), newText },
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    // The lines of the text are indented as they are to stand; editors would indent them once more.
    ...(client.insertAsIs && newText.includes("\n") ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(filterText === undefined ? {} : { filterText }),
    ...(sortText === undefined ? {} : { sortText }),
  };
}

/**
 * What is inserted, up to the first line break; nothing where it starts with one. Editors without snippets may put all
 * of it into one line, breaks and all: that of Neovim up to 0.9 leaves NUL characters in the plan.
 */
function inOneLine(item: CompletionItem & { textEdit: TextEdit }): CompletionItem[] {
  const [newText = ""] = item.textEdit.newText.split(/\r?\n/, 1);
  return newText === "" ? [] : [{ ...item, textEdit: { ...item.textEdit, newText } }];
}
