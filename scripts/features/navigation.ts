import type { FeatureGroup } from "./feature.ts";

export const navigation: FeatureGroup = {
  title: "Navigation",
  features: [
    {
      name: "Go to definition",
      does: "An id leads to where it is defined, in the plan or in a catalog; the fragment of a link leads to the part that it names.",
      messages: ["textDocument/definition"],
      offered: ["definitionProvider"],
      shownBy: [
        "test/markers/definition/ids.txt",
        "test/markers/definition/columns.txt",
        "test/markers/links/links.txt",
      ],
    },
    {
      name: "Find references",
      does: "Every use of an id is found, in the plan, its catalogs and the plans that share them.",
      messages: ["textDocument/references"],
      offered: ["referencesProvider"],
      shownBy: ["test/markers/references/ids.txt", "test/markers/references/plans.txt", "test/lsp/navigation.test.ts"],
    },
    {
      name: "Highlights",
      does: "All places of the id under the cursor are marked, where it is defined and where it is used.",
      messages: ["textDocument/documentHighlight"],
      offered: ["documentHighlightProvider"],
      shownBy: ["test/markers/highlights/in-the-file.txt", "test/lsp/navigation.test.ts"],
    },
    {
      name: "Rename",
      does: "An id or a column gets another name everywhere, or you are told why it can't.",
      messages: ["textDocument/rename"],
      offered: ["renameProvider"],
      shownBy: ["test/markers/rename/everywhere.txt", "test/markers/rename/refused.txt", "test/lsp/every-plan.test.ts"],
    },
    {
      name: "Rename, asked first",
      does: "The editor shows what can be renamed before you type the new name.",
      messages: ["textDocument/prepareRename"],
      offered: ["renameProvider.prepareProvider"],
      needs: "textDocument.rename.prepareSupport",
      shownBy: ["test/lsp/navigation.test.ts"],
    },
    {
      name: "Who is called",
      does: "From a system, metric or alarm to the people who are called, with the wait before each; and back, from a role to all it is called for.",
      messages: ["textDocument/prepareCallHierarchy", "callHierarchy/outgoingCalls", "callHierarchy/incomingCalls"],
      offered: ["callHierarchyProvider"],
      needs: "textDocument.callHierarchy",
      shownBy: [
        "test/markers/call-hierarchy/plan.txt",
        "test/lsp/call-hierarchy.test.ts",
        "test/vscode/suite/reading.test.ts",
      ],
    },
    {
      name: "Outline",
      does: "The sections of the plan, their keys and ids are listed, and each leads to its place.",
      messages: ["textDocument/documentSymbol"],
      offered: ["documentSymbolProvider"],
      shownBy: ["test/markers/symbols/plan.txt", "test/lsp/help.test.ts"],
    },
    {
      name: "Ids of every plan",
      does: "An id is found by its name in all plans of the workspace, open or not.",
      messages: ["workspace/symbol"],
      offered: ["workspaceSymbolProvider"],
      shownBy: ["test/markers/symbols/defined.txt", "test/lsp/every-plan.test.ts"],
    },
    {
      name: "Folding",
      does: "Sections, keys, items and comments fold.",
      messages: ["textDocument/foldingRange"],
      offered: ["foldingRangeProvider"],
      shownBy: ["test/markers/folding/plan.txt", "test/markers/folding/broken.txt", "test/lsp/structure.test.ts"],
    },
    {
      name: "Selection",
      does: "The selection grows from the word to its value, item and section.",
      messages: ["textDocument/selectionRange"],
      offered: ["selectionRangeProvider"],
      shownBy: ["test/markers/selection/plan.txt", "test/lsp/structure.test.ts"],
    },
    {
      name: "Links",
      does: "The path of a link opens its file, inside the workspace only; a web address opens in your browser.",
      messages: ["textDocument/documentLink"],
      offered: ["documentLinkProvider"],
      shownBy: ["test/markers/links/links.txt", "test/lsp/structure.test.ts"],
    },
  ],
};
