import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Extension } from "../../../client/src/extension.ts";

/** The extension under test, once it is active. */
export async function extension(): Promise<Extension> {
  const found = vscode.extensions.getExtension<Extension>("ai-plan.ai-plan");
  assert.ok(found, "VS Code does not know the extension");
  return found.activate();
}
