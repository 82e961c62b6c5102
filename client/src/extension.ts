import * as vscode from "vscode";
import { begin, type Extension, end } from "./begin.ts";

/**
 * The extension in every VS Code. On a computer its server is a process; in a browser alone, as on vscode.dev, there are
 * neither processes nor a disk, and it is a worker. One bundle has both clients and runs the one that can be.
 */
export async function activate(context: vscode.ExtensionContext): Promise<Extension> {
  if ("WorkerGlobalScope" in globalThis) {
    const { WorkerClient } = await import("./worker-client.ts");
    const script = vscode.Uri.joinPath(context.extensionUri, "dist/server.js").toString(true);
    return begin(context, (output) => new WorkerClient(script, output));
  }
  const { ProcessClient } = await import("./process-client.ts");
  const module = context.asAbsolutePath("dist/server.js");
  return begin(context, (output) => new ProcessClient(module, output));
}

export const deactivate = end;
