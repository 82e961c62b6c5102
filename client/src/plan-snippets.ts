import * as vscode from "vscode";

/** An entry of a VS Code snippet file. */
interface Snippet {
  prefix: string | string[];
  body: string | string[];
}

/**
 * The whole-plan snippet of a stage, with its name filled in.
 *
 * @throws Error when the extension's snippet file has no snippet for the stage
 */
export async function planSnippet(extension: vscode.Uri, stage: string, name: string): Promise<string> {
  const file = vscode.Uri.joinPath(extension, "snippets", "aiplan.code-snippets");
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const snippets = Object.values(JSON.parse(text) as Record<string, Snippet>);
  const snippet = snippets.find(({ prefix }) => [prefix].flat().includes(`plan-${stage}`));
  if (!snippet) throw new Error(`There is no snippet plan-${stage}.`);
  return fillName([snippet.body].flat().join("\n"), name);
}

/** Puts the name where the snippet has a tab stop for it. Tab stops may leave a gap in their numbers. */
function fillName(body: string, name: string): string {
  return body.replace(/^name: \$(\d+|\{\d+:(\\.|[^}\\])*\})/m, `name: ${name}`);
}
