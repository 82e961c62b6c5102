import * as vscode from "vscode";

/** The command that the ids of rules in findings lead to; it takes the id. */
export const SHOW_RULE = "aiplan.showRule";

/** Shows the page of a rule, which came with the extension, beside the plan. */
export async function showRule(extension: vscode.Uri, rule: unknown): Promise<void> {
  // Anybody may call a command: only what looks like an id becomes part of a path.
  if (typeof rule !== "string" || !/^[a-z0-9-]+$/.test(rule)) return;
  const page = vscode.Uri.joinPath(extension, "docs", "rules", `${rule}.md`);
  await vscode.commands.executeCommand("markdown.showPreviewToSide", page);
}
