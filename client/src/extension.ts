import type * as vscode from "vscode";
import { begin, type Extension, end } from "./begin.ts";
import { ProcessClient } from "./process-client.ts";

/** The extension in VS Code on a computer, or on a server that the author works on from afar. */
export function activate(context: vscode.ExtensionContext): Extension {
  const module = context.asAbsolutePath("dist/server.cjs");
  return begin(context, (output) => new ProcessClient(module, output));
}

export const deactivate = end;
