import type { FeatureGroup } from "./feature.ts";

export const inTheText: FeatureGroup = {
  title: "In the text",
  features: [
    {
      name: "Colours by meaning",
      does: "Ids are coloured by what they name, wherever they stand.",
      messages: ["textDocument/semanticTokens/full", "workspace/semanticTokens/refresh"],
      offered: ["semanticTokensProvider.full"],
      needs: "textDocument.semanticTokens.requests.full",
      shownBy: [
        "test/markers/semantic-tokens/plan.txt",
        "test/lsp/semantic-tokens.test.ts",
        "test/vscode/suite/reading.test.ts",
      ],
    },
    {
      name: "Colours of what has changed",
      does: "After an edit only the colours that differ are sent.",
      messages: ["textDocument/semanticTokens/full/delta"],
      offered: ["semanticTokensProvider.full.delta"],
      needs: "textDocument.semanticTokens.requests.full.delta",
      shownBy: ["test/lsp/semantic-tokens.test.ts"],
    },
    {
      name: "Colours of what is seen",
      does: "In a long plan the lines on the screen are coloured first.",
      messages: ["textDocument/semanticTokens/range"],
      offered: ["semanticTokensProvider.range"],
      needs: "textDocument.semanticTokens.requests.range",
      shownBy: ["test/lsp/semantic-tokens.test.ts"],
    },
    {
      name: "How the plan stands",
      does: "Above the stage stand the plan's score, the stage it earns and how much is to settle, and above ids how often they are used.",
      messages: ["textDocument/codeLens", "workspace/codeLens/refresh"],
      offered: ["codeLensProvider"],
      needs: "textDocument.codeLens",
      contributed: ["configuration:aiplan.codeLens"],
      shownBy: [
        "test/markers/code-lenses/plan.txt",
        "test/lsp/code-lenses.test.ts",
        "test/vscode/suite/reading.test.ts",
      ],
    },
    {
      name: "Computed values",
      does: "Cost a month, payback, requests at peak, items reviewed a day and weeks between milestones stand beside your numbers.",
      messages: ["textDocument/inlayHint", "workspace/inlayHint/refresh"],
      offered: ["inlayHintProvider"],
      shownBy: [
        "test/markers/inlay-hints/plan.txt",
        "test/markers/inlay-hints/partial.txt",
        "test/lsp/inlay-hints.test.ts",
      ],
    },
    {
      name: "Formatting",
      does: "Indentation and spaces become even; values, comments, blank lines and columns that you aligned stay, and so does a section that can't be read.",
      messages: ["textDocument/formatting"],
      offered: ["documentFormattingProvider"],
      shownBy: [
        "test/markers/format/whole.txt",
        "test/markers/format/broken.txt",
        "test/core/features/format.test.ts",
        "test/lsp/format.test.ts",
      ],
    },
    {
      name: "Formatting of some lines",
      does: "Only the lines that you have chosen change.",
      messages: ["textDocument/rangeFormatting"],
      offered: ["documentRangeFormattingProvider"],
      shownBy: ["test/markers/format/lines.txt", "test/lsp/format.test.ts"],
    },
    {
      name: "Formatting while you write",
      does: "When you go on to the next line, the one above loses blanks at its end and tabs before it, and gets spaces that are missing after commas and colons.",
      messages: ["textDocument/onTypeFormatting"],
      offered: ["documentOnTypeFormattingProvider"],
      shownBy: ["test/markers/format/typed.txt", "test/lsp/format.test.ts"],
    },
  ],
};
