import type { FeatureGroup } from "./feature.ts";

export const inTheEditor: FeatureGroup = {
  title: "The editor",
  features: [
    {
      name: "Characters of every script",
      does: "Places are right in texts with emoji and other rare characters, however the editor counts them.",
      messages: ["initialize"],
      offered: ["positionEncoding"],
      shownBy: ["test/lsp/position-encodings.test.ts"],
    },
    {
      name: "Several folders",
      does: "Folders can come and go; what no link of a plan leaves is the folder that it is in.",
      messages: ["workspace/didChangeWorkspaceFolders"],
      offered: ["workspace.workspaceFolders.supported", "workspace.workspaceFolders.changeNotifications"],
      shownBy: ["test/lsp/workspace.test.ts"],
    },
    {
      name: "A language of its own",
      does: "Plans have their own icon, colours and indent.",
      contributed: ["languages:aiplan", "grammars:source.aiplan", "configurationDefaults:[aiplan]"],
      shownBy: ["test/vscode/suite/activation.test.ts", "test/core/generate/grammar.test.ts"],
    },
    {
      name: "Get started",
      does: "A page that leads from nothing to a first good plan, step by step, with pictures.",
      contributed: ["commands:aiplan.getStarted", "walkthroughs:start"],
      shownBy: ["test/vscode/ui/get-started.test.ts"],
    },
    {
      name: "New plan",
      does: "A few questions, with a way back, and a new plan stands there that fits its kind, with everything to fill in marked.",
      contributed: ["commands:aiplan.newPlan", "menus:file/newFile"],
      shownBy: ["test/vscode/ui/new-plan.test.ts", "test/core/new-plan/new-plan.test.ts", "test/lsp/new-plan.test.ts"],
    },
    {
      name: "Next placeholder",
      does: "A command goes to the next place in which something is left to write, long after the tab stops are gone.",
      contributed: ["commands:aiplan.nextPlaceholder"],
      shownBy: ["test/vscode/ui/new-plan.test.ts", "test/lsp/new-plan.test.ts"],
    },
    {
      name: "A server that comes back",
      does: "Should the server end, it is started again, and it can be started anew by hand; its log is at hand.",
      contributed: ["commands:aiplan.restartServer", "commands:aiplan.showOutput", "configuration:aiplan.trace.server"],
      shownBy: ["test/vscode/suite/server.test.ts"],
    },
    {
      name: "An orderly end",
      does: "The server ends with the editor, however that ends.",
      messages: ["shutdown", "exit"],
      shownBy: ["test/lsp/lifecycle.test.ts"],
    },
  ],
};
