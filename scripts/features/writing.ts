import type { FeatureGroup } from "./feature.ts";

export const completion: FeatureGroup = {
  title: "Completion",
  features: [
    {
      name: "Keys and sections",
      does: "What is due comes first, with its description, and is inserted with all that belongs below it; what is there already is not offered.",
      messages: ["textDocument/completion"],
      offered: ["completionProvider.triggerCharacters"],
      shownBy: ["test/markers/complete/section.txt", "test/markers/complete/new-definition.txt"],
    },
    {
      name: "Values",
      does: "Choices, ids of the plan and its catalogs, columns, units after a number and dates are offered where they may stand.",
      messages: ["textDocument/completion"],
      shownBy: ["test/markers/complete/values.txt", "test/core/complete/ids-dates-units.test.ts"],
    },
    {
      name: "Paths and fragments of links",
      does: "Where a link is meant, the files and folders of the workspace are offered piece by piece, and behind the # the parts that the file has: tables, service levels, entities, flags.",
      messages: ["textDocument/completion"],
      shownBy: ["test/markers/complete/links.txt", "test/core/complete/links.test.ts", "test/lsp/completion.test.ts"],
    },
    {
      name: "Whole plans",
      does: "In an empty file, a plan for each stage and a catalog are offered, to be filled in from place to place.",
      messages: ["textDocument/completion"],
      shownBy: ["test/core/complete/items.test.ts", "test/lsp/snippet.test.ts"],
    },
    {
      name: "Descriptions when looked at",
      does: "The description of a suggestion is sent when you look at it, so that long lists come quickly.",
      messages: ["completionItem/resolve"],
      needs: "textDocument.completion.completionItem.resolveSupport",
      offered: ["completionProvider.resolveProvider"],
      shownBy: ["test/lsp/completion.test.ts"],
    },
    {
      name: "Half-typed lines",
      does: "Suggestions come in a line that is not finished, and in a plan that is broken there.",
      messages: ["textDocument/completion"],
      shownBy: ["test/markers/complete/half-typed.txt", "test/core/complete/walk.test.ts"],
    },
  ],
};

export const hover: FeatureGroup = {
  title: "Hover",
  features: [
    {
      name: "Keys and values",
      does: "A key says what it is, by when it is due and why plans without it fail; a value says what it means and what it amounts to.",
      messages: ["textDocument/hover"],
      offered: ["hoverProvider"],
      shownBy: ["test/markers/hover/keys.txt", "test/markers/hover/values.txt"],
    },
    {
      name: "Ids",
      does: "An id says what it names, where that is defined, and who uses it; in a catalog, which open plans do.",
      messages: ["textDocument/hover"],
      shownBy: ["test/markers/hover/ids.txt"],
    },
    {
      name: "Links",
      does: "A link says what the file holds: the columns of a contract, the objective of an SLO, how a document begins.",
      messages: ["textDocument/hover"],
      shownBy: ["test/markers/hover/links.txt"],
    },
    {
      name: "Findings and principles",
      does: "A finding says why it matters, what can be done and where to read on; a key also how this plan stands on its principle.",
      messages: ["textDocument/hover"],
      shownBy: ["test/markers/hover/findings.txt", "test/markers/hover/principle.txt", "test/markers/hover/rules.txt"],
    },
  ],
};
