import type { FeatureGroup } from "./feature.ts";

export const readiness: FeatureGroup = {
  title: "Readiness",
  features: [
    {
      name: "Where a plan stands",
      does: "Score, stage earned and what stands against each principle, as data for an editor to show, and a word when it may have changed.",
      messages: ["aiplan/report", "aiplan/reportsChanged"],
      shownBy: ["test/lsp/reports.test.ts"],
    },
    {
      name: "The report beside the plan",
      does: "Live as you type; a click leads to the place, or applies the fix; it stays where you were reading.",
      contributed: ["commands:aiplan.showReadiness", "menus:editor/title"],
      shownBy: ["test/vscode/ui/readiness.test.ts"],
    },
    {
      name: "Export of the report",
      does: "One HTML file to share and print, Markdown for a pull request, or JSON for other programs.",
      contributed: ["commands:aiplan.exportReport"],
      shownBy: ["test/vscode/ui/readiness.test.ts"],
    },
    {
      name: "The readiness view",
      does: "The principles, what stands against each, and its fix, in a view of their own; the score is in the status bar too.",
      contributed: [
        "viewsContainers:activitybar",
        "views:aiplan",
        "viewsWelcome:aiplan.readiness",
        "commands:aiplan.goToFinding",
        "commands:aiplan.fixFinding",
        "menus:view/title",
        "menus:view/item/context",
        "menus:commandPalette",
      ],
      shownBy: ["test/vscode/ui/readiness.test.ts"],
    },
  ],
};
