import * as vscode from "vscode";
import { begin, type Extension, end } from "./begin.ts";
import { WorkerClient } from "./worker-client.ts";

/** The extension in a browser alone, as on vscode.dev: no process, no disk. */
export function activate(context: vscode.ExtensionContext): Extension {
  const script = vscode.Uri.joinPath(context.extensionUri, "dist/server-browser.js").toString(true);
  return begin(context, (output) => new WorkerClient(script, output));
}

export const deactivate = end;
