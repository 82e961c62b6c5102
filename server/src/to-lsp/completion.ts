import { type CompletionKind, type CompletionItem as PlanCompletion, plainText } from "@aiplan/core";
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type Range,
  type TextEdit,
} from "vscode-languageserver";
import type { LateDocs, LateList } from "../late-docs.ts";
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

/** Kinds that came later, and the nearest of those that every client knows. */
const EARLIER: ReadonlyMap<CompletionItemKind, CompletionItemKind> = new Map([
  [CompletionItemKind.EnumMember, CompletionItemKind.Enum],
  [CompletionItemKind.Constant, CompletionItemKind.Value],
  [CompletionItemKind.Folder, CompletionItemKind.File],
]);

/** Opens the list again, in editors that say they have it. */
const SUGGEST = "editor.action.triggerSuggest";

type Edited = CompletionItem & { textEdit: TextEdit };

/** @param late takes the documentation of clients that ask for it when somebody looks at an item */
export function toCompletion(
  lsp: ToLsp,
  snapshot: Snapshot,
  items: readonly PlanCompletion[],
  late: LateDocs,
): CompletionItem[] | CompletionList {
  const { client } = lsp;
  const list = client.resolvesDocumentation ? late.begin() : undefined;
  const all = items.map((item) => completionItem(lsp, snapshot, item, list));
  const written = client.completionSnippets ? all : all.flatMap(inOneLine);
  const isIncomplete = items.some(({ passing }) => passing);
  const range = client.defaultRange ? commonRange(written) : undefined;
  if (range)
    return {
      isIncomplete,
      itemDefaults: { editRange: range },
      items: written.map(({ textEdit, ...item }) => ({ ...item, textEditText: textEdit.newText })),
    };
  return isIncomplete ? { isIncomplete, items: written } : written;
}

function completionItem(lsp: ToLsp, snapshot: Snapshot, item: PlanCompletion, late: LateList | undefined): Edited {
  const { client } = lsp;
  const { label, detail, documentation, insert, filterText, sortText } = item;
  const isSnippet = client.completionSnippets && insert.stops !== undefined && insert.stops.length > 0;
  const newText = isSnippet ? new SnippetWriter().write(insert.newText, insert.stops, true) : insert.newText;
  return {
    label,
    kind: kindOf(lsp, item),
    ...(detail === undefined ? {} : client.labelDetails ? { labelDetails: { description: detail } } : { detail }),
    ...(documentation === undefined ? {} : (late?.keep(documentation) ?? documented(lsp, documentation))),
    textEdit: { range: lsp.rangeIn(snapshot, insert), newText },
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    // The lines of the text are indented as they are to stand; editors would indent them once more.
    ...(client.insertAsIs && newText.includes("\n") ? { insertTextMode: InsertTextMode.asIs } : {}),
    // In a folder the path goes on.
    ...(item.kind === "folder" && client.commands.has(SUGGEST) ? { command: { title: "", command: SUGGEST } } : {}),
    ...(filterText === undefined ? {} : { filterText }),
    ...(sortText === undefined ? {} : { sortText }),
  };
}

function kindOf({ client }: ToLsp, item: PlanCompletion): CompletionItemKind {
  const kind = KINDS[item.kind];
  return client.completionKinds.has(kind) ? kind : (EARLIER.get(kind) ?? kind);
}

function documented({ client }: ToLsp, documentation: string): Pick<CompletionItem, "documentation"> {
  return {
    documentation: markup(client.markdownCompletion, { markdown: documentation, plain: plainText(documentation) }),
  };
}

/** The range that all items are for; undefined where they are for several, or there are none. */
function commonRange(items: readonly Edited[]): Range | undefined {
  const [first] = items;
  const written = JSON.stringify(first?.textEdit.range);
  return items.every(({ textEdit }) => JSON.stringify(textEdit.range) === written) ? first?.textEdit.range : undefined;
}

/** The item with its documentation, as long as it is one of the last list. */
export function withDocs(lsp: ToLsp, item: CompletionItem, late: LateDocs): CompletionItem {
  const documentation = late.find(item.data);
  return documentation === undefined ? item : { ...item, ...documented(lsp, documentation) };
}

/**
 * What is inserted, up to the first line break; nothing where it starts with one. Editors without snippets may put all
 * of it into one line, breaks and all: that of Neovim up to 0.9 leaves NUL characters in the plan.
 */
function inOneLine(item: Edited): Edited[] {
  const [newText = ""] = item.textEdit.newText.split(/\r?\n/, 1);
  return newText === "" ? [] : [{ ...item, textEdit: { ...item.textEdit, newText } }];
}
