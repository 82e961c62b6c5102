import type { TextEdit as PlanEdit } from "@aiplan/core";
import { CreateFile, type SnippetTextEdit, TextEdit, type WorkspaceEdit } from "vscode-languageserver";
import type { Snapshot } from "../plans.ts";
import { SnippetWriter } from "./snippet.ts";
import type { ToLsp } from "./to-lsp.ts";

/**
 * Edits in the richest form that the client takes. Snippets are for the plan itself: in another document there is no
 * cursor to move through them.
 *
 * @param snapshot knows the lines of every file that is edited
 */
export function toWorkspaceEdit(
  { client, documents }: ToLsp,
  snapshot: Snapshot,
  edits: readonly PlanEdit[],
): WorkspaceEdit {
  const byFile = new Map<string, PlanEdit[]>();
  for (const edit of edits) {
    const own = byFile.get(edit.uri);
    if (own) own.push(edit);
    else byFile.set(edit.uri, [edit]);
  }
  const files = [...byFile].map(([inside, own]) => {
    const open = documents.at(inside);
    const isPlan = inside === snapshot.plan.file.uri;
    return {
      uri: open?.uri ?? inside,
      isNew: own.some(({ newFile }) => newFile),
      version: isPlan ? snapshot.version : (open?.version ?? null),
      edits: isPlan && client.snippetEdits ? snippetEdits(own, snapshot) : own.map((edit) => plainEdit(edit, snapshot)),
    };
  });
  if (!client.documentChanges)
    return { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, edits as TextEdit[]])) };
  return {
    documentChanges: files.flatMap(({ uri, isNew, version, edits }) => [
      // Somebody may have made the file meanwhile: theirs stays as it is.
      ...(isNew ? [CreateFile.create(uri, { ignoreIfExists: false, overwrite: false })] : []),
      { textDocument: { uri, version }, edits },
    ]),
  };
}

/** Edits of the plan that was asked about, and of no other file. */
export function toEdits(snapshot: Snapshot, edits: readonly PlanEdit[]): TextEdit[] {
  return edits.map((edit) => plainEdit(edit, snapshot));
}

function snippetEdits(edits: readonly PlanEdit[], snapshot: Snapshot): (TextEdit | SnippetTextEdit)[] {
  const inOrder = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const last = inOrder.findLast(({ stops }) => stops?.length);
  const writer = new SnippetWriter();
  return inOrder.map((edit) => {
    const plain = plainEdit(edit, snapshot);
    if (!edit.stops?.length) return plain;
    const value = writer.write(edit.newText, edit.stops, edit === last);
    return { range: plain.range, snippet: { kind: "snippet", value } };
  });
}

function plainEdit({ uri, start, end, newText, newFile }: PlanEdit, snapshot: Snapshot): TextEdit {
  if (newFile) return TextEdit.insert({ line: 0, character: 0 }, newText);
  const lines = snapshot.lines(uri);
  if (!lines) throw new Error(`An edit of ${uri}, which was not read`);
  return { range: { start: lines.positionAt(start), end: lines.positionAt(end) }, newText };
}
