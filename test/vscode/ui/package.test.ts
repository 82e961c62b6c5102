import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { listFiles, PackageManager } from "@vscode/vsce";
import { root, vsix } from "./workbench.ts";

describe("The package", () => {
  it("is smaller than 600 kB", () => {
    const size = statSync(vsix).size;
    assert.ok(size < 600_000, `${size} bytes`);
  });

  it("has what the extension needs, and no more", async () => {
    const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
    assert.deepEqual(files.sort(), [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "dist/THIRD-PARTY-NOTICES.txt",
      "dist/client.cjs",
      "dist/server.cjs",
      "images/icon.png",
      "images/plan-dark.svg",
      "images/plan-light.svg",
      "language-configuration.json",
      "package.json",
      "snippets/aiplan.code-snippets",
      "syntaxes/aiplan.tmLanguage.json",
    ]);
  });
});
