import type { Position, Range, ServerCapabilities } from "vscode-languageserver-protocol";

interface Places {
  readonly position: Position;
  readonly range: Range;
}

interface Ask {
  readonly method: string;
  /** Where the server says that it may be asked. */
  readonly capability: keyof ServerCapabilities;
  /** What it is asked with beside the document. */
  readonly params?: (places: Places) => object;
}

const here = ({ position }: Places) => ({ position });
const options = { tabSize: 2, insertSpaces: true };

/** What an editor asks for while its user writes. */
export const asks: readonly Ask[] = [
  { method: "textDocument/completion", capability: "completionProvider", params: here },
  { method: "textDocument/hover", capability: "hoverProvider", params: here },
  { method: "textDocument/definition", capability: "definitionProvider", params: here },
  {
    method: "textDocument/references",
    capability: "referencesProvider",
    params: ({ position }) => ({ position, context: { includeDeclaration: true } }),
  },
  { method: "textDocument/documentHighlight", capability: "documentHighlightProvider", params: here },
  {
    method: "textDocument/rename",
    capability: "renameProvider",
    params: ({ position }) => ({ position, newName: "x" }),
  },
  { method: "textDocument/documentSymbol", capability: "documentSymbolProvider" },
  { method: "textDocument/foldingRange", capability: "foldingRangeProvider" },
  {
    method: "textDocument/selectionRange",
    capability: "selectionRangeProvider",
    params: ({ position }) => ({ positions: [position] }),
  },
  { method: "textDocument/documentLink", capability: "documentLinkProvider" },
  { method: "textDocument/inlayHint", capability: "inlayHintProvider", params: ({ range }) => ({ range }) },
  {
    method: "textDocument/codeAction",
    capability: "codeActionProvider",
    params: ({ range }) => ({ range, context: { diagnostics: [] } }),
  },
  { method: "textDocument/semanticTokens/full", capability: "semanticTokensProvider" },
  {
    method: "textDocument/semanticTokens/range",
    capability: "semanticTokensProvider",
    params: ({ range }) => ({ range }),
  },
  { method: "textDocument/prepareCallHierarchy", capability: "callHierarchyProvider", params: here },
  { method: "textDocument/codeLens", capability: "codeLensProvider" },
  { method: "textDocument/formatting", capability: "documentFormattingProvider", params: () => ({ options }) },
  {
    method: "textDocument/rangeFormatting",
    capability: "documentRangeFormattingProvider",
    params: ({ range }) => ({ range, options }),
  },
  {
    method: "textDocument/onTypeFormatting",
    capability: "documentOnTypeFormattingProvider",
    params: ({ position }) => ({ position, ch: "\n", options }),
  },
];
