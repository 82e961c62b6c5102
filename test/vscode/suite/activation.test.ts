import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { extension } from "./extension.ts";

describe("The extension", () => {
  it("is active for a plan", async () => {
    await vscode.workspace.openTextDocument({ language: "aiplan" });
    assert.ok((await extension()).serverProcessId());
  });
});
