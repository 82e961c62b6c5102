import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { principles, rules } from "@aiplan/core";
import { listFiles, PackageManager } from "@vscode/vsce";
import { root, vsix } from "./workbench.ts";

describe("The package", () => {
  it("is smaller than 800 kB", () => {
    const size = statSync(vsix).size;
    assert.ok(size < 800_000, `${size} bytes`);
  });

  it("has what the extension needs, and no more", async () => {
    const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
    // What the ids of rules in findings lead to.
    const pages = [
      ...rules.map(({ id }) => `docs/rules/${id}.md`),
      ...principles.map(({ id }) => `docs/principles/${id}.md`),
      "docs/rules/README.md",
      "docs/principles/README.md",
    ];
    assert.deepEqual(files.filter((file) => file.startsWith("docs/")).sort(), pages.sort());
    assert.deepEqual(files.filter((file) => !file.startsWith("docs/")).sort(), [
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
