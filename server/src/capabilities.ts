import { CODE_ACTION_KINDS } from "@aiplan/core";
import { type InitializeResult, TextDocumentSyncKind } from "vscode-languageserver";
import type { Client } from "./client.ts";
import { legendFor } from "./to-lsp/semantic-tokens.ts";

/**
 * After these the next thing to write is known: a value, an item, a key of `{…}`, an id after `metric: `, what a folder or
 * a linked file has.
 */
// Not the hyphen: it stands inside ids, and a list of suggestions that opens there would take the Tab of a snippet.
const TRIGGERS = [":", " ", "{", ",", "[", "/", "#"];

/** What the server offers this client: nothing that does not work, and nothing the client could not use. */
export function capabilitiesFor(client: Client): InitializeResult["capabilities"] {
  return {
    positionEncoding: client.positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      // Plans may link to a file of any name, in any folder.
      ...(client.asksBeforeRenamingFiles
        ? { fileOperations: { willRename: { filters: [{ pattern: { glob: "**/*" } }] } } }
        : {}),
    },
    hoverProvider: true,
    completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: client.resolvesDocumentation },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    inlayHintProvider: true,
    ...(client.codeActions
      ? {
          codeActionProvider: {
            codeActionKinds: [...CODE_ACTION_KINDS],
            resolveProvider: client.resolvesEdits,
          },
        }
      : {}),
    ...(client.codeLens ? { codeLensProvider: { resolveProvider: false } } : {}),
    callHierarchyProvider: client.callHierarchy,
    ...semanticTokensFor(client),
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { identifier: "aiplan", interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
  };
}

function semanticTokensFor(client: Client): Pick<InitializeResult["capabilities"], "semanticTokensProvider"> {
  const { full, delta, range } = client.semanticTokens;
  const legend = legendFor(client);
  if (!(full || range) || legend.tokenTypes.length === 0) return {};
  return { semanticTokensProvider: { legend, full: full && delta ? { delta } : full, range } };
}
