import type { FeatureGroup } from "./feature.ts";

export const findings: FeatureGroup = {
  title: "Findings",
  features: [
    {
      name: "Findings while you write",
      does: "Every weak point of the plan is marked at the words to change, as it stands at this keystroke.",
      messages: ["textDocument/publishDiagnostics"],
      offered: ["textDocumentSync.openClose", "textDocumentSync.change"],
      shownBy: ["test/lsp/diagnostics.test.ts", "test/lsp/typing.test.ts"],
    },
    {
      name: "Findings when the editor asks",
      does: "Editors that ask for findings get them when they ask, and are not sent them as well.",
      messages: ["textDocument/diagnostic"],
      offered: ["diagnosticProvider.interFileDependencies"],
      needs: "textDocument.diagnostic",
      shownBy: ["test/lsp/diagnostics.test.ts", "test/lsp/stale-requests.test.ts"],
    },
    {
      name: "Findings in every plan",
      does: "Plans and catalogs that are not open are checked too, unless you switch that off.",
      messages: ["workspace/diagnostic"],
      offered: ["diagnosticProvider.workspaceDiagnostics"],
      needs: "textDocument.diagnostic",
      contributed: ["configuration:aiplan.checkClosedPlans"],
      shownBy: ["test/lsp/workspace-diagnostics.test.ts", "test/lsp/closed-plans.test.ts"],
    },
    {
      name: "Findings that follow other files",
      does: "A change in a catalog, a linked file or the configuration gives every open plan that uses it its findings again.",
      messages: ["workspace/didChangeWatchedFiles", "workspace/diagnostic/refresh"],
      registered: ["workspace/didChangeWatchedFiles"],
      shownBy: ["test/lsp/linked-files.test.ts", "test/lsp/workspace.test.ts"],
    },
    {
      name: "Linked files as they stand in the editor",
      does: "A linked file that is open counts as you see it, saved or not.",
      messages: ["textDocument/didOpen", "textDocument/didChange", "textDocument/didClose"],
      registered: ["textDocument/didOpen", "textDocument/didChange", "textDocument/didClose"],
      shownBy: ["test/lsp/linked-files.test.ts"],
    },
    {
      name: "The reason and the other place",
      does: "A finding leads to the page of its rule and to the other places that it speaks of.",
      messages: ["textDocument/publishDiagnostics", "textDocument/diagnostic"],
      shownBy: ["test/lsp/diagnostics.test.ts", "test/vscode/ui/rule-page.test.ts"],
    },
    {
      name: "Levels of rules",
      does: "A rule can be silenced, or its findings made more or less serious, in the settings of each folder or for the whole team.",
      messages: ["workspace/configuration", "workspace/didChangeConfiguration"],
      registered: ["workspace/didChangeConfiguration"],
      contributed: ["configuration:aiplan.rules"],
      shownBy: ["test/lsp/workspace.test.ts", "test/lsp/same-configuration.test.ts"],
    },
    {
      name: "Ignore comments and waivers",
      does: "A comment says that a finding is a false alarm, a waiver that its risk is accepted until a day; both want a reason.",
      messages: ["textDocument/publishDiagnostics", "textDocument/diagnostic"],
      shownBy: ["test/core/rules/silence.test.ts", "test/core/ignored.test.ts"],
    },
  ],
};

export const fixes: FeatureGroup = {
  title: "Fixes",
  features: [
    {
      name: "Quick fixes",
      does: "What is missing is inserted at the right place and in your own style, what is wrong is put right; you choose where there are several answers.",
      messages: ["textDocument/codeAction"],
      offered: ["codeActionProvider.codeActionKinds:quickfix"],
      needs: "textDocument.codeAction.codeActionLiteralSupport",
      shownBy: ["test/lsp/code-actions.test.ts", "test/core/rules/examples.test.ts", "test/vscode/ui/repair.test.ts"],
    },
    {
      name: "Fixes made when chosen",
      does: "The text of a fix is made when you choose it, and refused if the plan has changed since.",
      messages: ["codeAction/resolve"],
      offered: ["codeActionProvider.resolveProvider"],
      needs: "textDocument.codeAction.resolveSupport",
      shownBy: ["test/lsp/code-actions.test.ts"],
    },
    {
      name: "Insert all that is missing",
      does: "All that a section or the whole plan lacks is inserted at once, with tab stops in order.",
      messages: ["textDocument/codeAction"],
      shownBy: ["test/markers/code-actions/insert-all.txt"],
    },
    {
      name: "Put all right at once",
      does: "Every repair that needs no person is made at once: on saving too, if you set `source.fixAll.aiplan` under `editor.codeActionsOnSave`.",
      messages: ["textDocument/codeAction"],
      offered: ["codeActionProvider.codeActionKinds:source.fixAll.aiplan"],
      needs: "textDocument.codeAction.codeActionLiteralSupport",
      shownBy: ["test/markers/code-actions/fix-all.txt", "test/core/features/every-action.test.ts"],
    },
    {
      name: "Put each thing in its place",
      does: "A list of things with ids becomes a section with each under its id; a metric or role described where its id should stand moves to its section.",
      messages: ["textDocument/codeAction"],
      shownBy: ["test/markers/code-actions/list-to-map.txt", "test/markers/code-actions/inline-value.txt"],
    },
    {
      name: "Accept a risk",
      does: "A waiver for a finding is inserted at its place; it counts once somebody has filled in who accepts the risk, why, and until when.",
      messages: ["textDocument/codeAction"],
      shownBy: ["test/markers/code-actions/waive.txt"],
    },
    {
      name: "Ignore with a comment",
      does: "A finding that is a false alarm can be ignored by a comment, which keeps a warning until it gives a reason.",
      messages: ["textDocument/codeAction"],
      shownBy: ["test/markers/code-actions/ignore.txt"],
    },
    {
      name: "Sections in order",
      does: "The sections are put in the order of the language, with their comments; on demand, or on saving where you set that.",
      messages: ["textDocument/codeAction"],
      offered: ["codeActionProvider.codeActionKinds:source.organizeSections.aiplan"],
      needs: "textDocument.codeAction.codeActionLiteralSupport",
      shownBy: [
        "test/markers/code-actions/organize.txt",
        "test/core/features/organize-sections.test.ts",
        "test/lsp/format.test.ts",
      ],
    },
    {
      name: "New files",
      does: "A document that the plan links to and that is not there yet can be made.",
      messages: ["textDocument/codeAction"],
      shownBy: ["test/lsp/linked-files.test.ts"],
    },
  ],
};
